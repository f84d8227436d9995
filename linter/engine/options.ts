import type { Localised, MessageData, Template } from '../model/message.ts';
import { pointer } from '../model/pointer.ts';
import { hint } from '../model/suggest.ts';
import { optionValidators } from '../rules/options.gen.js';
import type { RegisteredRule } from '../rules/rule.ts';

export const optionMessages = {
  unknownOption: {
    en: 'Rule "{id}" has no option "{option}"; {hint}',
    'zh-CN': '规则“{id}”没有选项“{option}”；{hint}',
  },
  wrongOption: {
    en: 'Option "{option}" of rule "{id}" does not fit; expected {expected}. Correct or delete it.',
    'zh-CN': '规则“{id}”的选项“{option}”不合要求，应为{expected}；请改正或删除。',
  },
} satisfies Record<string, Template>;

export interface OptionProblem {
  /** Of the option, below the options. */
  pointer: string;
  messageId: keyof typeof optionMessages;
  data: MessageData;
}

interface OptionSchema {
  type?: string;
  items?: OptionSchema;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
}

/** What is wrong with the options written for a rule, one problem for each option. */
export function optionProblems(
  { id, rule }: RegisteredRule,
  options: Record<string, unknown>,
): OptionProblem[] {
  const validator = optionValidators[id];
  if (!validator || validator(options)) return [];
  const schemas = (rule.meta.options?.properties ?? {}) as Record<string, OptionSchema>;
  const wrong = new Set<string>();
  for (const { instancePath, params } of validator.errors ?? []) {
    const unknown = params.additionalProperty;
    wrong.add(
      typeof unknown === 'string' && instancePath === '' ? unknown : (instancePath.split('/')[1] ?? ''),
    );
  }
  return [...wrong].map((option) => {
    const schema = Object.hasOwn(schemas, option) ? schemas[option] : undefined;
    const data: MessageData = { id, option };
    if (!schema) {
      return {
        pointer: pointer(option),
        messageId: 'unknownOption',
        data: { ...data, hint: hint(option, Object.keys(schemas)) },
      };
    }
    return {
      pointer: pointer(option),
      messageId: 'wrongOption',
      data: { ...data, expected: expectationOf(schema) },
    };
  });
}

const typeWords: Record<string, Localised> = {
  string: { en: 'text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  integer: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': 'true 或 false' },
  array: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'fields with values', 'zh-CN': '带值的字段' },
};

function expectationOf({ type = 'string', items, enum: values, minimum, maximum }: OptionSchema): Localised {
  if (values) return { en: `one of ${values.join(', ')}`, 'zh-CN': ` ${values.join('、')} 之一` };
  const word = typeWords[type] ?? typeWords.string!;
  if (type === 'array' && items) {
    const item = expectationOf(items);
    return { en: `a list, each item ${item.en}`, 'zh-CN': `列表，每项为${item['zh-CN']}` };
  }
  const least =
    minimum === undefined ? undefined : { en: `at least ${minimum}`, 'zh-CN': `不小于 ${minimum}` };
  const most = maximum === undefined ? undefined : { en: `at most ${maximum}`, 'zh-CN': `不大于 ${maximum}` };
  const bounds = [least, most].filter((bound) => bound !== undefined);
  return {
    en: [word.en, ...bounds.map(({ en }) => en)].join(', '),
    'zh-CN': [...bounds.map((bound) => bound['zh-CN']), word['zh-CN']]
      .join('、')
      .replace(/、(?=[^、]*$)/, ' 的'),
  };
}
