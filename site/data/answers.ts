import { type Entity, type Kind, kindNames } from '../../linter/index.ts';
import { bodyFor } from '../markup/body.ts';
import { type Facets, facetsOf } from './facets.ts';
import { rungOf } from './grants.ts';
import { situationsOf } from './situations.ts';
import { type Process, stepLink } from './steps.ts';
import { type GlossarySynonym, glossarySynonyms, otherNames } from './synonyms.ts';
import { targetOf } from './targets.ts';
import { at, type View } from './view.ts';
import { shorten } from './words.ts';

/** One thing a reader may look for, small enough for thousands of them to be searched in the browser. */
export interface Answer extends Facets {
  url: string;
  title: string;
  /** Of which kind it is, in words. */
  kind: string;
  /** The kind it is filtered by; a step goes with its process, a word of the glossary with nothing. */
  in: Kind | 'glossary';
  /** How much this kind is asked for. */
  weight: number;
  /** Other names, in all languages. */
  names: string;
  /** The answer itself: limits, targets, or what it is for. */
  note: string;
  /** What else it says of itself, searched and not shown. */
  words: string;
}

/** All that the search of one locale answers from. */
export interface SearchData {
  answers: Answer[];
  synonyms: GlossarySynonym[];
  /** What the values of the filters are called, by id. */
  labels: { kind: Record<string, string>; unit: Record<string, string>; role: Record<string, string> };
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
  service: 0.8,
  segment: 0.8,
  improvement: 0.7,
  unit: 0.7,
  company: 0.7,
};

/** The longest text that is searched of one answer besides its names, in characters … */
const LONGEST = 160;
/** … and what an SOP or guide may add to it, where there are few; of very many, nothing. */
const LONGEST_BODY = 600;
/** How much of all bodies is searched at once, so that the index stays light on a phone. */
const ALL_BODIES = 240_000;

/** All answers in the reader's language: every entity, every step with words of its own, every word explained. */
export function answersOf(view: View): SearchData {
  const current = kindNames.flatMap((kind) =>
    view.handbook.all(kind).filter(({ data }) => data.status !== 'retired'),
  );
  const answers = [
    ...current.flatMap((entity) => [answerOf(view, entity), ...stepsOf(view, entity)]),
    ...termsOf(view),
  ];
  return {
    answers: onePerAddress(answers),
    synonyms: glossarySynonyms(view),
    labels: labelsOf(view, current),
  };
}

// helpers

function answerOf(view: View, entity: Entity): Answer {
  const { text: title, href = '' } = view.link(entity);
  const note = noteOf(view, entity);
  return {
    url: href,
    title,
    kind: view.kindName(entity.kind),
    in: entity.kind,
    weight: weights[entity.kind] ?? 1,
    names: otherNames(entity, title).join(' · '),
    note,
    words: wordsOf(view, entity, note),
    ...facetsOf(view, entity),
  };
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

/** What it is about and what it asks for, in its own words. */
function wordsOf(view: View, entity: Entity, note: string): string {
  const said = [
    '/subject',
    '/statement',
    '/summary',
    '/purpose',
    '/trigger',
    '/commitment',
    '/strategy',
    '/award',
    '/why',
  ]
    .map((pointer) => view.words(at(entity.data, pointer))?.text ?? '')
    .filter((text) => text !== '' && text !== note);
  return [shorten(said.join(' '), LONGEST), bodyWords(view, entity)].filter(Boolean).join(' ');
}

/** The cases an SOP or guide provides for: what brings somebody to it who does not know its name. */
function bodyWords(view: View, entity: Entity): string {
  if (entity.kind !== 'sop' && entity.kind !== 'guide') return '';
  const { handbook } = view;
  const texts = handbook.all('sop').length + handbook.all('guide').length;
  const most = Math.min(LONGEST_BODY, Math.floor(ALL_BODIES / texts));
  // A few words of a text would only be its first case.
  if (most < LONGEST) return '';
  const body = bodyFor(view, entity);
  return body ? shorten(situationsOf(body.text).join(' '), most) : '';
}

function stepsOf(view: View, entity: Entity): Answer[] {
  if (entity.kind !== 'process') return [];
  const process = entity as Process;
  const kind = `${view.field('process', '/steps/*')}${view.t('dot')}${view.name(process).text}`;
  const { handbook } = view;
  return (process.data.steps ?? []).flatMap((step, index) => {
    const title = view.words(step.name)?.text;
    if (!title) return [];
    const role = handbook.referenceAt(process, `/steps/${index}/role`)?.target;
    const unit = role && handbook.referenceAt(role, '/unit')?.target;
    return [
      {
        url: stepLink(view, process, index).href ?? '',
        title,
        kind,
        in: 'process' as const,
        weight: 0.35,
        names: '',
        note: view.words(step.do)?.text ?? '',
        words: '',
        units: unit ? [unit.id] : [],
        roles: role ? [role.id] : [],
      },
    ];
  });
}

/** The words that the glossary explains. */
function termsOf(view: View): Answer[] {
  return (view.handbook.glossary.terms ?? []).flatMap(({ id, term, definition }) => {
    const title = view.words(term)?.text;
    const note = view.words(definition)?.text;
    if (!id || !title || !note) return [];
    const url = view.href({ type: 'glossary' }, id);
    const kind = view.t('glossary');
    return [
      {
        url,
        title,
        kind,
        in: 'glossary' as const,
        weight: 0.3,
        names: '',
        note,
        words: '',
        units: [],
        roles: [],
      },
    ];
  });
}

/** The same step may stand under two addresses no more than once. */
function onePerAddress(answers: readonly Answer[]): Answer[] {
  return [...new Map(answers.map((answer) => [answer.url, answer])).values()];
}

function labelsOf(view: View, entities: readonly Entity[]): SearchData['labels'] {
  const named = (kind: Kind) =>
    Object.fromEntries(
      entities.filter((each) => each.kind === kind).map((each) => [each.id, view.name(each).text]),
    );
  const kinds = kindNames.filter((kind) => entities.some((each) => each.kind === kind));
  return {
    kind: Object.fromEntries(kinds.map((kind) => [kind, view.kindName(kind)])),
    unit: named('unit'),
    role: named('role'),
  };
}
