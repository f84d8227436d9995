import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { entityQuestion, question } from '../../graph/question.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { leadsNowhere } from '../../graph/questions/leads-nowhere.ts';
import { allReadable } from '../../graph/readable.ts';
import type { Part } from '../../graph/references.ts';
import type { Kind } from '../../model/kinds.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  meta: {
    summary: {
      en: 'Require every touchpoint to stand in a process and in a feedback loop.',
      'zh-CN': '每个触点都应在流程中，也应在反馈闭环中。',
    },
    severity: 'error',
    claims: ['S2-08', 'S3-24', 'S4-07', 'S4-13'],
    fix: 'none',
  },
  messages: {
    noProcess: {
      en: 'Touchpoint "{touchpoint}" of service "{service}" appears in no process step; expected at least one. Name it as "touchpoint" of the step where the customer meets it.',
      'zh-CN':
        '服务“{service}”的触点“{touchpoint}”不在任何流程步骤中，至少应有一个；请在客户接触它的步骤上写明 touchpoint。',
    },
    noLoop: {
      en: 'Touchpoint "{touchpoint}" of service "{service}" is in no feedback loop; expected at least one. Add it to the "touchpoints" of a loop.',
      'zh-CN':
        '服务“{service}”的触点“{touchpoint}”不在任何反馈闭环中，至少应有一个；请把它加入某个闭环的 touchpoints。',
    },
    deafProcess: {
      en: 'No feedback loop hears the customers of process "{process}"; expected at least one. List a loop under "feedback", or let a loop cover its touchpoints.',
      'zh-CN':
        '没有反馈闭环收集流程“{process}”的客户意见，至少应有一个；请在 feedback 中列出闭环，或让某个闭环覆盖它的触点。',
    },
  },
  check({ each, handbook, report }) {
    const inLoop = touchpointsOf.loops(handbook);
    // What seems to be left out may stand in a file that could not be read.
    const knowsProcesses = allReadable(handbook, 'process');
    const knowsLoops = allReadable(handbook, 'feedback-loop');
    for (const service of each(handbook.all('service'))) {
      if (!inForce(service)) continue;
      for (const part of handbook.partsOf(service)) {
        if (part.type !== 'touchpoint') continue;
        const place = {
          data: { touchpoint: part.id, service: service.id },
          at: service.at(`${part.pointer}/id`),
          subject: `${service.key}#${part.id}`,
        };
        const isUsed = !knowsProcesses || touchpointsOf.processes(handbook).has(nameOf(part));
        if (!isUsed && !leadsNowhere(handbook, 'process')) report({ message: 'noProcess', ...place });
        const isHeardAt = !knowsLoops || inLoop.has(nameOf(part));
        if (!isHeardAt && !leadsNowhere(handbook, 'feedback-loop')) report({ message: 'noLoop', ...place });
      }
    }
    for (const process of each(handbook.all('process'))) {
      if (!knowsLoops || !inForce(process) || isHeard(handbook, process, inLoop)) continue;
      if (leadsNowhere(handbook, 'feedback-loop')) continue;
      report({
        message: 'deafProcess',
        data: { process: process.id },
        at: process.at('/name'),
        subject: process.key,
      });
    }
  },
});

// helpers

function nameOf({ owner, id }: Part): string {
  return `${owner.key}#${id}`;
}

const touchpointsNamed = entityQuestion('touchpoints-named', (handbook, entity) =>
  handbook.referencesOf(entity).flatMap(({ part }) => (part?.type === 'touchpoint' ? [nameOf(part)] : [])),
);

/** The touchpoints that entries in force of a kind refer to. */
const touchpointsOf = {
  processes: question('touchpoints-of-processes', (handbook) => touchpointsIn(handbook, 'process')),
  loops: question('touchpoints-of-loops', (handbook) => touchpointsIn(handbook, 'feedback-loop')),
};

function touchpointsIn(handbook: Handbook, kind: Kind): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entity of handbook.all(kind).filter(inForce)) {
    for (const name of touchpointsNamed(handbook, entity)) found.add(name);
  }
  return found;
}

/** A loop that the process lists, that improves it, or that covers one of its touchpoints. */
function isHeard(handbook: Handbook, process: Entity, inLoop: ReadonlySet<string>): boolean {
  const lists = handbook.referencesOf(process);
  if (
    lists.some(
      ({ target, part }) =>
        (target?.kind === 'feedback-loop' && inForce(target)) || (part && inLoop.has(nameOf(part))),
    )
  ) {
    return true;
  }
  return handbook.referencedBy(process).some(({ from }) => from.kind === 'feedback-loop' && inForce(from));
}
