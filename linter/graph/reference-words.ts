import { type Kind, kinds } from '../model/kinds.ts';
import type { Localised } from '../model/message.ts';
import type { ReferenceTarget } from '../model/reference.ts';

/** What the parts of entries are called. */
const partLabels: Record<string, Localised> = {
  step: { en: 'step', 'zh-CN': '步骤' },
  touchpoint: { en: 'touchpoint', 'zh-CN': '触点' },
  goal: { en: 'goal', 'zh-CN': '目标' },
  principle: { en: 'principle', 'zh-CN': '原则' },
  promise: { en: 'promise', 'zh-CN': '承诺' },
  need: { en: 'need', 'zh-CN': '需求' },
  theme: { en: 'theme', 'zh-CN': '主题' },
  data: { en: 'data field', 'zh-CN': '数据项' },
  item: { en: 'item', 'zh-CN': '检查项' },
  term: { en: 'term', 'zh-CN': '术语' },
};

export function partLabel(type: string): Localised {
  return partLabels[type] ?? { en: type, 'zh-CN': type };
}

/**
 * What a field may refer to, with articles in English.
 *
 * @example expectedWords([{ kind: 'service', part: 'touchpoint' }]) // => { en: 'a touchpoint of a service', … }
 */
export function expectedWords(expected: readonly ReferenceTarget[]): Localised {
  const en = expected.map(({ kind, part }) => {
    const whole = kind ? withArticle(kinds[kind].label.en) : 'this entry';
    return part ? `${withArticle(partLabel(part).en)} of ${whole}` : whole;
  });
  const zh = expected.map(({ kind, part }) => {
    const whole = kind ? kinds[kind].label['zh-CN'] : '本条目';
    return part ? `${whole}的${partLabel(part)['zh-CN']}` : whole;
  });
  return { en: join(en, ', ', ' or '), 'zh-CN': join(zh, '、', '或') };
}

/** @example kindWords('sop') // => { en: 'an SOP', 'zh-CN': '作业指导书' } */
export function kindWords(kind: Kind): Localised {
  return { en: withArticle(kinds[kind].label.en), 'zh-CN': kinds[kind].label['zh-CN'] };
}

// helpers

function withArticle(noun: string): string {
  return /^(?:[aeio]|SOP)/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function join(words: readonly string[], comma: string, or: string): string {
  if (words.length > 4) return `${words.slice(0, 4).join(comma)}${comma}…`;
  return words.length < 2 ? words.join('') : words.slice(0, -1).join(comma) + or + words.at(-1);
}
