import type { Section } from '../blocks.ts';
import type { MatrixCell } from '../overview-blocks.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { type Line, type Piece, plain } from '../words.ts';
import type { OverviewName } from './names.ts';

/** An overview's page, with the sentence under its title. */
export function overviewPage(view: View, name: OverviewName, lead: string, sections: Section[]): Page {
  return {
    ref: { type: 'overview', name },
    title: { text: view.t(`overview.${name}`) },
    description: lead,
    crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
    sections,
  };
}

/** A cell with what there is, or with the words for its lack. */
export function cellOf(lines: readonly Line[], lack: MatrixCell): MatrixCell {
  return lines.length > 0 ? { lines } : lack;
}

export function gap(text: string): MatrixCell {
  return { lines: [[plain(text, 'state-open')]], state: 'gap' };
}

/** Nothing is there, and nothing has to be. */
export function none(text = '–'): MatrixCell {
  return { lines: [[plain(text)]], state: 'none' };
}

/** The first of several links, one a line, and how many more there are. */
export function few(view: View, pieces: readonly Piece[], most = 3): Line[] {
  const shown = pieces.length > most + 1 ? pieces.slice(0, most) : pieces;
  const lines: Line[] = shown.map((piece) => [piece]);
  const rest = pieces.length - shown.length;
  return rest > 0 ? [...lines, [plain(view.t('more.count', { count: rest }), 'quiet')]] : lines;
}
