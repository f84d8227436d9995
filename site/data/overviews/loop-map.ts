import { awaitsAnswer, coveredEntries, inForce, type Part } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { section } from '../blocks.ts';
import { everyIn, type Loop, lastImproved, overdueOf } from '../loop-words.ts';
import type { Matrix, MatrixCell, MatrixRow } from '../overview-blocks.ts';
import { partName, type View } from '../view.ts';
import { capital, plain } from '../words.ts';
import type { Overview } from './overview.ts';

/** Where customers are heard and how; where nobody hears them; what each loop last improved. */
export const loopMap: Overview = {
  has: (handbook) => handbook.all('feedback-loop').some(inForce),
  page: (view) => {
    const all = byName(view, view.handbook.all('feedback-loop').filter(inForce)) as Loop[];
    const uncovered = uncoveredIn(view);
    const map = mapOf(view, all, uncovered);
    const total = map.groups.reduce((sum, { rows }) => sum + rows.length, 0);
    return {
      ref: { type: 'overview', name: 'loop-map' },
      title: { text: view.t('overview.loop-map') },
      description: view.t('loops.lead'),
      crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...section('tally', '', {
          type: 'tally',
          entries: [
            { piece: plain(view.t('loops.heard'), 'state-met'), count: total - uncovered.size },
            {
              piece: plain(view.t('loops.unheard'), uncovered.size > 0 ? 'state-missed' : undefined),
              count: uncovered.size,
            },
          ],
        }),
        ...section('map', view.t('loops.map'), { type: 'matrix', matrix: map }),
        ...section('times', view.t('loops.times'), { type: 'matrix', matrix: timesOf(view, all) }),
      ],
    };
  },
};

// helpers

/** Touchpoints that no loop hears, as `service:stay#front-desk`. */
function uncoveredIn({ handbook }: View): ReadonlySet<string> {
  const touchpoints = coveredEntries(handbook).filter(({ group }) => group === 'touchpoints');
  return new Set(touchpoints.filter(({ meets }) => meets.size === 0).map(({ key }) => key));
}

function mapOf(view: View, all: readonly Loop[], uncovered: ReadonlySet<string>): Matrix {
  const methods = view
    .values('feedback-loop', '/method')
    .filter((method) => all.some(({ data }) => data.method === method));
  const heard = loopsByPart(view, all);
  return {
    caption: view.t('loops.map'),
    corner: view.field('feedback-loop', '/touchpoints'),
    columns: methods.map((method) =>
      plain(capital(view.label('feedback-loop', '/method', method) ?? method)),
    ),
    tight: true,
    groups: view.handbook
      .all('service')
      .filter(inForce)
      .map((service) => ({
        title: view.name(service).text,
        rows: view.handbook
          .partsOf(service)
          .filter(({ type }) => type === 'touchpoint')
          .map((part): MatrixRow => {
            const open = uncovered.has(`${service.key}#${part.id}`);
            const name = partName(view, service, part.pointer) ?? plain(part.id);
            const found = heard.get(part) ?? [];
            return {
              head: [
                { ...name, href: view.href({ type: 'entity', kind: 'service', id: service.id }, part.id) },
              ],
              notes: open ? [[plain(view.t('loops.none'), 'state-missed')]] : [],
              cells: methods.map((method) =>
                cellOf(
                  view,
                  found.filter(({ data }) => data.method === method),
                ),
              ),
            };
          }),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
}

function loopsByPart(view: View, all: readonly Loop[]): Map<Part, Loop[]> {
  const heard = new Map<Part, Loop[]>();
  for (const loop of all) {
    for (const { part, failure } of view.handbook.referencesOf(loop)) {
      if (part?.type !== 'touchpoint' || failure) continue;
      const known = heard.get(part) ?? [];
      if (!known.includes(loop)) heard.set(part, [...known, loop]);
    }
  }
  return heard;
}

function cellOf(view: View, found: readonly Loop[]): MatrixCell {
  return found.length > 0 ? { lines: found.map((loop) => [view.link(loop)]) } : { lines: [], state: 'none' };
}

/** Who answers within which time, how often it is looked into, and what came of it. */
function timesOf(view: View, all: readonly Loop[]): Matrix {
  const title = (pointer: string) => plain(view.field('feedback-loop', pointer));
  return {
    caption: view.t('loops.times'),
    corner: view.kindName('feedback-loop'),
    columns: [title('/ack'), title('/resolve'), title('/analyse'), plain(view.t('loop.last'))],
    groups: [
      {
        rows: all.map((loop) => ({
          head: [view.link(loop)],
          notes: overdueOf(view, loop).map((each) => [
            plain(view.t('loops.overdue', { name: view.name(each).text }), 'state-missed'),
          ]),
          cells: [
            timeCell(view, loop.data.ack, awaitsAnswer(loop)),
            timeCell(view, loop.data.resolve, true),
            analysisCell(view, loop),
            { lines: [lastImproved(view, loop)] },
          ],
        })),
      },
    ],
  };
}

/** A time that ought to be set and is not leaves a visible hole. */
function timeCell(view: View, text: string | undefined, needed: boolean): MatrixCell {
  const value = view.value('duration', text);
  if (value) return { lines: [[plain(value, 'value')]] };
  return needed ? hole(view) : { lines: [], state: 'none' };
}

function analysisCell(view: View, loop: Loop): MatrixCell {
  const every = everyIn(view, loop.data.analyse?.every);
  return every ? { lines: [[plain(every)]] } : hole(view);
}

function hole(view: View): MatrixCell {
  return { lines: [[plain(view.t('loop.noWhen'))]], state: 'gap' };
}
