import type { Entity } from '../../graph/entity.ts';
import { type Grant, grantsOf } from '../../graph/grants.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/in-force.ts';
import { bodyTexts, type NormativeText, type Sentence } from '../../graph/normative-text.ts';
import { targetsOf } from '../../graph/targets-of.ts';
import type { Localised } from '../../model/message.ts';
import { type Money, parseDuration, parseMoney, printQuantity, toSeconds } from '../../model/quantity.ts';
import { parseReference } from '../../model/reference.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Right = Entity<'decision-right'>;

/** A decision right that a text may speak of. */
interface Relevant {
  right: Right;
  grants: Grant[];
  /** Named by the text itself or by the step it belongs to, not merely held by one of its roles. */
  cited: boolean;
  words: readonly string[];
}

/** Words of deciding; beside a decision right an amount is then a limit. */
const deciding =
  /可以?当场|可自行|自行决定|有权|授权|权限|限额|额度|上限|批准|赔付|赔偿|补偿|减免|\b(?:may|authori[sz]ed?|limit|decide|approve|settle|compensat\w*|waive|refund|up to)\b/iu;
const beyond =
  /超[过出]?.{0,6}(?:限额|额度|权限|授权|上限|金额)|超限|\b(?:above|beyond|over|exceed\w*)\b.{0,20}\b(?:limit|authority|amount|right)\b/iu;

const money =
  /(?:[¥￥$€£]|\b(?:RMB|CNY|USD|EUR|GBP|HKD|SGD|JPY)\s?)\d[\d,]*(?:\.\d+)?|(?:\d[\d,]*(?:\.\d+)?\s?[万千百]?|[一二两三四五六七八九十百千万]+)\s?(?:元|块钱|圆)|\b\d[\d,]*(?:\.\d+)?\s?(?:CNY|USD|EUR|GBP|HKD|SGD|JPY|RMB|yuan|dollars?|euros?|pounds?)\b/giu;
const duration =
  /\d+(?:\.\d+)?\s?(?:秒|分钟|小时|天|个工作日|(?:s|seconds?|min|minutes?|h|hours?|d|days?|working days?)\b)/giu;

export default defineRule<'differs' | 'literal' | 'role' | 'time'>({
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
  check({ handbook, report }) {
    const rights = handbook.all('decision-right').filter(inForce);
    for (const entity of [...handbook.all('sop'), ...handbook.all('guide')] as Entity[]) {
      if (!inForce(entity)) continue;
      const relevant = relevantRights(handbook, entity, rights);
      if (relevant.length === 0) continue;
      for (const text of bodyTexts(entity, handbook.locales[0]!)) {
        for (const sentence of text.sentences) {
          for (const amount of amountsIn(sentence)) {
            const about = rightOf(handbook, sentence, amount, relevant);
            if (!about) continue;
            const [start, end] = [sentence.span[0] + amount.start, sentence.span[0] + amount.end];
            const at = text.at(start, end);
            const { message, limits, insert } = judgeAmount(handbook, text, sentence, amount.value, about);
            report({
              message,
              data: { written: amount.written, right: about.right.id, limits, insert },
              at,
              subject: entity.key,
              related: [{ at: about.right.at('/grants'), template: grantsHere }],
              suggest: [
                {
                  description: { en: 'Write {insert}.', 'zh-CN': '改为 {insert}。' },
                  data: { insert },
                  edits: [{ file: at.file, start: at.span[0], end: at.span[1], text: insert }],
                },
              ],
            });
          }
          if (!beyond.test(sentence.text)) continue;
          for (const { right, grants } of citedIn(sentence, relevant)) {
            const role = strayRole(sentence, grants);
            if (role) {
              const expected = quotedList([...new Set(grants.flatMap(({ escalate }) => escalate?.id ?? []))]);
              const at = text.at(role.index, role.index + 1);
              report({
                message: 'role',
                data: { role: role.id, right: right.id, expected },
                at,
                subject: entity.key,
              });
            }
            const time = strayTime(sentence, grants);
            if (time) {
              const at = text.at(sentence.span[0] + time.start, sentence.span[0] + time.end);
              const expected = [...new Set(grants.flatMap(({ within }) => within ?? []))].join(', ');
              report({
                message: 'time',
                data: { written: time.written, right: right.id, expected },
                at,
                subject: entity.key,
              });
            }
          }
        }
      }
    }
  },
});

