import { appendItem } from '../../graph/append-item.ts';
import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { grantsOf } from '../../graph/questions/grants.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { scaffold } from '../../model/scaffold.ts';
import { fieldList, quotedList, wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type MessageId = 'none' | 'stages' | 'unarmed' | 'powerless';
interface Options {
  stages: string[];
}
type Context = RuleContext<MessageId, Options>;
type Loop = Entity<'feedback-loop'>;

const stages = fieldAt('feedback-loop', '/stages/*')?.values ?? [];
const names = stages.map(({ value }) => value);

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require complaints to go through all stages of ISO 10002, with words to say and a right to settle them.',
      'zh-CN': '投诉应走完 ISO 10002 的各个阶段，并有应对脚本和处置授权。',
    },
    severity: 'error',
    claims: ['S3-11', 'S3-14', 'S5-10'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        stages: {
          type: 'array',
          items: { type: 'string', enum: names },
          maxItems: names.length,
          uniqueItems: true,
          default: names,
        },
      },
    },
  },
  messages: {
    none: {
      en: 'No feedback loop takes in complaints; expected one with "method: complaint". Add it, with its stages, a script and a decision right.',
      'zh-CN': '没有受理投诉的反馈闭环，应有一个“method: complaint”；请增加，并写明阶段、脚本和授权。',
    },
    stages: {
      en: 'Complaint loop "{loop}" leaves out {missing}; expected every stage from receipt to closing. Add them to "stages", and see that somebody does them.',
      'zh-CN': '投诉闭环“{loop}”缺少{missing}，从受理到终止各阶段都应有；请加入 stages，并落实到人。',
    },
    unarmed: {
      en: 'Complaint loop "{loop}" does not state {missing}; expected a script with the words and the decision right to settle by. Add {missing}.',
      'zh-CN':
        '投诉闭环“{loop}”没有写 {missing}；应有应对脚本（script）和处置授权（decision）。请补上 {missing}。',
    },
    powerless: {
      en: 'Decision right "{right}" is granted neither to who collects complaints nor to who acts on them ({roles}); expected one of them to settle by it. Grant it, or name another right.',
      'zh-CN':
        '授权“{right}”既没有给收集投诉的岗位，也没有给处理的岗位（{roles}），至少应有一方能据以处置；请授予，或改写授权。',
    },
  },
  check(context) {
    const { handbook, report } = context;
    const loops = handbook
      .all('feedback-loop')
      .filter((loop) => inForce(loop) && loop.data.method === 'complaint');
    for (const loop of loops) checkLoop(context, loop);
    const { company } = handbook;
    const serves = handbook.all('service').some(inForce);
    if (loops.length > 0 || !company?.sound || !serves) return;
    // A loop whose file cannot be read may be the one.
    if (handbook.entities.some(({ kind, sound }) => kind === 'feedback-loop' && !sound)) return;
    report({ message: 'none', at: company.at('/name'), subject: `${company.key}/complaints` });
  },
});

// helpers

function checkLoop({ handbook, options, report }: Context, loop: Loop): void {
  const stated: readonly string[] = loop.data.stages ?? [];
  const missing = options.stages.filter((stage) => !stated.includes(stage));
  if (missing.length > 0) {
    report({
      message: 'stages',
      data: { loop: loop.id, missing: wordList(missing.map(labelOf)) },
      at: loop.at(loop.has('/stages') ? '/stages' : '/name'),
      subject: `${loop.key}/stages`,
      suggest: [addStages(loop, missing)],
    });
  }
  const absent = (['script', 'decision'] as const).filter((field) => loop.data[field] === undefined);
  if (absent.length > 0) {
    const data = { loop: loop.id, missing: fieldList(absent) };
    report({ message: 'unarmed', data, at: loop.at('/name'), subject: `${loop.key}/${absent.join('+')}` });
  }
  checkRight(handbook, loop, report);
}

/** Whoever hears the complaint, or is sent for, must be able to settle it: else it is handed on and on. */
function checkRight(handbook: Handbook, loop: Loop, report: Context['report']): void {
  const [right] = targetsOf(handbook, loop, '/decision', 'decision-right');
  const roles = ['/collect', '/act'].flatMap((field) => targetsOf(handbook, loop, field, 'role'));
  if (!right || !inForce(right) || roles.length === 0) return;
  const grants = grantsOf(handbook, right);
  if (grants.length === 0 || grants.some(({ role }) => !role || roles.includes(role))) return;
  report({
    message: 'powerless',
    data: { right: right.id, roles: quotedList([...new Set(roles.map(({ id }) => id))]) },
    at: loop.at('/decision'),
    subject: `${loop.key}/decision`,
    related: [
      { at: right.at('/grants'), template: { en: 'It is granted here.', 'zh-CN': '授予情况在这里。' } },
    ],
  });
}

function addStages(loop: Loop, missing: readonly string[]): Remedy {
  const edits = missing
    .map((stage) => appendItem(loop, '/stages', stage))
    .filter((edit) => edit !== undefined);
  const [first] = edits;
  if (!first) return scaffold(loop.file, `stages: [${missing.join(', ')}]`);
  return {
    description: { en: 'Add {stages}.', 'zh-CN': '加入 {stages}。' },
    data: { stages: fieldList(missing) },
    edits: [{ ...first, text: edits.map(({ text }) => text).join('') }],
  };
}

function labelOf(stage: string): Localised {
  return stages.find(({ value }) => value === stage)?.label ?? { en: stage, 'zh-CN': stage };
}
