import type { Effect } from '../model/change.ts';
import { type Localised, type MessageData, same, type Template } from '../model/message.ts';
import { parseLimit } from '../model/quantity.ts';
import { type Field, fieldAt } from '../schema/fields.ts';
import { alike } from './canonical.ts';
import { type Difference, isFieldsOf, type Side } from './differences.ts';
import { directionOf } from './directions.ts';
import { targetOf } from './document.ts';
import { entityName, inEach } from './entity-name.ts';
import {
  fieldWords,
  quantityWords,
  quoted,
  sideName,
  stopName,
  stopNoun,
  textPair,
  valueWords,
  within,
} from './words.ts';

export interface Sentence {
  template: Template;
  data: MessageData;
}

export const sentences = {
  raised: {
    en: '{where}: {field} raised from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}提高到{after}',
  },
  lowered: {
    en: '{where}: {field} lowered from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}降低到{after}',
  },
  longer: {
    en: '{where}: {field} lengthened from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}延长到{after}',
  },
  shorter: {
    en: '{where}: {field} shortened from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}缩短到{after}',
  },
  later: {
    en: '{where}: {field} put off from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}推迟到{after}',
  },
  earlier: {
    en: '{where}: {field} brought forward from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}提前到{after}',
  },
  looser: {
    en: '{where}: {field} loosened from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}放宽到{after}',
  },
  tighter: {
    en: '{where}: {field} tightened from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}收紧到{after}',
  },
  demoted: {
    en: '{where}: {field} lowered from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}降为{after}',
  },
  promoted: {
    en: '{where}: {field} raised from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}升为{after}',
  },
  changed: {
    en: '{where}: {field} changed from {before} to {after}',
    'zh-CN': '{where}：{field}由{before}改为{after}',
  },
  restated: {
    en: '{where}: {field} written as {after} instead of {before}, which is the same',
    'zh-CN': '{where}：{field}由{before}改写为{after}，含义不变',
  },
  added: { en: '{where}: {field} added: {after}', 'zh-CN': '{where}：新增{field}：{after}' },
  removed: { en: '{where}: {field} removed (was {before})', 'zh-CN': '{where}：删除{field}（原为{before}）' },
  itemAdded: { en: '{where}: {after} added to {field}', 'zh-CN': '{where}：{field}中新增{after}' },
  itemRemoved: { en: '{where}: {before} removed from {field}', 'zh-CN': '{where}：{field}中删除{before}' },
  scopeLifted: { en: '{where}: no longer limited to {before}', 'zh-CN': '{where}：不再限于{before}' },
  scopeSet: { en: '{where}: now limited to {after}', 'zh-CN': '{where}：现仅限于{after}' },
  partAdded: { en: '{where}: new {noun} "{after}"', 'zh-CN': '{where}：新增{noun}“{after}”' },
  partRemoved: { en: '{where}: {noun} "{before}" removed', 'zh-CN': '{where}：删除{noun}“{before}”' },
  marked: { en: '{where}: now marked "{field}"', 'zh-CN': '{where}：标为“{field}”' },
  unmarked: { en: '{where}: no longer marked "{field}"', 'zh-CN': '{where}：不再标为“{field}”' },
  reordered: { en: '{where}: order of {field} changed', 'zh-CN': '{where}：{field}的顺序有变' },
  grantRaised: {
    en: '{right}: {role} may decide up to {after} (was {before})',
    'zh-CN': '{right}：{role}的权限由{before}提高到{after}',
  },
  grantUnlimited: {
    en: '{right}: {role} may decide without limit (was {before})',
    'zh-CN': '{right}：{role}的权限由{before}改为{after}',
  },
  grantLowered: {
    en: '{right}: {role} may decide only up to {after} (was {before})',
    'zh-CN': '{right}：{role}的权限由{before}降低到{after}',
  },
  grantAdded: {
    en: '{right}: {role} may now decide, {terms}',
    'zh-CN': '{right}：新授权{role}，{terms}',
  },
  grantRemoved: {
    en: '{right}: {role} may no longer decide (was: {terms})',
    'zh-CN': '{right}：取消对{role}的授权（原为{terms}）',
  },
  escalateRemoved: {
    en: '{right}: {role} no longer passes cases above the limit to {before}',
    'zh-CN': '{right}：{role}超出额度时不再上报{before}',
  },
  escalateAdded: {
    en: '{right}: {role} now passes cases above the limit to {after}',
    'zh-CN': '{right}：{role}超出额度时上报{after}',
  },
  escalateChanged: {
    en: '{right}: {role} passes cases above the limit to {after} instead of {before}',
    'zh-CN': '{right}：{role}超出额度时改为上报{after}（原为{before}）',
  },
} satisfies Record<string, Template>;

