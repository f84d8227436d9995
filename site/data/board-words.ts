import type { Block, Item } from './blocks.ts';
import type { BoardBlock, BoardColumn, Card, StandingRow, Station, TrackLabels } from './board-blocks.ts';
import { type Line, plain } from './words.ts';

/** What a board shows, as the lists and tables by which it can be told where nothing is drawn. */
export function boardInWords(block: BoardBlock): Block[] {
  switch (block.type) {
    case 'chart':
      return [{ type: 'text', line: [plain(block.chart.words)] }];
    case 'standings':
      return [{ type: 'list', items: block.rows.map((row) => standingItem(row, block.labels)) }];
    case 'tally':
      return [
        {
          type: 'list',
          items: block.entries.map(({ count, piece }) => ({ line: [plain(`${count} `), piece] })),
        },
      ];
    case 'loop':
      return [{ type: 'list', ordered: true, items: block.stations.map(stationItem) }];
    case 'cards':
      return [{ type: 'list', items: block.cards.map((card) => cardItem(card, block.labels)) }];
    case 'board':
      return block.columns.map((column) => columnGroup(column, block.labels));
  }
}

// helpers

const DOT = ' · ';

function standingItem(
  { name, owner, value, valueNote, target, status, notes }: StandingRow,
  labels: { owner: string; target: string },
): Item {
  const parts: Line[] = [
    ...(value ? [[plain(value, 'value'), ...(valueNote ? [plain(` (${valueNote})`)] : [])]] : []),
    ...(target ? [[plain(`${labels.target}${target}`)]] : []),
    [plain(status.text)],
    ...(owner ? [[plain(labels.owner), owner]] : []),
  ];
  return { line: withDots([[name], ...parts]), notes };
}

function stationItem({ name, who, when, hole }: Station): Item {
  return {
    line: withDots([
      [plain(name, 'strong')],
      ...(who ? [who] : []),
      ...(when ? [[plain(when, 'value')]] : []),
      ...(hole ? [[plain(hole)]] : []),
    ]),
  };
}

function cardItem({ title, track, state, notes }: Card, labels: TrackLabels): Item {
  const numbers = track
    ? [
        [plain(`${labels.from} ${track.from}`)],
        [plain(`${labels.target} ${track.target}`)],
        ...(track.result ? [[plain(`${labels.result} ${track.result}`)]] : []),
      ]
    : [];
  return { line: withDots([[title], ...numbers, ...(state ? [[plain(state.text)]] : [])]), notes };
}

function columnGroup({ title, cards, empty, more }: BoardColumn, labels: TrackLabels): Block {
  const list: Block = { type: 'list', items: cards.map((card) => cardItem(card, labels)) };
  return {
    type: 'group',
    title: [plain(title)],
    blocks: [
      cards.length > 0 ? list : { type: 'text', line: [plain(empty)] },
      ...(more ? [{ type: 'text' as const, line: [more] }] : []),
    ],
  };
}

function withDots(lines: readonly Line[]): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [plain(DOT), ...line]));
}
