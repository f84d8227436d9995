import type { Extent } from './company.ts';
import type { Draft } from './draft.ts';
import { agent, manager, STANDARDS_PER_LINE, supervisor, TOUCHPOINTS } from './line.ts';
import type { Random } from './random.ts';
import type { Words } from './words.ts';

/** A process of eight steps with a branch and, in every other one, work that goes on in parallel. */
export function processDraft(index: number, extent: Extent, words: Words, random: Random): Draft {
  const line = index % extent.lines;
  const round = Math.floor(index / extent.lines);
  const area = random.pick(words.areas);
  return {
    path: `processes/process-${index}.yaml`,
    data: {
      name: `${area} ${index + 1}`,
      owner: manager(line),
      summary: `${sentence(words, random)} ${random.pick(words.reasons)}`,
      service: `service-${line}`,
      goal: 'ease',
      metrics: [`time-${line}`, `faults-${line}`, 'nps'],
      feedback: [`complaint-${line}`],
      steps:
        round % 2 === 0 ? branching(index, extent, words, random) : parallel(index, extent, words, random),
    },
  };
}

// helpers

type Step = Record<string, unknown>;

function branching(index: number, extent: Extent, words: Words, random: Random): Step[] {
  const make = stepMaker(index, extent, words, random);
  return [
    make.customer('arrive', 0, 'receive'),
    make.staff('receive', 'contact', 0, 'identify'),
    make.handover('identify', 'confirm', 0, [
      { to: 'escalate', when: random.pick(words.occasions) },
      { to: 'prepare', otherwise: true },
    ]),
    make.escalation('escalate', 'prepare'),
    make.back('prepare', 'deliver'),
    make.sop('deliver', 4, 'explain'),
    make.staff('explain', 'deliver', 1, [
      { to: 'identify', when: random.pick(words.occasions) },
      { to: 'ask-back', otherwise: true },
    ]),
    make.staff('ask-back', 'feedback', 2, 'end'),
  ];
}

function parallel(index: number, extent: Extent, words: Words, random: Random): Step[] {
  const make = stepMaker(index, extent, words, random);
  return [
    make.customer('call', 1, 'answer'),
    make.staff('answer', 'contact', 1, 'note'),
    make.staff('note', 'confirm', 3, { all: ['arrange', 'inform'] }),
    make.back('arrange', 'bring-together'),
    make.sop('inform', 2, 'bring-together'),
    { ...make.staff('bring-together', 'deliver', 0, 'hand-over'), join: 'all' },
    make.handover('hand-over', 'deliver', 4, [
      { to: 'repair', when: random.pick(words.occasions) },
      { to: 'ask-back', otherwise: true },
    ]),
    make.escalation('repair', 'ask-back'),
    make.staff('ask-back', 'feedback', 2, 'end'),
  ];
}

function stepMaker(index: number, extent: Extent, words: Words, random: Random) {
  const line = index % extent.lines;
  const standard = () => `standard-${line}-${random.below(STANDARDS_PER_LINE)}`;
  const tool = () => `tool-${(line + random.below(2)) % extent.tools}`;
  const touchpoint = (each: number) => TOUCHPOINTS[each];
  const handoff = (to: string) => ({ to, what: random.pick(words.records), within: '5 min' });
  const text = () => sentence(words, random);
  return {
    customer: (id: string, at: number, next: unknown): Step => ({
      ...{ id, lane: 'customer', stage: 'contact', touchpoint: touchpoint(at) },
      ...{ do: text(), value: 'customer', time: '1 min', next },
    }),
    handover: (id: string, stage: string, at: number, next: unknown): Step => ({
      ...{ id, lane: 'frontstage', stage, touchpoint: touchpoint(at), role: agent(line), do: text() },
      ...{ standard: standard(), tool: tool(), value: 'customer', time: '2 min', wait: '2 min' },
      ...{ handoff: handoff(supervisor(line)), next },
    }),
    staff: (id: string, stage: string, at: number, next: unknown): Step => ({
      ...{ id, lane: 'frontstage', stage, touchpoint: touchpoint(at), role: agent(line) },
      ...{
        do: text(),
        standard: standard(),
        tool: tool(),
        value: 'customer',
        time: '2 min',
        wait: '2 min',
        next,
      },
    }),
    sop: (id: string, at: number, next: unknown): Step => ({
      ...{ id, lane: 'frontstage', stage: 'deliver', touchpoint: touchpoint(at), role: agent(line) },
      ...{
        sop: `sop-${index % extent.sops}`,
        standard: standard(),
        tool: tool(),
        critical: true,
        value: 'required',
        time: '3 min',
        next,
      },
    }),
    back: (id: string, next: unknown): Step => ({
      ...{ id, lane: 'backstage', role: agent(line), do: text(), metric: `time-${line}` },
      ...{ tool: tool(), value: 'required', time: '4 min', next },
    }),
    escalation: (id: string, next: unknown): Step => ({
      ...{ id, lane: 'frontstage', stage: 'deliver', touchpoint: touchpoint(0), role: supervisor(line) },
      ...{ do: text(), decision: `decision-${line}`, standard: standard(), value: 'customer', time: '5 min' },
      ...{ handoff: handoff(agent(line)), next },
    }),
  };
}

/** What somebody does with something somewhere. */
export function sentence(words: Words, random: Random): string {
  const act = random.pick(words.acts);
  const object = random.pick(words.objects);
  const place = random.pick(words.places);
  const result = random.pick(words.results);
  return words.sentence({ act, object, place, result });
}
