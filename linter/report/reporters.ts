import { checkstyle } from './checkstyle.ts';
import type { Reporter } from './context.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { inert } from './inert.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** The formats of findings by name. Files are named from the handbook's root in the first two, else from the repository's. */
export const reporters = {
  pretty: {
    summary: { en: 'for people, with the lines in question', 'zh-CN': '供人阅读，附相关行' },
    render: (result, context) => inert(pretty(result, context)),
  },
  json: { summary: { en: 'for programs of one’s own', 'zh-CN': '供自有程序读取' }, render: json },
  sarif: {
    summary: { en: 'SARIF 2.1.0, for code scanning', 'zh-CN': 'SARIF 2.1.0，供代码扫描平台读取' },
    render: sarif,
  },
  github: {
    summary: { en: 'annotations on GitHub', 'zh-CN': 'GitHub 行内批注' },
    render: github,
  },
  gitlab: {
    summary: { en: 'GitLab’s code quality report', 'zh-CN': 'GitLab 代码质量报告' },
    render: gitlab,
  },
  junit: {
    summary: { en: 'JUnit’s XML, for any CI', 'zh-CN': 'JUnit XML，供各类 CI 读取' },
    render: junit,
  },
  checkstyle: {
    summary: { en: 'Checkstyle’s XML, for review tools', 'zh-CN': 'Checkstyle XML，供评审工具读取' },
    render: checkstyle,
  },
  markdown: {
    summary: { en: 'a step summary or a comment', 'zh-CN': '步骤摘要或评论' },
    render: markdown,
  },
} satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as ReporterName[];
