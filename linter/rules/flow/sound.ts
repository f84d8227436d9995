import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import { type ProcessGraph, processGraph } from '../../graph/flow/process-graph.ts';
import { checkSoundness, MOST_MARKINGS, type Violation } from '../../graph/flow/soundness.ts';
import type { Handbook } from '../../graph/handbook.ts';
import type { MessageData, Template } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

const messages = {
  missingNext: {
    en: 'Step "{step}" gets stuck: {path} → (no way on); expected every path to reach "end". Add "next" to "{step}".',
    'zh-CN': '步骤“{step}”走不下去：{path} →（没有下一步）；每条路径都应到达 end。请为“{step}”填写 next。',
  },
  noOtherwise: {
    en: 'Step "{step}" can get stuck: {path} → (no condition holds); expected a way on in every case. Add a branch with "otherwise: true".',
    'zh-CN':
      '步骤“{step}”可能走不下去：{path} →（条件都不满足）；任何情况下都应有去向。请增加一个 otherwise: true 的分支。',
  },
  noCondition: {
    en: 'The branch from "{step}" to "{to}" has no condition; expected "when" or "otherwise: true". Say when it is taken.',
    'zh-CN': '从“{step}”到“{to}”的分支没有条件；应填写 when 或 otherwise: true，写明什么情况下走该分支。',
  },
  severalOtherwise: {
    en: 'Step "{step}" has {count} branches with "otherwise: true"; expected one. Give the branch to "{to}" a "when".',
    'zh-CN': '步骤“{step}”有 {count} 个 otherwise: true 的分支；应只有一个。请为去往“{to}”的分支填写 when。',
  },
  namedEnd: {
    en: 'A step is called "end", the word that ends a process; expected another id. Rename the step.',
    'zh-CN': '有一个步骤名为“end”，而 end 表示流程结束；应使用其他 id。请为该步骤改名。',
  },
  secondStart: {
    en: 'Nothing leads to step "{step}"; the process starts at "{start}", the first step listed. Name "{step}" in the "next" of a step, or remove it.',
    'zh-CN':
      '没有步骤通向“{step}”；流程从列在最前的“{start}”开始。请在某个步骤的 next 中指向“{step}”，或将其删除。',
  },
  unreachable: {
    en: 'Step "{step}" is never reached: only {from} leads to it, and nothing leads there from the start. Name it in the "next" of a step that is reached, or remove it.',
    'zh-CN':
      '步骤“{step}”永远走不到：只有{from}通向它，而从起点到不了那里。请在能走到的步骤的 next 中指向它，或将其删除。',
  },
  deadLoop: {
    en: 'Step "{step}" goes round for ever: {path} → …; expected every path to reach "end". Add a branch that leaves the loop.',
    'zh-CN': '步骤“{step}”陷入死循环：{path} → …；每条路径都应到达 end。请增加一个离开循环的分支。',
  },
  joinWaits: {
    en: 'Step "{step}" can wait for ever: {path} (waits for {missing}); expected all that lead to "join: all" to run each time. Start them together with "all", let alternatives meet before it, or remove "join: all".',
    'zh-CN':
      '步骤“{step}”可能一直等待：{path}（等待{missing}）；通向 join: all 的步骤每次都应执行。请用 all 同时启动它们，或让择一的分支先汇合，或删除 join: all。',
  },
  leftBehind: {
    en: 'The process can end while "{join}" still waits: {path} ("{join}" waits for {missing}); expected nothing to be left under way. Lead this path to "{join}" as well.',
    'zh-CN':
      '流程可能在“{join}”仍在等待时结束：{path}（“{join}”等待{missing}）；结束时不应有未完成的步骤。请让该路径也通向“{join}”。',
  },
  runsTwice: {
    en: 'Step "{step}" can run twice: {path} and {other} run side by side; expected parallel branches to meet at a step with "join: all". Add it to "{step}", or to a step before.',
    'zh-CN':
      '步骤“{step}”可能执行两次：{path} 与 {other} 同时进行；并行分支应在写有 join: all 的步骤汇合。请在“{step}”或其之前的步骤填写。',
  },
  endsTwice: {
    en: 'The process can end twice: {path} and {other} run side by side; expected parallel branches to meet before "end". Lead both to one step with "join: all".',
    'zh-CN':
      '流程可能结束两次：{path} 与 {other} 同时进行；并行分支应在 end 之前汇合。请让两者通向同一个写有 join: all 的步骤。',
  },
  undecided: {
    en: 'The parallel steps of "{process}" combine in more than {limit} ways, so its end was not proven; expected fewer. Move a part into a sub-process, or raise "markings".',
    'zh-CN':
      '流程“{process}”的并行步骤组合超过 {limit} 种，无法判定能否正常结束；组合应更少。请把一部分移到子流程，或调高 markings。',
  },
};

