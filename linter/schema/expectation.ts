/** What a field expects and what was found in it, in words. */
import { isKind, kinds } from '../model/kinds.ts';
import type { Localised } from '../model/message.ts';
import { same } from '../model/message.ts';
import type { QuantityKind } from '../model/quantity.ts';
import { parseTarget } from '../model/reference.ts';
import type { Field } from './fields.ts';

const typeNames: Record<string, Localised> = {
  string: { en: 'text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  integer: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': ' true 或 false' },
  array: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'fields with values', 'zh-CN': '带值的字段' },
};

const quantityNames: Record<QuantityKind, Localised> = {
  duration: { en: 'a duration', 'zh-CN': '时长' },
  money: { en: 'an amount of money', 'zh-CN': '金额' },
  ratio: { en: 'a ratio', 'zh-CN': '比率' },
  count: { en: 'a count', 'zh-CN': '数量' },
  point: { en: 'a score', 'zh-CN': '分值' },
  value: { en: 'a number with a unit', 'zh-CN': '带单位的数值' },
  comparison: { en: 'a target', 'zh-CN': '目标值' },
  limit: { en: 'a limit', 'zh-CN': '限额' },
};

const partNames: Record<string, Localised> = {
  step: { en: 'step', 'zh-CN': '步骤' },
  touchpoint: { en: 'touchpoint', 'zh-CN': '接触点' },
  goal: { en: 'goal', 'zh-CN': '目标' },
  principle: { en: 'principle', 'zh-CN': '服务原则' },
  promise: { en: 'promise', 'zh-CN': '承诺' },
  item: { en: 'item', 'zh-CN': '检查项' },
  data: { en: 'piece of stored data', 'zh-CN': '保存数据' },
};

/**
 * @param types the JSON types that the schema allows here
 * @example expectation(fieldAt('role', '/owner'), ['string']).en // => 'a role, such as branch-manager'
 */
export function expectation(field: Field | undefined, types: readonly string[]): Localised {
  if (!field) return oneOf(types);
  if (field.values) return anyValue(field);
  if (field.text) return typeNames.string!;
  const meaning = meaningOf(field, types);
  const example = types.includes('string') ? exampleOf(field) : undefined;
  if (example === undefined) return meaning;
  return { en: `${meaning.en}, such as ${example}`, 'zh-CN': `${meaning['zh-CN']}，例如 ${example}` };
}

function meaningOf(field: Field, types: readonly string[]): Localised {
  if (field.quantity) return quantityNames[field.quantity];
  if (field.date) return { en: 'a day', 'zh-CN': '日期' };
  const name = field.ref && types.includes('string') ? referenceName(field.ref) : undefined;
  if (!name) return oneOf(types);
  return types.includes('array') && !types.includes('object')
    ? { en: `${name.en} or a list of them`, 'zh-CN': `${name['zh-CN']}或其列表` }
    : name;
}

/** “a role”, “a process or a step”; undefined where a field refers to so many kinds that naming them tires. */
function referenceName(targets: readonly string[]): Localised | undefined {
  if (targets.length > 3) return { en: 'a reference', 'zh-CN': '引用' };
  const names = targets.map(targetName);
  return {
    en: names.map((name) => `${/^(?:[aeio]|SOP)/.test(name.en) ? 'an' : 'a'} ${name.en}`).join(' or '),
    'zh-CN': names.map((name) => name['zh-CN']).join('或'),
  };
}

function targetName(target: string): Localised {
  const { kind, part } = parseTarget(target);
  if (part !== undefined) return partNames[part] ?? same(part);
  return kind && isKind(kind) ? kinds[kind].label : same(target);
}

function anyValue(field: Field): Localised {
  const values = field.values!.map((value) => value.value);
  if (values.length === 1) return same(values[0]!);
  return {
    en: `one of ${values.slice(0, 12).join(', ')}${values.length > 12 ? ', …' : ''}`,
    'zh-CN': ` ${values.slice(0, 12).join('、')}${values.length > 12 ? '…' : ''} 之一`,
  };
}

/** An example that fits on one line of a sentence. */
export function exampleOf(field: Field): string | undefined {
  const example = field.examples.find((candidate) => typeof candidate === 'string' && candidate.length <= 60);
  return example as string | undefined;
}

function oneOf(types: readonly string[]): Localised {
  const names = types.map((type) => typeNames[type] ?? same(type));
  return {
    en: names.map((name) => name.en).join(' or '),
    'zh-CN': names.map((name) => name['zh-CN']).join('或'),
  };
}

/** @example found(5).en // => 'the number 5' */
export function found(value: unknown): Localised {
  if (typeof value === 'number') return { en: `the number ${value}`, 'zh-CN': `数字 ${value}` };
  if (typeof value === 'boolean') return { en: `${value}`, 'zh-CN': ` ${value}` };
  if (value === null) return { en: 'nothing', 'zh-CN': '空' };
  if (Array.isArray(value)) return typeNames.array!;
  if (typeof value === 'object') return { en: 'a group of fields', 'zh-CN': '一组字段' };
  return typeNames.string!;
}

/** Quoted names in a row: `"a" and "b"`, “a”、“b”. */
export function quotedList(names: readonly string[]): Localised {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.at(-1)!;
  return {
    en: quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last,
    'zh-CN': names.map((name) => `“${name}”`).join('、'),
  };
}