// helpers

const grantsHere: Localised = { en: 'The decision right grants these.', 'zh-CN': '授权事项的规定在这里。' };

interface Amount {
  written: string;
  value: Money;
  start: number;
  end: number;
}

/** Rights that the text or its step names, and rights that its roles hold. */
function relevantRights(handbook: Handbook, entity: Entity, rights: readonly Right[]): Relevant[] {
  const cited = new Set<Entity>();
  for (const { target } of handbook.referencesOf(entity))
    if (target?.kind === 'decision-right') cited.add(target);
  for (const { from, pointer } of handbook.referencedBy(entity)) {
    if (from.kind !== 'process' || !pointer?.endsWith('/sop')) continue;
    const decision = handbook.referenceAt(from, pointer.replace(/sop$/, 'decision'))?.target;
    if (decision) cited.add(decision);
  }
  const roles = new Set(targetsOf(handbook, entity, '/roles', 'role'));
  return rights.flatMap((right) => {
    const grants = grantsOf(handbook, right);
    const held = grants.some(({ role }) => role && roles.has(role));
    if (!cited.has(right) && !held) return [];
    return [{ right, grants, cited: cited.has(right), words: wordsOf(right) }];
  });
}

/** What a right is called, cut into pairs of Han and stems of English words. */
function wordsOf({ data }: Right): string[] {
  const texts = [data.name, data.subject].flatMap((text) =>
    typeof text === 'string' ? [text] : Object.values(text ?? {}).filter((each) => typeof each === 'string'),
  );
  const words = new Set<string>();
  for (const text of texts) {
    for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
      for (let at = 0; at + 2 <= run.length; at++) words.add(run.slice(at, at + 2));
    }
    for (const [word] of text.toLowerCase().matchAll(/[a-z]{5,}/g)) words.add(word.slice(0, 6));
  }
  return [...words].filter((word) => !/[一个每次的与和或]/u.test(word));
}

function amountsIn({ text }: Sentence): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(money)) {
    const written = match[0].trim();
    const parsed = parseMoney(written);
    const exact = parsed.ok
      ? parsed
      : parsed.suggestion === undefined
        ? undefined
        : parseMoney(parsed.suggestion);
    if (!exact?.ok) continue;
    const start = match.index + match[0].indexOf(written);
    found.push({ written, value: exact.value, start, end: start + written.length });
  }
  return found;
}

/**
 * The decision right that an amount in a sentence is about, if any. Prices, deposits and fees are amounts
 * too: so the sentence itself must insert or name the right, or speak of deciding where the text cites one.
 */
function rightOf(
  handbook: Handbook,
  sentence: Sentence,
  amount: Amount,
  relevant: readonly Relevant[],
): Relevant | undefined {
  const inserted = insertedRights(sentence);
  const withMoney = relevant.filter(({ grants }) => grants.some(({ limit }) => limit?.kind === 'money'));
  const decides = deciding.test(sentence.text);
  return (
    withMoney.find(({ right }) => inserted.includes(right.id)) ??
    withMoney.find(({ cited, words }) => (cited || decides) && mentions(sentence, words)) ??
    onlyOne(
      withMoney.filter(
        ({ cited, grants }) => cited && (decides || isRoleAndAmount(handbook, sentence, amount, grants)),
      ),
    )
  );
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function mentions({ text }: Sentence, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word));
}

/** «服务员：200 元», as in a list of who may decide how much. */
function isRoleAndAmount(
  handbook: Handbook,
  sentence: Sentence,
  { written }: Amount,
  grants: readonly Grant[],
): boolean {
  if (rolesNamed(handbook, sentence, grants).length === 0) return false;
  const inserts = sentence.inserts.filter(({ name }) => name === 'Role').length;
  const rest = sentence.text.replace(written, '').replace(/[^\p{L}]/gu, '');
  return inserts > 0 ? rest.length <= 6 : rest.length <= 24;
}

