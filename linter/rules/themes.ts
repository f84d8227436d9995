import { type Localised, same } from '../model/message.ts';

/** The themes of the rules, each a folder, in the order a reader meets them. */
export const themes = {
  references: { en: 'References', 'zh-CN': '引用' },
  ownership: { en: 'Ownership', 'zh-CN': '责任' },
  flow: { en: 'Flow', 'zh-CN': '流程' },
  authority: { en: 'Authority', 'zh-CN': '授权' },
  metrics: { en: 'Metrics', 'zh-CN': '指标' },
  loops: { en: 'Feedback loops', 'zh-CN': '反馈闭环' },
  people: { en: 'People', 'zh-CN': '人员' },
  awareness: { en: 'Service awareness', 'zh-CN': '服务意识' },
  inspection: { en: 'Inspection', 'zh-CN': '检查' },
  documents: { en: 'Documents', 'zh-CN': '文件' },
  alignment: { en: 'Alignment', 'zh-CN': '协调' },
  wording: { en: 'Wording', 'zh-CN': '措辞' },
} satisfies Record<string, Localised>;

export type Theme = keyof typeof themes;

export function isTheme(name: string): name is Theme {
  return Object.hasOwn(themes, name);
}

/** What a theme is called, that of the checks before all rules included. */
export function themeLabel(theme: string): Localised {
  if (theme === 'syntax') return { en: 'Before all rules: can it be read?', 'zh-CN': '先于规则：能否读取' };
  return isTheme(theme) ? themes[theme] : same(theme);
}
