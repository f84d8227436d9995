import { type Entity, type Kind, kindNames } from '../../linter/index.ts';
import { rungOf } from './grants.ts';
import { type Process, stepLink } from './steps.ts';
import { synonymsOf } from './synonyms.ts';
import { targetOf } from './targets.ts';
import type { View } from './view.ts';

/** One thing a reader may look for, small enough for thousands of them to be searched in the browser. */
export interface Answer {
  url: string;
  title: string;
  /** Of which kind it is, in words. */
  kind: string;
  /** How much this kind is asked for. */
  weight: number;
  /** Other names, in all languages. */
  names: string;
  /** The answer itself: limits, targets, or what it is for. */
  note: string;
}

/** What people ask for most in a hurry counts most. */
const weights: Partial<Record<Kind, number>> = {
  'decision-right': 1.5,
  role: 1.4,
  sop: 1.4,
  process: 1.3,
  guide: 1.2,
  standard: 1.1,
  training: 0.8,
  inspection: 0.8,
  tool: 0.8,
  improvement: 0.7,
};

/** All answers in the reader's language: every entity, and every step that has words of its own. */
export function answersOf(view: View): Answer[] {
  return kindNames.flatMap((kind) =>
    view.handbook
      .all(kind)
      .filter(({ data }) => data.status !== 'retired')
      .flatMap((entity) => [answerOf(view, entity), ...stepsOf(view, entity)]),
  );
}

// helpers

function answerOf(view: View, entity: Entity): Answer {
  const { text: title, href = '' } = view.link(entity);
  return {
    url: href,
    title,
    kind: view.kindName(entity.kind),
    weight: weights[entity.kind] ?? 1,
    names: namesOf(view, entity, title),
    note: noteOf(view, entity),
  };
}

function namesOf(view: View, entity: Entity, title: string): string {
  const names = synonymsOf(view, entity, title);
  // How people ask for a right: by who and how much, not by what it is called.
  if (entity.kind === 'decision-right') names.push(view.t('search.decision'));
  return names.join(' · ');
}

function noteOf(view: View, entity: Entity): string {
  if (entity.kind === 'decision-right') {
    const right = entity as Entity<'decision-right'>;
    const rungs = (right.data.grants ?? []).map((_, index) => rungOf(view, right, index));
    return rungs
      .map(({ who, limit, per, condition }) =>
        [who.text, limit ?? condition?.text, per].filter(Boolean).join(' '),
      )
      .join(view.t('semicolon'));
  }
  const target = targetOf(view, entity);
  if (target) return target;
  const data = entity.data as Record<string, unknown>;
  return view.words(data.commitment ?? data.summary ?? data.purpose)?.text ?? '';
}

function stepsOf(view: View, entity: Entity): Answer[] {
  if (entity.kind !== 'process') return [];
  const process = entity as Process;
  const kind = `${view.field('process', '/steps/*')}${view.t('dot')}${view.name(process).text}`;
  return (process.data.steps ?? []).flatMap((step, index) => {
    const title = view.words(step.name)?.text;
    if (!title) return [];
    const url = stepLink(view, process, index).href ?? '';
    return [{ url, title, kind, weight: 0.6, names: '', note: view.words(step.do)?.text ?? '' }];
  });
}
