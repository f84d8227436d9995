import { hasFaultIn } from '../../graph/faults.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  meta: {
    summary: {
      en: 'Require an instruction for every step, and an SOP for every critical one.',
      'zh-CN': '每个步骤应写明做法，关键步骤应有作业指导书。',
    },
    severity: 'error',
    claims: ['S2-04', 'S3-17'],
    fix: 'suggestion',
  },
  messages: {
    missing: {
      en: 'Step "{step}" does not say what to do; expected "do" with a few words, or an "sop".',
      'zh-CN': '步骤“{step}”没有写明做法；应填写 do（几句话）或引用 sop。',
    },
    critical: {
      en: 'Critical step "{step}" has no SOP; expected "sop". Write one and name it here.',
      'zh-CN': '关键步骤“{step}”没有作业指导书；应填写 sop。请编写一份并在此引用。',
    },
  },
  check({ each, handbook, report }) {
    for (const process of each(handbook.all('process'))) {
      if (process.data.status === 'retired') continue;
      for (const [index, step] of (process.data.steps ?? []).entries()) {
        // A sub-process instructs by its own steps, which are judged there.
        if (step.id === undefined || step.sop !== undefined || step.process !== undefined) continue;
        const pointer = `/steps/${index}`;
        const message = step.critical === true ? 'critical' : step.do === undefined ? 'missing' : undefined;
        if (!message || hasFaultIn(handbook, process, pointer)) continue;
        const data = { step: step.id };
        const suggest = message === 'critical' ? [scaffold(step.id)] : undefined;
        report({
          message,
          at: process.at(`${pointer}/id`),
          subject: `${process.key}#${step.id}`,
          data,
          suggest,
        });
      }
    }
  },
});

// helpers

function scaffold(step: string) {
  return {
    description: {
      en: 'Create sops/{step}.mdx with the sections Why, Scope, Role, Steps, Exceptions and Record, and add "sop: {step}" here.',
      'zh-CN': '新建 sops/{step}.mdx，包含目的、范围、岗位、步骤、例外和记录各节，并在此填写 sop: {step}。',
    },
    data: { step },
  };
}