export default defineRule<keyof typeof messages, { markings: number }>({
  meta: {
    summary: {
      en: 'Require every process to end properly, whatever path it takes.',
      'zh-CN': '每个流程无论走哪条路径都应正常结束。',
    },
    severity: 'error',
    claims: ['S2-01'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { markings: { type: 'integer', minimum: 1, maximum: 1_000_000, default: MOST_MARKINGS } },
    },
  },
  messages,
  check({ each, handbook, options, report }) {
    for (const process of each(handbook.all('process'))) {
      if (process.data.status === 'retired') continue;
      const graph = processGraph(process);
      for (const violation of violationsOf(handbook, process, graph, options.markings)) {
        report({
          message: messageOf[violation.kind],
          at: process.at(violation.pointer),
          subject: `${process.key}#${violation.step}`,
          data: { ...dataOf(violation), process: process.id, limit: options.markings },
          related: relatedOf(violation).map(({ step, template }) => ({
            at: process.at(`${graph.get(step)!.pointer}/id`),
            template,
          })),
        });
      }
    }
  },
});

// helpers

type Told = Exclude<Violation, { kind: 'single-parallel' }>;

const messageOf: Record<Told['kind'], keyof typeof messages> = {
  'missing-next': 'missingNext',
  'no-otherwise': 'noOtherwise',
  'no-condition': 'noCondition',
  'several-otherwise': 'severalOtherwise',
  'named-end': 'namedEnd',
  'second-start': 'secondStart',
  unreachable: 'unreachable',
  'dead-loop': 'deadLoop',
  'join-waits': 'joinWaits',
  'left-behind': 'leftBehind',
  'runs-twice': 'runsTwice',
  'ends-twice': 'endsTwice',
  undecided: 'undecided',
};

/** Steps in which the schema found fault are not judged, and nothing is concluded from where they lead. */
function violationsOf(
  handbook: Handbook,
  process: Entity<'process'>,
  graph: ProcessGraph,
  markings: number,
): Told[] {
  const faulty = process.has('/steps') && hasFaultIn(handbook, process, '/steps');
  const violations = checkSoundness(faulty ? { ...graph, complete: false } : graph, { markings });
  const isFaulty = ({ step }: Violation) => faulty && hasFaultIn(handbook, process, graph.get(step)!.pointer);
  // The schema asks for two branches under `all` already.
  return violations.filter((each): each is Told => each.kind !== 'single-parallel' && !isFaulty(each));
}

function dataOf(violation: Told): MessageData {
  const { step } = violation;
  switch (violation.kind) {
    case 'missing-next':
    case 'no-otherwise':
      return { step, path: arrows(violation.path) };
    case 'no-condition':
      return { step, to: violation.to };
    case 'several-otherwise':
      return { step, to: violation.to, count: violation.count };
    case 'second-start':
      return { step, start: violation.start };
    case 'unreachable':
      return { step, from: listed(violation.from) };
    case 'dead-loop':
      return { step, path: arrows([...violation.path, ...violation.loop.slice(1), violation.loop[0]!]) };
    case 'join-waits':
      return { step, path: arrows(violation.path), missing: listed(violation.missing) };
    case 'left-behind':
      return { step, path: arrows(violation.path), join: violation.join, missing: listed(violation.missing) };
    case 'runs-twice':
    case 'ends-twice':
      return { step, path: arrows(violation.paths[0]), other: arrows(violation.paths[1]) };
    default:
      return { step };
  }
}

const awaited: Template = { en: 'This step may not happen.', 'zh-CN': '该步骤可能不会执行。' };
const waiting: Template = { en: 'This step still waits.', 'zh-CN': '该步骤仍在等待。' };

function relatedOf(violation: Told): { step: string; template: Template }[] {
  if (violation.kind === 'left-behind') return [{ step: violation.join, template: waiting }];
  if (violation.kind !== 'join-waits') return [];
  return violation.missing.map((step) => ({ step, template: awaited }));
}

/** Long paths keep where they begin and what led to the trouble. */
function arrows(path: readonly string[]): string {
  const shown = path.length > 9 ? [...path.slice(0, 2), '…', ...path.slice(-6)] : path;
  return shown.join(' → ');
}

function listed(steps: readonly string[]) {
  return {
    en: steps.map((step) => `"${step}"`).join(', '),
    'zh-CN': steps.map((step) => `“${step}”`).join('、'),
  };
}