function insertedRights({ inserts }: Sentence): string[] {
  return inserts.flatMap(({ name, attributes }) => {
    const raw = name === 'Limit' ? attributes['of'] : name === 'Decision' ? attributes['id'] : undefined;
    return raw === undefined ? [] : (parseReference(raw)?.id ?? []);
  });
}

/** The grants whose role a sentence names, by component or by name. */
function rolesNamed(handbook: Handbook, { text, inserts }: Sentence, grants: readonly Grant[]): Grant[] {
  const ids = inserts.flatMap(({ name, attributes }) =>
    name === 'Role' ? [attributes['id']] : name === 'Limit' ? [attributes['role']] : [],
  );
  return grants.filter(({ role }) => {
    if (!role) return false;
    if (ids.some((id) => id === role.id || id === role.key)) return true;
    return handbook.locales.some((locale) => {
      const name = handbook.text(role.data.name, locale)?.text.toLowerCase();
      return name !== undefined && text.toLowerCase().includes(name);
    });
  });
}

function judgeAmount(
  handbook: Handbook,
  text: NormativeText,
  sentence: Sentence,
  amount: Money,
  { right, grants }: Relevant,
) {
  const limited = grants.filter(({ limit }) => limit?.kind === 'money');
  const named = rolesNamed(handbook, sentence, limited);
  const roles = targetsOf(handbook, text.entity, '/roles', 'role');
  const own = limited.filter(({ role }) => role && roles.includes(role));
  const candidates = named.length > 0 ? named : own.length > 0 ? own : limited;
  const agreeing = candidates.filter(({ limit }) => limit?.kind === 'money' && isSameAmount(limit, amount));
  const shown = agreeing.length > 0 ? agreeing : candidates;
  const role = new Set(shown.map(({ roleId }) => roleId)).size === 1 ? ` role="${shown[0]!.roleId}"` : '';
  const limits = [...new Set(candidates.map(({ limit }) => printQuantity(limit!)))].join(', ');
  return {
    message: agreeing.length > 0 ? ('literal' as const) : ('differs' as const),
    limits,
    insert: `<Limit of="decision-right:${right.id}"${role} />`,
  };
}

/** A text seldom repeats the basis. */
function isSameAmount(limit: Money, amount: Money): boolean {
  return limit.number === amount.number && limit.currency === amount.currency;
}

/** Rights that a sentence on going beyond a limit is about: those it inserts, else the only one cited. */
function citedIn(sentence: Sentence, relevant: readonly Relevant[]): Relevant[] {
  const inserted = insertedRights(sentence);
  const here = relevant.filter(({ right }) => inserted.includes(right.id));
  if (here.length > 0) return here;
  const cited = relevant.filter((each) => each.cited);
  return cited.length === 1 ? cited : [];
}

/** The role a sentence sends people to, where no grant escalates to it. */
function strayRole(
  { inserts }: Sentence,
  grants: readonly Grant[],
): { id: string; index: number } | undefined {
  const targets = grants.flatMap(({ escalate }) => escalate?.id ?? []);
  const roles = inserts.filter(({ name }) => name === 'Role');
  const ids = roles.map(({ attributes }) => parseReference(attributes['id'] ?? '')?.id ?? '');
  if (roles.length === 0 || targets.length === 0 || ids.some((id) => targets.includes(id))) return undefined;
  // The role that goes beyond its limit may be named too, and alone it says nothing of where to.
  const index = ids.findIndex((id) => !grants.some(({ roleId }) => roleId === id));
  return index === -1 ? undefined : { id: ids[index]!, index: roles[index]!.index };
}

function strayTime({ text }: Sentence, grants: readonly Grant[]) {
  const times = grants.flatMap(({ within }) => {
    const parsed = within === undefined ? undefined : parseDuration(within);
    return parsed?.ok ? [toSeconds(parsed.value)] : [];
  });
  const found = [...text.matchAll(duration)];
  if (times.length === 0 || found.length !== 1) return undefined;
  const [match] = found;
  const parsed = parseDuration(match![0]);
  const exact = parsed.ok
    ? parsed
    : parsed.suggestion === undefined
      ? undefined
      : parseDuration(parsed.suggestion);
  if (!exact?.ok || times.includes(toSeconds(exact.value))) return undefined;
  return { written: match![0], start: match!.index, end: match!.index + match![0].length };
}
