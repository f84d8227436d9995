import type { Localised } from './message.ts';
import type { Kind } from './types.gen.ts';

export type { Kind, KindData } from './types.gen.ts';

export interface KindInfo {
  /** The folder its files lie in; the company is a single file at the root. */
  folder: string;
  /** Which files hold it. */
  extension: 'yaml' | 'mdx';
  /** The term, singular. */
  label: Localised;
  /** The term, plural, as it heads a list. */
  plural: Localised;
}

const info = (
  folder: string,
  en: string,
  zh: string,
  plural = `${en}s`,
  extension: 'yaml' | 'mdx' = 'yaml',
) => ({
  folder,
  extension,
  label: { en, 'zh-CN': zh },
  plural: { en: plural, 'zh-CN': zh },
});

/** The seventeen kinds in the order a reader meets them. */
export const kinds: Record<Kind, KindInfo> = {
  company: info('', 'company', '公司', 'company'),
  unit: info('units', 'unit', '部门与门店'),
  role: info('roles', 'role', '岗位'),
  segment: info('segments', 'segment', '客群'),
  service: info('services', 'service', '服务'),
  process: info('processes', 'process', '流程', 'processes'),
  standard: info('standards', 'standard', '标准'),
  sop: info('sops', 'SOP', '作业指导书', 'SOPs', 'mdx'),
  guide: info('guides', 'guide', '文档', 'guides', 'mdx'),
  metric: info('metrics', 'metric', '指标'),
  'decision-right': info('decision-rights', 'decision right', '授权事项'),
  'feedback-loop': info('feedback-loops', 'feedback loop', '反馈闭环'),
  training: info('training', 'training', '培训', 'training'),
  incentive: info('incentives', 'incentive', '激励'),
  inspection: info('inspections', 'inspection', '检查'),
  tool: info('tools', 'tool', '工具'),
  improvement: info('improvements', 'improvement', '改进'),
};

export const kindNames = Object.keys(kinds) as Kind[];

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

/** @example kindOfFolder('processes') // => 'process' */
export function kindOfFolder(folder: string): Kind | undefined {
  return kindNames.find((kind) => kinds[kind].folder === folder && folder !== '');
}