/** A difference as one sentence in its readers' words. */
export function sentenceOf(difference: Difference, effect: Effect): Sentence {
  const stated = withDefault(difference);
  return grantSentence(stated) ?? plainSentence(stated, effect);
}

// helpers

/** What is not stated holds by its default: a status that is added was `active` before. */
function withDefault(difference: Difference): Difference {
  const { field, before, after, item } = difference;
  const usual = field?.default;
  if (usual === undefined || item !== undefined) return difference;
  return {
    ...difference,
    operation: 'changed',
    before: { ...before, value: before.value ?? usual },
    after: { ...after, value: after.value ?? usual },
  };
}

function plainSentence(difference: Difference, effect: Effect): Sentence {
  const { operation, before, after, field } = difference;
  const item = difference.item !== undefined;
  const side = after.value === undefined ? before : after;
  const list = item ? listOf(side) : undefined;
  const where = whereOf(difference);
  const subject = list
    ? fieldWords(side.document, list.pointer, list.field)
    : fieldWords(side.document, side.pointer, field);
  const data = { where, field: subject };
  if (operation === 'reordered') return { template: sentences.reordered, data };
  if (isMark(before.value) && isMark(after.value) && !item)
    return { template: after.value === true ? sentences.marked : sentences.unmarked, data };
  if (list?.field && isFieldsOf(side.value) && !field?.text)
    return partSentence(difference, list.field, where);
  if (difference.polarity === 'scope-widens' && !item && operation !== 'changed') {
    return operation === 'added'
      ? { template: sentences.scopeSet, data: { ...data, after: valueWords(after, field) } }
      : { template: sentences.scopeLifted, data: { ...data, before: valueWords(before, field) } };
  }
  if (operation === 'added') {
    const words = valueWords(after, field);
    return item
      ? { template: sentences.itemAdded, data: { ...data, after: words } }
      : { template: sentences.added, data: { ...data, after: words } };
  }
  if (operation === 'removed') {
    const words = valueWords(before, field);
    return item
      ? { template: sentences.itemRemoved, data: { ...data, before: words } }
      : { template: sentences.removed, data: { ...data, before: within(words, 'end') } };
  }
  const [old, now] = field?.text
    ? textPair(before, after)
    : [valueWords(before, field), valueWords(after, field)];
  const template = sentences[verbOf(difference, effect)];
  return { template, data: { ...data, before: within(old), after: within(now, 'end') } };
}

/** A step, a deviation, a promise … that came or went. */
function partSentence(
  { operation, before, after, item = '' }: Difference,
  list: Field,
  where: Localised,
): Sentence {
  const side = after.value === undefined ? before : after;
  const name = sideName(list, side) ?? same(item);
  const data = { where, noun: stopNoun({ list, before, after }), before: name, after: name };
  return { template: operation === 'added' ? sentences.partAdded : sentences.partRemoved, data };
}

