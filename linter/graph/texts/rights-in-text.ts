import type { Kind } from '../../model/kinds.ts';
import { parseReference } from '../../model/reference.ts';
import { type Entity, keyOf } from '../entity.ts';
import type { Handbook } from '../handbook.ts';
import { type Grant, grantsOf } from '../questions/grants.ts';
import { targetsOf } from '../questions/targets-of.ts';
import type { Sentence } from './normative-text.ts';

type Right = Entity<'decision-right'>;

/** A decision right that a text may speak of. */
export interface RelevantRight {
  right: Right;
  grants: Grant[];
  /** Named by the text itself or by the step it belongs to, not merely held by one of its roles. */
  cited: boolean;
  /** What it is called, cut into pairs of Han and stems of English words. */
  words: readonly string[];
}

/** Words of deciding; beside a decision right an amount is then a limit. */
const deciding =
  /可以?当场|可自行|自行决定|有权|授权|权限|限额|额度|上限|批准|赔付|赔偿|补偿|减免|\b(?:may|authori[sz]ed?|limit|decide|approve|settle|compensat\w*|waive|refund|up to)\b/iu;

/** Rights that the text or its step names, and rights that its roles hold. */
export function relevantRights(
  handbook: Handbook,
  entity: Entity,
  rights: readonly Right[],
): RelevantRight[] {
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

/**
 * The decision right that an amount in a sentence is about, if any. Prices, deposits and fees are amounts
 * too: so the sentence itself must insert or name the right, or speak of deciding where the text cites one.
 */
export function rightOfAmount(
  handbook: Handbook,
  sentence: Sentence,
  amount: string,
  relevant: readonly RelevantRight[],
): RelevantRight | undefined {
  const inserted = insertedRights(handbook, sentence);
  const withMoney = relevant.filter(({ grants }) => grants.some(({ limit }) => limit?.kind === 'money'));
  const here = withMoney.find(({ right }) => inserted.includes(right.id));
  if (here) return here;
  const decides = deciding.test(sentence.text);
  const [cited, held] = [withMoney.filter((each) => each.cited), withMoney.filter((each) => !each.cited)];
  return (
    mostMentioned(sentence, cited) ??
    onlyOne(cited.filter(({ grants }) => decides || isRoleAndAmount(handbook, sentence, amount, grants))) ??
    (decides ? mostMentioned(sentence, held) : undefined)
  );
}

/** The grants whose role a sentence names, by component or by name. */
export function grantsNamed(
  handbook: Handbook,
  { text, inserts }: Sentence,
  grants: readonly Grant[],
): Grant[] {
  const ids = inserts.flatMap(({ name, attributes }) =>
    name === 'Role' || name === 'Limit'
      ? [idInserted(handbook, 'role', name === 'Role' ? attributes.id : attributes.role)]
      : [],
  );
  return grants.filter(({ role }) => {
    if (!role) return false;
    if (ids.includes(role.id)) return true;
    return handbook.locales.some((locale) => {
      const name = handbook.text(role.data.name, locale)?.text.toLowerCase();
      return name !== undefined && text.toLowerCase().includes(name);
    });
  });
}

/** Rights that a sentence on going beyond a limit is about: those it inserts, else the only one cited. */
export function rightsOfSentence(
  handbook: Handbook,
  sentence: Sentence,
  relevant: readonly RelevantRight[],
): RelevantRight[] {
  const inserted = insertedRights(handbook, sentence);
  const here = relevant.filter(({ right }) => inserted.includes(right.id));
  if (here.length > 0) return here;
  const cited = relevant.filter((each) => each.cited);
  return cited.length === 1 ? cited : [];
}

/** The id of what a component names, which may be called there by a former id. */
export function idInserted(handbook: Handbook, kind: Kind, raw: string | undefined): string | undefined {
  const id = parseReference(raw ?? '', 'blanks')?.id;
  return id === undefined ? undefined : (handbook.find(keyOf(kind, id))?.id ?? id);
}

// helpers

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

/** The right whose words a sentence uses most; none where it uses none. */
function mostMentioned({ text }: Sentence, relevant: readonly RelevantRight[]): RelevantRight | undefined {
  const lower = text.toLowerCase();
  const counts = relevant.map(({ words }) => words.filter((word) => lower.includes(word)).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : relevant[counts.indexOf(most)];
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** «服务员：200 元», as in a list of who may decide how much. */
function isRoleAndAmount(
  handbook: Handbook,
  sentence: Sentence,
  written: string,
  grants: readonly Grant[],
): boolean {
  if (grantsNamed(handbook, sentence, grants).length === 0) return false;
  const inserts = sentence.inserts.filter(({ name }) => name === 'Role').length;
  const rest = sentence.text.replace(written, '').replace(/[^\p{L}]/gu, '');
  return inserts > 0 ? rest.length <= 6 : rest.length <= 24;
}

function insertedRights(handbook: Handbook, { inserts }: Sentence): string[] {
  return inserts.flatMap(({ name, attributes }) => {
    const raw = name === 'Limit' ? attributes.of : name === 'Decision' ? attributes.id : undefined;
    return idInserted(handbook, 'decision-right', raw) ?? [];
  });
}
