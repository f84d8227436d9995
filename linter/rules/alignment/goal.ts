import { allRead } from '../../graph/all-read.ts';
import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { entityQuestion, question } from '../../graph/question.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { isReadable } from '../../graph/readable.ts';
import type { Reference } from '../../graph/references.ts';
import type { Localised } from '../../model/message.ts';
import { wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Outcome = NonNullable<Entity<'metric'>['data']['outcome']>;

interface Options {
  outcomes: Outcome[];
}

const outcomeWords: Record<Outcome, Localised> = {
  satisfaction: { en: 'satisfaction', 'zh-CN': '满意度' },
  loyalty: { en: 'loyalty', 'zh-CN': '忠诚度' },
  effort: { en: 'effort', 'zh-CN': '费力度' },
  resolution: { en: 'resolution', 'zh-CN': '解决率' },
  waiting: { en: 'waiting', 'zh-CN': '等待' },
  trust: { en: 'trust', 'zh-CN': '信任' },
  safety: { en: 'safety', 'zh-CN': '安全' },
  other: { en: 'other', 'zh-CN': '其他' },
};

/** Asking whether customers would recommend us tells of both at once. */
const presetOutcomes: Partial<Record<string, readonly Outcome[]>> = {
  nps: ['loyalty', 'satisfaction'],
  csat: ['satisfaction'],
  ces: ['effort'],
  fcr: ['resolution'],
  asa: ['waiting'],
};

type Industry = NonNullable<Entity<'company'>['data']['industry']>;

/** Nobody is glad of a patient who has to come again: where need brings people, trust stands for loyalty. */
const trustIsLoyalty: ReadonlySet<Industry> = new Set<Industry>(['healthcare', 'public-service']);

export default defineRule<
  'unmeasured' | 'unserved' | 'noStrategy' | 'outcomes' | 'theme' | 'principle',
  Options
>({
  meta: {
    summary: {
      en: 'Require every goal, theme and principle of the company to be carried out, and every goal to be measured.',
      'zh-CN': '公司的每个目标、主题和原则都应有落实，每个目标都应有指标。',
    },
    severity: 'error',
    claims: [
      ...['S1-03', 'S1-21', 'S1-22', 'S1-23', 'S2-03', 'S2-19', 'S2-20', 'S2-25', 'S2-26', 'S2-28'],
      ...['S3-03', 'S4-03', 'S4-24', 'S4-25', 'S4-27', 'S5-20'],
    ],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        outcomes: {
          type: 'array',
          items: { type: 'string', enum: Object.keys(outcomeWords) },
          uniqueItems: true,
          maxItems: 8,
          default: ['satisfaction', 'loyalty'],
        },
      },
    },
  },
  messages: {
    unmeasured: {
      en: 'Goal "{goal}" has no metric; expected at least one that shows whether it is reached. List it under "metrics".',
      'zh-CN': '目标“{goal}”没有指标，应至少有一个能看出是否达成；请在 metrics 中列出。',
    },
    unserved: {
      en: 'No service or process serves goal "{goal}", and its metrics are used nowhere else; expected something that carries it out. Name the goal in a service or process, or drop it.',
      'zh-CN':
        '没有服务或流程支撑目标“{goal}”，其指标也未在别处使用，应有条目落实该目标；请在服务或流程中写明目标，或删去目标。',
    },
    noStrategy: {
      en: 'Goal "{goal}" does not say which strategy it carries out; expected "strategy". Write in one sentence what the company gains by it.',
      'zh-CN': '目标“{goal}”没有写明落实哪项战略，应填写 strategy；请用一句话写明公司因此得到什么。',
    },
    outcomes: {
      en: 'No goal is measured by the {outcomes} of customers; expected a metric with that outcome. Add one to a goal, or set "outcome" of the metric that measures it.',
      'zh-CN':
        '没有目标以客户的{outcomes}来衡量，应有 outcome 为此的指标；请为某个目标补上，或在已有指标中填写 outcome。',
    },
    theme: {
      en: 'Theme "{theme}" is carried out by nothing; expected at least one entry in force. List what carries it out under "links".',
      'zh-CN': '主题“{theme}”没有任何落实，应至少列出一个实施中的条目；请在 links 中写明由什么落实。',
    },
    principle: {
      en: 'No standard rests on principle "{principle}"; expected at least one that names it. Set "principle" in the standards that put it into practice.',
      'zh-CN':
        '没有标准依据原则“{principle}”，应至少有一项标准引用它；请在落实该原则的标准中填写 principle。',
    },
  },
  check({ handbook, options, report }) {
    const { company } = handbook;
    if (!company) return;
    const served = partsInUse(handbook);
    const complete = allRead(handbook);
    for (const [index, goal] of (company.data.goals ?? []).entries()) {
      const id = goal.id ?? '';
      const pointer = `/goals/${index}`;
      const place = { data: { goal: id }, at: company.at(`${pointer}/id`), subject: `${company.key}#${id}` };
      const metrics = goal.metrics ?? [];
      if (hasFaultIn(handbook, company, pointer)) continue;
      if (metrics.length === 0) report({ message: 'unmeasured', ...place });
      else if (complete && !served.has(id) && !metricsAreUsed(handbook, company, pointer)) {
        report({ message: 'unserved', ...place });
      }
      if (!goal.strategy) report({ message: 'noStrategy', ...place });
    }
    // A goal that the schema refused may be the one that is measured so.
    const sound = !hasFaultIn(handbook, company, '/goals');
    const missing = sound ? missingOutcomes(handbook, company, options.outcomes) : [];
    if (missing.length > 0) {
      const outcomes = wordList(missing.map((each) => outcomeWords[each]));
      report({
        message: 'outcomes',
        data: { outcomes },
        at: company.keyAt('/goals'),
        subject: `${company.key}/goals`,
      });
    }
    for (const [index, theme] of (company.data.themes ?? []).entries()) {
      if (isCarriedOut(handbook, company, index) || hasFaultIn(handbook, company, `/themes/${index}`))
        continue;
      const name = theme.id ?? handbook.text(theme.name, handbook.locales[0]!)?.text ?? '';
      const at = company.at(`/themes/${index}/${theme.id ? 'id' : 'name'}`);
      report({ message: 'theme', data: { theme: name }, at, subject: `${company.key}/themes/${name}` });
    }
    for (const [index, { id = '' }] of (company.data.principles ?? []).entries()) {
      if (!complete || served.has(id)) continue;
      const at = company.at(`/principles/${index}/id`);
      report({ message: 'principle', data: { principle: id }, at, subject: `${company.key}#${id}` });
    }
  },
});

