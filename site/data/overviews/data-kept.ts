import { type Entity, inForce } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { section } from '../blocks.ts';
import type { MatrixRow } from '../overview-blocks.ts';
import type { View } from '../view.ts';
import { joined, plain } from '../words.ts';
import { cellOf, gap, overviewPage } from './cells.ts';
import type { Overview } from './overview.ts';

type Tool = Entity<'tool'>;

/** What data the tools keep about customers: which, what for, on what ground, and for how long. */
export const dataKept: Overview = {
  has: (handbook) =>
    handbook.all('tool').some((tool) => inForce(tool) && (tool.data.stores?.length ?? 0) > 0),
  page: (view) => {
    const tools = byName(view, view.handbook.all('tool').filter(inForce)) as Tool[];
    const keeping = tools.filter(({ data }) => (data.stores?.length ?? 0) > 0);
    const others = tools.filter(({ data }) => !data.stores?.length).map((each) => view.link(each));
    const title = (name: string) => view.field('tool', `/stores/*/${name}`);
    return overviewPage(view, 'data-kept', view.t('data.lead'), [
      ...section('fields', '', {
        type: 'matrix',
        matrix: {
          caption: view.t('overview.data-kept'),
          corner: title('field'),
          columns: [plain(title('purpose')), plain(title('consent')), plain(title('keepFor'))],
          groups: keeping.map((tool) => ({
            title: view.t('data.tool', { tool: view.name(tool).text }),
            rows: rowsOf(view, tool),
          })),
        },
      }),
      ...section('others', view.t('data.others'), {
        type: 'facts',
        facts:
          others.length > 0
            ? [{ term: view.kindPlural('tool'), values: [joined(others, view.t('comma'))] }]
            : [],
      }),
    ]);
  },
};

// helpers

function rowsOf(view: View, tool: Tool): MatrixRow[] {
  return (tool.data.stores ?? []).map((stored) => {
    const purpose = view.words(stored.purpose);
    const consent = view.label('tool', '/stores/*/consent', stored.consent);
    const kept = view.value('duration', stored.keepFor);
    const name = view.words(stored.field) ?? plain(stored.id ?? '');
    const href = view.href({ type: 'entity', kind: 'tool', id: tool.id }, stored.id);
    return {
      head: [{ ...name, href }],
      cells: [
        cellOf(purpose ? [[purpose]] : [], gap(view.t('data.noPurpose'))),
        cellOf(consent ? [[plain(consent)]] : [], gap(view.t('data.noConsent'))),
        cellOf(kept ? [[plain(kept, 'value')]] : [], gap(view.t('data.noTerm'))),
      ],
    };
  });
}
