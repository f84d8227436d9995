import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Localised } from '../../model/message.ts';
import { wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

const dimensions = {
  strategy: { en: 'strategy', 'zh-CN': '战略' },
  people: { en: 'people', 'zh-CN': '人员' },
  process: { en: 'process', 'zh-CN': '流程' },
  customer: { en: 'customer', 'zh-CN': '客户' },
  technology: { en: 'technology', 'zh-CN': '技术' },
  culture: { en: 'culture', 'zh-CN': '文化' },
} satisfies Record<string, Localised>;

type Dimension = keyof typeof dimensions;

/** What each dimension is looked for in, in the words of the message. */
const whereToBegin: Record<Dimension, Localised> = {
  strategy: { en: 'a goal with a strategy', 'zh-CN': '写明战略的目标' },
  people: { en: 'training or an incentive', 'zh-CN': '培训或激励' },
  process: { en: 'a process or an SOP', 'zh-CN': '流程或作业指导书' },
  customer: { en: 'a segment or a feedback loop', 'zh-CN': '客群或反馈闭环' },
  technology: { en: 'a tool', 'zh-CN': '工具' },
  culture: {
    en: 'a principle, a culture guide or a behaviour of a role',
    'zh-CN': '服务原则、文化文档或岗位行为',
  },
};

const kindsOf: Partial<Record<Dimension, readonly Kind[]>> = {
  people: ['training', 'incentive'],
  process: ['process', 'sop'],
  customer: ['segment', 'feedback-loop'],
  technology: ['tool'],
};

export default defineRule({
  meta: {
    summary: {
      en: 'Require each of the six dimensions of service management to have at least one entry in force.',
      'zh-CN': '服务管理的六个维度都应至少有一个实施中的条目。',
    },
    severity: 'info',
    claims: ['S3-01', 'S3-42', 'S4-01'],
    fix: 'none',
  },
  messages: {
    empty: {
      en: 'The handbook has nothing on {dimensions}; expected all six dimensions to act together. Begin with {begin}.',
      'zh-CN': '手册中没有{dimensions}方面的内容，六个维度应共同作用；可从{begin}开始。',
    },
  },
  check({ handbook, report }) {
    const { company } = handbook;
    if (!company) return;
    const names = Object.keys(dimensions) as Dimension[];
    const empty = names.filter((dimension) => !isAlive(handbook, company, dimension));
    if (empty.length === 0) return;
    report({
      message: 'empty',
      data: {
        dimensions: wordList(empty.map((each) => dimensions[each])),
        begin: wordList(empty.map((each) => whereToBegin[each])),
      },
      at: company.at('/name'),
      subject: company.key,
    });
  },
});

// helpers

function isAlive(handbook: Handbook, company: Entity<'company'>, dimension: Dimension): boolean {
  if (handbook.all('guide').some((guide) => inForce(guide) && guide.data.dimension === dimension))
    return true;
  if (kindsOf[dimension]?.some((kind) => handbook.all(kind).some(inForce))) return true;
  const { goals = [], themes = [], principles = [] } = company.data;
  if (dimension === 'strategy') return themes.length > 0 || goals.some(({ strategy }) => strategy);
  if (dimension !== 'culture') return false;
  return (
    principles.length > 0 ||
    handbook.all('guide').some((guide) => inForce(guide) && guide.data.type === 'culture') ||
    handbook.all('role').some((role) => inForce(role) && (role.data.behaviours?.length ?? 0) > 0)
  );
}
