import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { timesIn } from '../../graph/texts/times-in-text.ts';
import type { Localised, Template } from '../../model/message.ts';
import { compareQuantities, formatQuantity, parseComparison, parseDuration } from '../../model/quantity.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Promising = Entity<'company'> | Entity<'service'>;
type ServicePromise = NonNullable<Promising['data']['promises']>[number];

interface Options {
  require: Backing[];
}

const backing = {
  standard: { en: 'a standard', 'zh-CN': '标准' },
  metric: { en: 'a metric', 'zh-CN': '指标' },
  decision: { en: 'a decision right', 'zh-CN': '授权事项' },
  recovery: { en: 'a recovery', 'zh-CN': '补救' },
} satisfies Record<string, Localised>;

type Backing = keyof typeof backing;

const targetHere: Template = { en: 'The target stands here.', 'zh-CN': '目标值写在这里。' };

export default defineRule<'unbacked' | 'slower' | 'words', Options>({
  meta: {
    summary: {
      en: 'Require every promise to customers to have a standard, a metric, a decision right and a recovery.',
      'zh-CN': '对客户的每项承诺都应有标准、指标、授权事项和补救。',
    },
    severity: 'error',
    claims: ['S2-21', 'S3-36', 'S4-18'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        require: {
          type: 'array',
          items: { type: 'string', enum: Object.keys(backing) },
          uniqueItems: true,
          maxItems: 4,
          default: Object.keys(backing),
        },
      },
    },
  },
  messages: {
    unbacked: {
      en: 'The promise "{promise}" lacks {missing}; expected all that lets staff keep it. Add what is missing, or stop promising.',
      'zh-CN': '承诺“{promise}”缺少{missing}，员工兑现承诺所需的都应具备；请补上，或不再承诺。',
    },
    slower: {
      en: 'Customers are promised {promised}, but standard "{standard}" only demands {demanded}; expected the standard to be at least as strict. Tighten its target, or promise less.',
      'zh-CN':
        '对客户承诺{promised}，而标准“{standard}”只要求{demanded}，标准至少应与承诺一样严；请收紧目标值，或放宽承诺。',
    },
    words: {
      en: 'Customers are told {said}, but "within" is "{within}"; expected the same time in both. Correct the one that is wrong.',
      'zh-CN': '承诺原文写的是{said}，而 within 是“{within}”，两处的时间应一致；请改正有误的一处。',
    },
  },
  check({ handbook, options, report }) {
    for (const entity of [...handbook.all('company'), ...handbook.all('service')]) {
      if (!inForce(entity)) continue;
      for (const [index, promise] of (entity.data.promises ?? []).entries()) {
        const pointer = `/promises/${index}`;
        const subject = `${entity.key}#${promise.id}`;
        const standard = standardOf(handbook, entity, pointer);
        const missing = options.require.filter((field) => !isBacked(promise, field, standard));
        if (missing.length > 0 && !hasFaultIn(handbook, entity, pointer)) {
          report({
            message: 'unbacked',
            data: { promise: promise.id ?? '', missing: wordList(missing.map((field) => backing[field])) },
            at: entity.at(`${pointer}/id`),
            subject,
          });
        }
        const said = otherTimes(promise);
        if (said.length > 0) {
          report({
            message: 'words',
            data: { said: quotedList(said), within: promise.within ?? '' },
            at: entity.at(`${pointer}/within`),
            subject: `${subject}/within`,
          });
          continue;
        }
        const demanded = standard && slowerTarget(promise, standard);
        if (!demanded) continue;
        report({
          message: 'slower',
          data: { standard: standard.id, ...demanded },
          at: entity.at(`${pointer}/within`),
          subject: `${subject}/within`,
          related: [{ at: standard.at('/target'), template: targetHere }],
        });
      }
    }
  },
});

// helpers

function standardOf(handbook: Handbook, entity: Promising, pointer: string): Entity<'standard'> | undefined {
  const target = handbook.referenceAt(entity, `${pointer}/standard`)?.target;
  return target?.kind === 'standard' ? (target as Entity<'standard'>) : undefined;
}

/** A promise is measured, too, by the metric of its standard. */
function isBacked(
  promise: ServicePromise,
  field: Backing,
  standard: Entity<'standard'> | undefined,
): boolean {
  return Boolean(promise[field] || (field === 'metric' && standard?.data.metric));
}

/** The times that the customer is told, where the one under `within` is not among them. */
function otherTimes({ statement, within }: ServicePromise): string[] {
  const promised = parseDuration(within ?? '');
  if (!promised.ok) return [];
  const texts = typeof statement === 'string' ? [statement] : Object.values(statement ?? {});
  const times = texts.flatMap((text) => (typeof text === 'string' ? timesIn(text) : []));
  // What cannot be compared, as working days with hours, may well be the same.
  const isOther = times.every(({ values }) =>
    values.every((value) => Math.abs(compareQuantities(value, promised.value) ?? 0) === 1),
  );
  return isOther ? times.map(({ written }) => written) : [];
}

/** What is promised and what the standard demands, where the standard allows more time. */
function slowerTarget(
  { within }: ServicePromise,
  standard: Entity<'standard'>,
): { promised: Localised; demanded: Localised } | undefined {
  const promised = parseDuration(within ?? '');
  const target = parseComparison(standard.data.target ?? '');
  if (!promised.ok || !target.ok || !['<', '<=', '='].includes(target.value.op)) return undefined;
  if (compareQuantities(promised.value, target.value.value) !== -1) return undefined;
  return {
    promised: {
      en: formatQuantity(promised.value, 'en'),
      'zh-CN': ` ${formatQuantity(promised.value, 'zh-CN')}`,
    },
    demanded: { en: formatQuantity(target.value, 'en'), 'zh-CN': formatQuantity(target.value, 'zh-CN') },
  };
}
