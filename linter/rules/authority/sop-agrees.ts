import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import type { Grant } from '../../graph/questions/grants.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { durationsIn, mayHoldMoney, moneyIn, type WrittenValue } from '../../graph/texts/amounts-in-text.ts';
import { bodyTexts, filesOf, type NormativeText, type Sentence } from '../../graph/texts/normative-text.ts';
import {
  grantsNamed,
  idInserted,
  type RelevantRight,
  relevantRights,
  rightOfAmount,
  rightsOfSentence,
} from '../../graph/texts/rights-in-text.ts';
import type { Localised, Template } from '../../model/message.ts';
import { type Duration, type Money, parseDuration, type Quantity, toSeconds } from '../../model/quantity.ts';
import { quantityWords } from '../../model/quantity-words.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule, type Report } from '../rule.ts';

const grantsHere: Template = { en: 'The decision right grants these.', 'zh-CN': '授权事项的规定在这里。' };

const beyond =
  /超[过出]?.{0,6}(?:限额|额度|权限|授权|上限|金额)|超限|\b(?:above|beyond|over|exceed\w*)\b.{0,20}\b(?:limit|authority|amount|right)\b/iu;

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require amounts, roles and times in SOPs and guides to agree with the decision right they speak of.',
      'zh-CN': '作业指导书和文档中的金额、岗位和时限应与所述授权一致。',
    },
    severity: 'error',
    claims: ['S3-14'],
    fix: 'suggestion',
  },
  messages: {
    differs: {
      en: '"{written}" is no limit of decision right "{right}", which states {limits}; expected the text to agree. Insert {insert}.',
      'zh-CN': '“{written}”与授权事项“{right}”不符，其限额为 {limits}，文字应与之一致；请插入 {insert}。',
    },
    literal: {
      en: '"{written}" is written out, so it will not follow when decision right "{right}" changes; expected the limit to be inserted. Write {insert}.',
      'zh-CN': '“{written}”是写死的数字，授权事项“{right}”调整后不会随之改变，应插入限额；请写 {insert}。',
    },
    role: {
      en: 'The text sends what is beyond the limit to "{role}", but decision right "{right}" escalates to {expected}; expected the same role. Correct one of the two.',
      'zh-CN':
        '文中超出限额时交给“{role}”，而授权事项“{right}”规定升级到{expected}，两者应一致；请改正其中一处。',
    },
    time: {
      en: '"{written}" differs from the time in which decision right "{right}" has escalations answered ({expected}); expected the same. Correct one of the two.',
      'zh-CN':
        '“{written}”与授权事项“{right}”规定的升级答复时限（{expected}）不符，两者应一致；请改正其中一处。',
    },
  },
  check({ each, handbook, report }) {
    const rights = handbook.all('decision-right').filter(inForce);
    for (const entity of each([...handbook.all('sop'), ...handbook.all('guide')] as Entity[])) {
      if (!inForce(entity) || !filesOf(entity).some(({ text }) => mayMatter(text))) continue;
      const relevant = relevantRights(handbook, entity, rights);
      if (relevant.length === 0) continue;
      for (const text of bodyTexts(entity, handbook.locales[0]!)) {
        if (!mayMatter(text.raw)) continue;
        for (const sentence of text.sentences) {
          const said: Sentenced = { handbook, text, sentence };
          for (const each of [...strayAmounts(said, relevant), ...strayEscalations(said, relevant)])
            report(each);
        }
      }
    }
  },
});

// helpers

function mayMatter(text: string): boolean {
  return mayHoldMoney(text) || beyond.test(text);
}

type MessageId = 'differs' | 'literal' | 'role' | 'time';

/** A sentence with the text that it stands in. */
interface Sentenced {
  handbook: Handbook;
  text: NormativeText;
  sentence: Sentence;
}

/** No one reads a longer sentence, and the time to judge one grows with the square of its length. */
const LONGEST_SENTENCE = 5_000;

function strayAmounts(said: Sentenced, relevant: readonly RelevantRight[]): Report<MessageId>[] {
  const { handbook, text, sentence } = said;
  if (sentence.text.length > LONGEST_SENTENCE) return [];
  return moneyIn(sentence.text).flatMap(({ written, value, start, end }) => {
    const about = rightOfAmount(handbook, sentence, written, relevant);
    if (!about) return [];
    const { message, limits, insert } = judgeAmount(said, value, about);
    const at = text.at(sentence.span[0] + start, sentence.span[0] + end);
    const edits = [{ file: at.file, start: at.span[0], end: at.span[1], text: insert }];
    return {
      message,
      data: { written, right: about.right.id, limits, insert },
      at,
      subject: text.subject,
      related: [{ at: about.right.at('/grants'), template: grantsHere }],
      suggest: [
        { description: { en: 'Write {insert}.', 'zh-CN': '改为 {insert}。' }, data: { insert }, edits },
      ],
    };
  });
}

