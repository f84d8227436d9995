import type { Entity } from '../../linter/index.ts';
import { type Fact, fact, type StepView } from './blocks.ts';
import { type Hole, holesOf } from './blueprint/holes.ts';
import { timed } from './blueprint/timing.ts';
import { limitInText } from './grants.ts';
import { targetsAt } from './targets.ts';
import { partName, type View } from './view.ts';
import { capital, joined, type Line, type Piece, plain } from './words.ts';

export type Process = Entity<'process'>;
type Step = NonNullable<Process['data']['steps']>[number];

export const lanes = ['evidence', 'customer', 'frontstage', 'backstage', 'support'] as const;

/** The steps of a process in the order written, each with all that a person who performs it asks. */
export function stepsOf(view: View, process: Process): StepView[] {
  const steps = process.data.steps ?? [];
  const places = new Map(steps.map(({ id }, index) => [id, index]));
  const lacking = lackingIn(view, process);
  return steps.map((step, index) => ({
    ...stepOf(view, process, step, index, places),
    lacks: lacking.get(index) ?? [],
  }));
}

/** A link to a step by its number and name. */
export function stepLink(view: View, process: Process, index: number): Piece {
  const step = process.data.steps?.[index];
  const name = partName(view, process, `/steps/${index}`) ?? { text: step?.id ?? '' };
  return { ...name, href: view.href({ type: 'entity', kind: 'process', id: process.id }, step?.id) };
}

// helpers

/** What each step lacks, by its place in the file, in words. */
function lackingIn(view: View, process: Process): Map<number, string[]> {
  const holes = holesOf(view, process);
  const found = new Map<number, string[]>();
  for (const step of timed(process).graph.steps) {
    const lacks: Hole[] = [...holes.of(step)];
    if (step.next.some(({ to }) => holes.lacksHandoff(step, to))) lacks.push('handoff');
    if (lacks.length > 0)
      found.set(
        step.index,
        lacks.map((hole) => view.t(`blueprint.hole.${hole}`)),
      );
  }
  return found;
}

function stepOf(
  view: View,
  process: Process,
  step: Step,
  index: number,
  places: ReadonlyMap<string | undefined, number>,
): Omit<StepView, 'lacks'> {
  const base = `/steps/${index}`;
  const name = view.words(step.name);
  const what = view.words(step.do);
  const sop = view.ref(process, `${base}/sop`) ?? view.ref(process, `${base}/process`);
  const stage = view.label('process', '/steps/*/stage', step.stage);
  return {
    id: step.id ?? String(index + 1),
    number: index + 1,
    lane: step.lane ?? 'frontstage',
    laneName: view.label('process', '/steps/*/lane', step.lane) ?? '',
    ...(stage && { stage }),
    who: step.lane === 'customer' ? [plain(view.t('step.customer'))] : view.refs(process, `${base}/role`),
    ...(name && { name }),
    ...(what && { what }),
    ...(sop && { sop }),
    critical: step.critical === true,
    times: timesOf(view, step),
    facts: factsOf(view, process, step, base),
    waits: step.join === 'all',
    next: nextOf(view, process, step, places),
  };
}

function timesOf(view: View, step: Step): Line {
  const title = (name: string) => view.field('process', `/steps/*/${name}`);
  const said: Line[] = [];
  const mode = step.mode === 'manual' ? undefined : view.label('process', '/steps/*/mode', step.mode);
  const time = view.value('duration', step.time);
  const wait = view.value('duration', step.wait);
  const most = view.value('duration', step.waitLimit);
  if (mode) said.push([plain(capital(mode))]);
  if (time) said.push([plain(`${title('time')} `), plain(time, 'value')]);
  if (wait) said.push([plain(`${title('wait')} `), plain(wait, 'value')]);
  if (most && most !== wait) said.push([plain(`${title('waitLimit')} `), plain(most, 'value')]);
  return said.flatMap((line, index) => (index ? [plain(view.t('dot')), ...line] : line));
}

