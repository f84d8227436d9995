import type { Entity } from '../../../linter/index.ts';
import { byName } from '../back.ts';
import { type Cell, section } from '../blocks.ts';
import { escalationOf, limitInText } from '../grants.ts';
import type { View } from '../view.ts';
import { type Line, plain } from '../words.ts';
import type { Overview } from './overview.ts';

type DecisionRight = Entity<'decision-right'>;

/** Who may decide what: a row for each decision, a column for each role, the frontline first. */
export const authority: Overview = {
  has: (handbook) => handbook.all('decision-right').length > 0,
  page: (view) => {
    const rights = byName(view, view.handbook.all('decision-right')) as DecisionRight[];
    const roles = rolesIn(view, rights);
    return {
      ref: { type: 'overview', name: 'authority' },
      title: { text: view.t('overview.authority') },
      description: view.t('authority.lead'),
      crumbs: [{ text: view.t('home'), href: view.href({ type: 'home' }) }],
      sections: section('matrix', '', {
        type: 'table',
        caption: view.t('overview.authority'),
        head: [view.t('authority.subject'), ...roles.map((role) => view.name(role).text)],
        rows: rights.map((right) => [
          { lines: [[view.link(right)]] },
          ...roles.map((role) => cellOf(view, right, role)),
        ]),
      }),
    };
  },
};

// helpers

/** The roles that hold a grant, from those nearest to the customer to those at the top. */
function rolesIn(view: View, rights: readonly DecisionRight[]): Entity[] {
  const roles = new Set<Entity>();
  for (const right of rights) {
    (right.data.grants ?? []).forEach((_, index) => {
      const role = view.handbook.referenceAt(right, `/grants/${index}/role`)?.target;
      if (role) roles.add(role);
    });
  }
  return byName(view, [...roles]).sort((a, b) => heightOf(view, b) - heightOf(view, a));
}

/** How many roles stand above one; a circle of reporting lines ends where it began. */
function heightOf(view: View, role: Entity): number {
  const above = new Set<Entity>();
  for (let each: Entity | undefined = role; each && !above.has(each); ) {
    above.add(each);
    each = view.handbook.referenceAt(each, '/reportsTo')?.target;
  }
  return above.size;
}

function cellOf(view: View, right: DecisionRight, role: Entity): Cell {
  const lines: Line[] = [];
  (right.data.grants ?? []).forEach((_, index) => {
    if (view.handbook.referenceAt(right, `/grants/${index}/role`)?.target !== role) return;
    const limit = limitInText(view, right, index);
    if (limit) lines.push([plain(limit, 'value')]);
    const beyond = escalationOf(view, right, index);
    if (beyond) lines.push(beyond);
  });
  return { lines };
}
