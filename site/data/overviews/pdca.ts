import { inForce } from '../../../linter/index.ts';
import { section } from '../blocks.ts';
import type { BoardColumn } from '../board-blocks.ts';
import { cardOf, type Improvement, isOverdue, trackLabels, trackOf } from '../improvement-words.ts';
import type { View } from '../view.ts';
import { capital, plain } from '../words.ts';
import type { Overview } from './overview.ts';

/** What is closed stays in sight for a while, and then in the list. */
const MOST_CLOSED = 8;

/** All improvements by phase, what is overdue first. */
export const pdca: Overview = {
  has: (handbook) => handbook.all('improvement').some(inForce),
  page: (view) => {
    const all = view.handbook.all('improvement').filter(inForce);
    const phases = view.values('improvement', '/phase');
    const unplaced = all.filter(({ data }) => data.phase === undefined);
    return {
      ref: { type: 'overview', name: 'pdca' },
      title: { text: view.t('overview.pdca') },
      description: view.t('pdca.lead'),
      crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...section('tally', '', { type: 'tally', entries: tallyOf(view, all) }),
        ...section('board', '', {
          type: 'board',
          labels: trackLabels(view),
          columns: [
            ...(unplaced.length > 0 ? [columnOf(view, view.t('pdca.unplaced'), unplaced)] : []),
            ...phases.map((phase) =>
              columnOf(
                view,
                capital(view.label('improvement', '/phase', phase) ?? phase),
                all.filter(({ data }) => data.phase === phase),
                phase === 'closed',
              ),
            ),
          ],
        }),
      ],
    };
  },
};

// helpers

function tallyOf(view: View, all: readonly Improvement[]) {
  const open = all.filter(({ data }) => data.phase !== 'closed');
  const overdue = all.filter((each) => isOverdue(view, each));
  const reached = all.filter((each) => each.data.phase === 'closed' && trackOf(view, each)?.met === true);
  return [
    { piece: plain(view.t('pdca.open')), count: open.length },
    {
      piece: plain(view.t('pdca.overdue'), overdue.length > 0 ? 'state-missed' : undefined),
      count: overdue.length,
    },
    { piece: plain(view.t('pdca.reached'), 'state-met'), count: reached.length },
  ] as const;
}

function columnOf(view: View, title: string, all: readonly Improvement[], closed = false): BoardColumn {
  const sorted = [...all].sort((a, b) =>
    closed
      ? (b.data.checked ?? '').localeCompare(a.data.checked ?? '')
      : (a.data.due ?? '9999').localeCompare(b.data.due ?? '9999'),
  );
  const shown = closed ? sorted.slice(0, MOST_CLOSED) : sorted;
  return {
    title,
    cards: shown.map((each) => cardOf(view, each)),
    empty: view.t('pdca.empty'),
    ...(shown.length < sorted.length && {
      more: {
        text: view.t('pdca.more', { count: sorted.length - shown.length }),
        href: view.href({ type: 'kind', kind: 'improvement' }),
      },
    }),
  };
}
