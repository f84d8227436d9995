import { inForce, isOpen } from '../../../linter/index.ts';
import { type Block, type Section, section } from '../blocks.ts';
import { evidenceOf, type Gap } from '../gap-evidence.ts';
import { cardOf, type Improvement, trackLabels } from '../improvement-words.ts';
import type { View } from '../view.ts';
import { plain } from '../words.ts';
import type { Overview } from './overview.ts';

const GAPS = [1, 2, 3, 4, 5] as const satisfies Gap[];
/** Longer lists are opened by those who need them. */
const MOST_LINES = 6;

/** The five gaps of the service quality model: what shows each of them here, and what is done about it. */
export const gaps: Overview = {
  has: (handbook) => handbook.all('improvement').some(inForce),
  page: (view) => ({
    ref: { type: 'overview', name: 'gaps' },
    title: { text: view.t('overview.gaps') },
    description: view.t('gaps.lead'),
    crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
    sections: GAPS.flatMap((gap) => gapSection(view, gap)),
  }),
};

// helpers

function gapSection(view: View, gap: Gap): Section[] {
  const improvements = improvementsOn(view, gap);
  const evidence = evidenceOf(view, gap);
  const blocks: Block[] = [
    { type: 'text', line: [plain(view.t(`gap.meaning.${gap}`))] },
    ...evidence.map(({ name, lines }): Block => {
      const list: Block = { type: 'list', items: lines.map((line) => ({ line })) };
      const title = view.t('gap.count', { name, count: lines.length });
      return lines.length > MOST_LINES
        ? { type: 'more', summary: title, blocks: [list] }
        : { type: 'group', title: [plain(title)], blocks: [list] };
    }),
    ...(improvements.length > 0
      ? [
          {
            type: 'group' as const,
            title: [plain(view.kindPlural('improvement'))],
            blocks: [
              {
                type: 'cards' as const,
                labels: trackLabels(view),
                cards: improvements.map((each) => cardOf(view, each)),
              },
            ],
          },
        ]
      : []),
  ];
  if (improvements.length === 0) {
    const key = evidence.length === 0 ? 'gap.nothing' : 'gap.noAction';
    blocks.push({
      type: 'text',
      quiet: true,
      line: [plain(view.t(key), evidence.length === 0 ? 'state-none' : 'state-open')],
    });
  }
  return section(`gap-${gap}`, view.t(`gap.${gap}`), ...blocks);
}

/** Those under way first, then those closed, the newest proof first. */
function improvementsOn(view: View, gap: Gap): Improvement[] {
  return view.handbook
    .all('improvement')
    .filter(
      (each) =>
        inForce(each) && (each.data.gap === gap || (each.data.causes ?? []).some((cause) => cause === gap)),
    )
    .sort(
      (a, b) =>
        Number(isOpen(b)) - Number(isOpen(a)) || (b.data.checked ?? '').localeCompare(a.data.checked ?? ''),
    );
}