function factsOf(view: View, process: Process, step: Step, base: string): Fact[] {
  const title = (name: string) => view.field('process', `/steps/*/${name}`);
  return [
    // What binds comes first: a card has room for no more.
    ...fact(title('decision'), decisionOf(view, process, base)),
    ...fact(title('standard'), ...targetsAt(view, process, `${base}/standard`)),
    ...fact(title('metric'), ...targetsAt(view, process, `${base}/metric`)),
    ...fact(title('tool'), joined(view.refs(process, `${base}/tool`), view.t('comma'))),
    ...fact(title('touchpoint'), view.ref(process, `${base}/touchpoint`)),
    ...fact(title('evidence'), view.words(step.evidence)),
    ...fact(title('with'), ...participantsOf(view, process, step, base)),
    ...fact(title('fallback'), fallbackOf(view, process, step, base)),
    ...fact(title('handoff'), handoffOf(view, process, step, base)),
    ...fact(title('promise'), view.ref(process, `${base}/promise`)),
    ...fact(title('maxRepeats'), step.maxRepeats === undefined ? undefined : String(step.maxRepeats)),
  ];
}

/** The decision right with the limit that this step's own role has in it. */
function decisionOf(view: View, process: Process, base: string): Line | undefined {
  const link = view.ref(process, `${base}/decision`);
  const right = view.handbook.referenceAt(process, `${base}/decision`)?.target as
    | Entity<'decision-right'>
    | undefined;
  if (!link || !right) return link && [link];
  const roles = new Set(
    view.handbook
      .referencesOf(process)
      .filter(({ pointer = '' }) => pointer === `${base}/role` || pointer.startsWith(`${base}/role/`))
      .map(({ target }) => target),
  );
  const index = (right.data.grants ?? []).findIndex((_, each) =>
    roles.has(view.handbook.referenceAt(right, `/grants/${each}/role`)?.target),
  );
  const limit = index < 0 ? undefined : limitInText(view, right, index);
  return limit ? [link, plain(view.t('colon')), plain(limit, 'value')] : [link];
}

function participantsOf(view: View, process: Process, step: Step, base: string): Line[] {
  return (step.with ?? []).map((each, index) => {
    const who = view.ref(process, `${base}/with/${index}/role`) ?? plain('');
    const as = view.label('process', '/steps/*/with/*/as', each.as);
    return as ? [who, plain(view.t('brackets', { text: as }))] : [who];
  });
}

function fallbackOf(view: View, process: Process, step: Step, base: string): Line {
  if (!step.fallback) return [];
  const trigger = view.words(step.fallback.trigger);
  const role = view.ref(process, `${base}/fallback/role`);
  const within = view.value('duration', step.fallback.within);
  return [
    ...(role ? [role] : []),
    ...(within ? [plain(view.t('grant.within', { within }))] : []),
    ...(trigger ? [plain(view.t('colon')), trigger] : []),
  ];
}

function handoffOf(view: View, process: Process, step: Step, base: string): Line {
  if (!step.handoff) return [];
  const to = joined(view.refs(process, `${base}/handoff/to`), view.t('comma'));
  const within = view.value('duration', step.handoff.within);
  const what = view.words(step.handoff.what);
  return [
    ...to,
    ...(within ? [plain(view.t('grant.within', { within }))] : []),
    ...(what ? [plain(view.t('colon')), what] : []),
  ];
}

function nextOf(
  view: View,
  process: Process,
  step: Step,
  places: ReadonlyMap<string | undefined, number>,
): Line[] {
  const { next } = step;
  const to = (id: string | undefined): Piece => {
    const place = places.get(id);
    if (id === 'end') return plain(view.t('step.end'));
    if (place === undefined) return plain(id ?? '');
    const number = view.t('step.number', { number: place + 1 });
    const name = view.words(process.data.steps?.[place]?.name)?.text;
    const text = name ? number + view.t('brackets', { text: name }) : number;
    return { text, href: `#${id}` };
  };
  if (next === undefined) return [];
  if (typeof next === 'string') {
    // The step right below needs no mention.
    return places.get(next) === (places.get(step.id) ?? -1) + 1
      ? []
      : [[plain(view.t('step.then')), to(next)]];
  }
  if (!Array.isArray(next)) {
    const all = (next.all ?? []).map(to);
    return [[plain(view.t('step.together')), ...joined(all, view.t('comma'))]];
  }
  return next.map((branch) => {
    const when = view.words(branch.when);
    const condition: Line = when
      ? [plain(view.t('step.if')), when, plain(view.t('step.ifEnd'))]
      : [plain(view.t('step.otherwise'))];
    return [...condition, to(branch.to)];
  });
}