/** The limits that the amount may mean: of the roles the sentence names, else of those the text is for. */
function judgeAmount(
  { handbook, text, sentence }: Sentenced,
  amount: Money,
  { right, grants }: RelevantRight,
) {
  const limited = grants.filter(({ limit }) => limit?.kind === 'money');
  const roles = targetsOf(handbook, text.entity, '/roles', 'role');
  const own = limited.filter(({ role }) => role && roles.includes(role));
  const named = grantsNamed(handbook, sentence, limited);
  const candidates = [named, own, limited].find((each) => each.length > 0)!;
  const agreeing = candidates.filter(({ limit }) => limit?.kind === 'money' && isSameAmount(limit, amount));
  const shown = agreeing.length > 0 ? agreeing : candidates;
  const role = new Set(shown.map(({ roleId }) => roleId)).size === 1 ? ` role="${shown[0]!.roleId}"` : '';
  return {
    message: agreeing.length > 0 ? ('literal' as const) : ('differs' as const),
    limits: limitList(candidates.map(({ limit }) => limit!)),
    insert: `<Limit of="decision-right:${right.id}"${role} />`,
  };
}

/** Each limit once. */
function limitList(limits: readonly Quantity[]): Localised {
  const each = new Map(limits.map(quantityWords).map((words) => [words.en, words]));
  const all = [...each.values()];
  return { en: all.map(({ en }) => en).join(', '), 'zh-CN': all.map((words) => words['zh-CN']).join('、') };
}

/** A text seldom repeats the basis. */
function isSameAmount(limit: Money, amount: Money): boolean {
  return limit.number === amount.number && limit.currency === amount.currency;
}

function strayEscalations(
  { handbook, text, sentence }: Sentenced,
  relevant: readonly RelevantRight[],
): Report<MessageId>[] {
  if (!beyond.test(sentence.text)) return [];
  const reports: Report<MessageId>[] = [];
  for (const { right, grants } of rightsOfSentence(handbook, sentence, relevant)) {
    const role = strayRole(handbook, sentence, grants);
    if (role) {
      const expected = quotedList([...new Set(grants.flatMap(({ escalate }) => escalate?.id ?? []))]);
      const at = text.at(role.index, role.index + 1);
      reports.push({
        message: 'role',
        data: { role: role.id, right: right.id, expected },
        at,
        subject: text.subject,
      });
    }
    const time = strayTime(sentence, grants);
    if (time) {
      const expected = [...new Set(grants.flatMap(({ within }) => within ?? []))].join(', ');
      const at = text.at(sentence.span[0] + time.start, sentence.span[0] + time.end);
      const data = { written: time.written, right: right.id, expected };
      reports.push({ message: 'time', data, at, subject: text.subject });
    }
  }
  return reports;
}

/** The role a sentence sends people to, where no grant escalates to it. */
function strayRole(
  handbook: Handbook,
  { inserts }: Sentence,
  grants: readonly Grant[],
): { id: string; index: number } | undefined {
  const targets = grants.flatMap(({ escalate }) => escalate?.id ?? []);
  const roles = inserts.flatMap(({ name, attributes, index }) =>
    name === 'Role' ? [{ id: idInserted(handbook, 'role', attributes.id) ?? '', index }] : [],
  );
  if (targets.length === 0 || roles.some(({ id }) => targets.includes(id))) return undefined;
  // The role that goes beyond its limit may be named too, and alone it says nothing of where to.
  return roles.find(({ id }) => !grants.some(({ role, roleId }) => (role?.id ?? roleId) === id));
}

/** The only time of a sentence, where no grant has its escalation answered within it. */
function strayTime({ text }: Sentence, grants: readonly Grant[]): WrittenValue<Duration> | undefined {
  const times = grants.flatMap(({ within }) => {
    const parsed = parseDuration(within ?? '');
    return parsed.ok ? [toSeconds(parsed.value)] : [];
  });
  const [only, ...more] = durationsIn(text);
  if (!only || more.length > 0 || times.length === 0) return undefined;
  return times.includes(toSeconds(only.value)) ? undefined : only;
}
