import type { CoverageGroup, measures } from '../model/coverage.ts';
import type { Localised, Template } from '../model/message.ts';

export const GROUP_WORDS: Record<CoverageGroup, Localised> = {
  standards: { en: 'standards', 'zh-CN': '标准' },
  processes: { en: 'processes', 'zh-CN': '流程' },
  roles: { en: 'roles', 'zh-CN': '岗位' },
  touchpoints: { en: 'touchpoints', 'zh-CN': '触点' },
  documents: { en: 'documents', 'zh-CN': '文件' },
};

export const MEASURE_WORDS: {
  [Group in CoverageGroup]: Record<(typeof measures)[Group][number], Localised>;
} = {
  standards: {
    metric: { en: 'with a metric', 'zh-CN': '有指标' },
    trained: { en: 'trained', 'zh-CN': '有培训' },
    inspected: { en: 'inspected', 'zh-CN': '有检查' },
    inLoop: { en: 'in a feedback loop', 'zh-CN': '在反馈闭环中' },
  },
  processes: { measured: { en: 'measured', 'zh-CN': '有指标' } },
  roles: {
    decisionRight: { en: 'with a decision right', 'zh-CN': '有授权' },
    training: { en: 'with training', 'zh-CN': '有培训' },
    incentive: { en: 'with an incentive', 'zh-CN': '有激励' },
  },
  touchpoints: { inLoop: { en: 'in a feedback loop', 'zh-CN': '在反馈闭环中' } },
  documents: { reviewed: { en: 'with a valid review', 'zh-CN': '复审有效' } },
};

export const COVERAGE_WORDS = {
  title: { en: 'Coverage on {today}', 'zh-CN': '覆盖情况（{today}）' },
  of: { en: '{covered} of {total}', 'zh-CN': '{covered} / {total}' },
  none: { en: 'none', 'zh-CN': '无' },
  lacking: { en: 'Not covered', 'zh-CN': '未覆盖' },
  more: { en: 'and {count} more', 'zh-CN': '等 {count} 项' },
  byUnit: { en: 'By unit: entries that lack nothing', 'zh-CN': '按部门：各项齐备的条目' },
  noUnit: { en: 'without a unit', 'zh-CN': '未归属部门' },
  claims: {
    en: 'Demands: {met} met, {open} open, {notApplicable} not applicable',
    'zh-CN': '要求：已满足 {met} 项，待完善 {open} 项，不适用 {notApplicable} 项',
  },
  claimsMet: { en: 'demands met', 'zh-CN': '要求已满足' },
  findings: { en: 'found: {rules}', 'zh-CN': '发现问题：{rules}' },
  off: { en: 'not checked, turned off: {rules}', 'zh-CN': '已关闭、未检查：{rules}' },
  unused: { en: 'not used: {fields}', 'zh-CN': '未使用：{fields}' },
  or: { en: ' or ', 'zh-CN': ' 或 ' },
} as const satisfies Record<string, Template>;

/** Between the items of a list. */
export const LIST_COMMA: Localised = { en: ', ', 'zh-CN': '、' };