// helpers

const partsCarried = entityQuestion('company-parts-carried', (handbook, entity) =>
  ['/goal', '/principle'].flatMap((pointer) => {
    const { part } = handbook.referenceAt(entity, pointer) ?? {};
    return part?.owner.kind === 'company' ? [part.id] : [];
  }),
);

/** The goals that services and processes name, and the principles that standards name. */
const partsInUse = question('company-parts-in-use', (handbook): ReadonlySet<string> => {
  const used = new Set<string>();
  for (const kind of ['service', 'process', 'standard'] as const) {
    for (const entity of handbook.all(kind).filter(inForce)) {
      for (const id of partsCarried(handbook, entity)) used.add(id);
    }
  }
  return used;
});

/** Goals of people, growth or cost are reached by training, incentives or improvements: these meet in metrics. */
function metricsAreUsed(handbook: Handbook, company: Entity<'company'>, goal: string): boolean {
  const all = company.data.goals?.[Number(goal.split('/')[2])]?.metrics ?? [];
  const metrics = targetsOf(handbook, company, `${goal}/metrics`, 'metric');
  // What could not be resolved may well be used.
  if (metrics.length < all.length) return true;
  return metrics.some((metric) =>
    handbook
      .referencedBy(metric)
      .some(({ from }) => from !== company && from.kind !== 'metric' && inForce(from)),
  );
}

function missingOutcomes(
  handbook: Handbook,
  company: Entity<'company'>,
  outcomes: readonly Outcome[],
): Outcome[] {
  const goals = company.data.goals ?? [];
  const listed = goals.flatMap(({ metrics = [] }) => metrics);
  const references = handbook
    .referencesOf(company)
    .filter(({ pointer }) => /^\/goals\/\d+\/metrics\//.test(pointer ?? ''));
  // Goals without metrics, or with ones unknown or unreadable, are spoken of already.
  const isUnknown = ({ target }: Reference) => target?.kind !== 'metric' || !isReadable(handbook, target);
  if (listed.length === 0 || references.some(isUnknown)) return [];
  const found = new Set(references.flatMap(({ target }) => outcomesOf(target as Entity<'metric'>)));
  if (found.has('trust') && trustIsLoyalty.has(company.data.industry ?? 'other')) found.add('loyalty');
  return outcomes.filter((each) => !found.has(each));
}

function outcomesOf({ data }: Entity<'metric'>): readonly Outcome[] {
  if (data.outcome) return [data.outcome];
  return presetOutcomes[data.preset ?? ''] ?? [];
}

function isCarriedOut(handbook: Handbook, company: Entity<'company'>, index: number): boolean {
  const start = `/themes/${index}/links/`;
  return handbook
    .referencesOf(company)
    .some(({ pointer, target }) => pointer?.startsWith(start) && (!target || inForce(target)));
}