function isMark(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

/** The list that an item stands in, with its place. */
function listOf({ document, pointer }: Side) {
  const at = /\/\d+$/.test(pointer) ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer;
  return { pointer: at, field: fieldAt(document.schema, at) };
}

function verbOf({ field, before, after }: Difference, effect: Effect): keyof typeof sentences {
  const direction = directionOf(field, before.value, after.value);
  if (direction === 'same' && effect === 'editorial') return 'restated';
  if (direction === undefined || direction === 'same') return 'changed';
  if (direction === 'looser' || direction === 'tighter') return direction;
  const high = direction === 'higher';
  if (field?.order) return high ? 'promoted' : 'demoted';
  if (field?.quantity === 'duration') return high ? 'longer' : 'shorter';
  if (field?.quantity || typeof after.value === 'number') return high ? 'raised' : 'lowered';
  return high ? 'later' : 'earlier';
}

/** The entity, and within it the step, touchpoint or other item that a change is in. */
function whereOf({ before, after, stops }: Difference): Localised {
  const name = (after.value === undefined ? before : after).document.name;
  const inner = stops.map((stop) => ({ noun: stopNoun(stop), name: stopName(stop) }));
  return inEach((language) => {
    const parts = inner.map((each) =>
      language === 'en'
        ? `${each.noun.en} ${quoted(each.name.en, 'en')}`
        : `${each.noun['zh-CN']}${quoted(each.name['zh-CN'], 'zh-CN')}`,
    );
    return [name[language], ...parts].join(language === 'en' ? ', ' : '，');
  });
}

/** What a role may decide is said as its holder would say it. */
function grantSentence(difference: Difference): Sentence | undefined {
  const { before, after, path, operation, stops } = difference;
  const side = after.value === undefined ? before : after;
  if (side.document.schema !== 'decision-right' || operation === 'reordered') return undefined;
  const [list, , name] = path.split('/');
  if (list !== 'grants') return undefined;
  const right = side.document.name;
  if (difference.item !== undefined && stops.length === 0) {
    const data = { right, role: roleWords(side), terms: termsOf(side) };
    return { template: operation === 'added' ? sentences.grantAdded : sentences.grantRemoved, data };
  }
  const [stop] = stops;
  if (!stop) return undefined;
  const role = roleWords(stop.after);
  if (name === 'escalate') {
    const data = { right, role, before: valueWords(before), after: valueWords(after) };
    if (operation === 'added') return { template: sentences.escalateAdded, data };
    return {
      template: operation === 'removed' ? sentences.escalateRemoved : sentences.escalateChanged,
      data,
    };
  }
  if (name === 'within') return withinSentence(difference, right, role);
  if (name !== 'limit' || operation !== 'changed') return undefined;
  const direction = directionOf(difference.field, before.value, after.value);
  if (direction !== 'higher' && direction !== 'lower') return undefined;
  const isUnlimited = after.value === 'none';
  const data = {
    right,
    role,
    before: within(limitWords(stop.before, alike(perOf(stop.before), perOf(stop.after)))),
    after: within(limitWords(stop.after, false), 'end'),
  };
  if (direction === 'lower') return { template: sentences.grantLowered, data };
  return { template: isUnlimited ? sentences.grantUnlimited : sentences.grantRaised, data };
}

/** How long a role that passes a case on may be left without an answer. */
function withinSentence(difference: Difference, right: Localised, role: Localised): Sentence {
  const { template, data } = plainSentence(difference, 'changes');
  const field = { en: `time to answer ${role.en}`, 'zh-CN': `${role['zh-CN']}上报后的答复时限` };
  return { template, data: { ...data, where: right, field } };
}

function fieldsOf({ value }: Side): Record<string, unknown> {
  return isFieldsOf(value) ? value : {};
}

function perOf(grant: Side): unknown {
  return fieldsOf(grant).per;
}

function roleWords(grant: Side): Localised {
  const { document, pointer } = grant;
  const value = fieldsOf(grant).role;
  const at = `${pointer}/role`;
  const target = targetOf(document, fieldAt(document.schema, at), at, value);
  return target ? entityName(document.handbook, target.entity) : same(String(value ?? '?'));
}

/** The limit with what it counts for; without where both sides count for the same and it need be said once. */
function limitWords(grant: Side, short: boolean): Localised {
  const { limit, per } = fieldsOf(grant) as { limit?: string; per?: string };
  const parsed = parseLimit(String(limit ?? ''));
  if (!parsed.ok) return inEach((language) => quoted(String(limit), language));
  if (parsed.value.kind !== 'money' || short || !per || parsed.value.per) return quantityWords(parsed.value);
  return quantityWords({ ...parsed.value, per });
}

function termsOf(grant: Side): Localised {
  const { limit, condition } = fieldsOf(grant);
  if (limit === 'none') return { en: 'without limit', 'zh-CN': '不设上限' };
  if (limit !== undefined) {
    const words = limitWords(grant, false);
    return { en: `up to ${words.en}`, 'zh-CN': `额度${within(words, 'end')['zh-CN']}` };
  }
  if (condition === undefined) return { en: 'with no limit stated', 'zh-CN': '未写额度' };
  const at = `${grant.pointer}/condition`;
  const words = valueWords({ document: grant.document, pointer: at, value: condition });
  return { en: `if ${words.en}`, 'zh-CN': `条件${words['zh-CN']}` };
}
