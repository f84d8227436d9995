import type { Entity, Finding } from '../../../linter/index.ts';
import { metClaims } from '../../../linter/index.ts';
import { openHandbook } from '../../handbook.ts';
import { type Block, type Item, section } from '../blocks.ts';
import { dueDates } from '../dates.ts';
import type { View } from '../view.ts';
import { plain } from '../words.ts';
import type { Overview } from './overview.ts';

/** Of more findings than this the rest is only counted. */
const MOST_FINDINGS = 100;

/** How the handbook itself stands: what was found, what is overdue, who answers for how much. */
export const health: Overview = {
  has: () => true,
  page: (view) => {
    const { t } = view;
    const { findings, coverage } = openHandbook();
    const found = findings(view.language);
    const overdue = dueDates(view).filter((each) => each.overdue);
    const { covered, total } = metClaims(coverage.claims);
    const count = (severity: Finding['severity']) =>
      found.filter((each) => each.severity === severity).length;
    const figure = (value: string | number, text: string, href?: string) => ({
      value: String(value),
      label: [{ text, ...(href && { href }) }],
    });
    return {
      ref: { type: 'overview', name: 'health' },
      title: { text: t('overview.health') },
      description: t('health.lead'),
      crumbs: [{ text: t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...section('figures', '', {
          type: 'figures',
          figures: [
            figure(count('error'), t('health.errors')),
            figure(count('warning'), t('health.warnings')),
            figure(overdue.length, t('calendar.overdue')),
            figure(t('demands.of', { covered, total }), t('health.demands'), view.href({ type: 'demands' })),
          ],
        }),
        ...section(
          'owners',
          t('health.owners'),
          ownerTable(
            view,
            found,
            overdue.map(({ entity }) => entity),
          ),
        ),
        ...section('overdue', t('calendar.overdue'), {
          type: 'list',
          items: overdue.map(({ entity, date, what }) => ({
            line: [view.link(entity)],
            notes: [
              [plain(t(`calendar.${what}`)), plain(t('colon')), plain(view.date(date) ?? date, 'strong')],
            ],
          })),
        }),
        ...section('findings', t('health.findings'), ...findingBlocks(view, found)),
      ],
    };
  },
};

// helpers

interface Standing {
  unit: string;
  role: Entity | undefined;
  entries: number;
  findings: number;
  overdue: number;
}

/** By unit and role: what they own, and what of it needs them. */
function ownerTable(view: View, findings: readonly Finding[], overdue: readonly Entity[]): Block {
  const { handbook, t } = view;
  const byFile = new Map(handbook.entities.map((entity) => [entity.file, entity]));
  for (const entity of handbook.entities)
    for (const { file } of entity.translations.values()) byFile.set(file, entity);
  const owners = new Map<Entity | undefined, Standing>();
  const standingOf = (entity: Entity): Standing => {
    const role = handbook.referenceAt(entity, '/owner')?.target;
    const unit = role && handbook.referenceAt(role, '/unit')?.target;
    const known = owners.get(role) ?? {
      unit: unit ? view.name(unit).text : '',
      role,
      entries: 0,
      findings: 0,
      overdue: 0,
    };
    owners.set(role, known);
    return known;
  };
  for (const entity of handbook.entities) standingOf(entity).entries += 1;
  for (const { file } of findings) {
    const entity = byFile.get(file);
    if (entity) standingOf(entity).findings += 1;
  }
  for (const entity of overdue) standingOf(entity).overdue += 1;
  const collator = new Intl.Collator(view.locale);
  const name = ({ role }: Standing) => (role ? view.name(role).text : '');
  const rows = [...owners.values()].sort(
    (a, b) => collator.compare(a.unit, b.unit) || collator.compare(name(a), name(b)),
  );
  return {
    type: 'table',
    caption: t('health.owners'),
    head: [
      t('health.unit'),
      t('meta.owner'),
      t('health.entries'),
      t('health.findings'),
      t('calendar.overdue'),
    ],
    rows: rows.map(({ unit, role, entries, findings, overdue }) => [
      { lines: [[plain(unit)]] },
      { lines: [[role ? view.link(role) : plain(t('health.noOwner'), 'strong')]] },
      ...[entries, findings, overdue].map((number) => ({
        lines: [[plain(String(number), number === 0 ? 'quiet' : 'value')]],
      })),
    ]),
  };
}

function findingBlocks(view: View, found: readonly Finding[]): Block[] {
  if (found.length === 0) return [{ type: 'text', line: [plain(view.t('health.clean'))] }];
  const count = found.length - MOST_FINDINGS;
  const list: Block = {
    type: 'list',
    items: found.slice(0, MOST_FINDINGS).map((each) => itemOf(view, each)),
  };
  if (count <= 0) return [list];
  return [list, { type: 'text', quiet: true, line: [plain(view.t('health.more', { count }))] }];
}

function itemOf(view: View, { message, severity, rule, file, start }: Finding): Item {
  const known = openHandbook().rules.has(rule);
  return {
    line: [plain(message)],
    notes: [
      [
        plain(view.t(`health.${severity}`), severity === 'error' ? 'strong' : undefined),
        plain(view.t('dot')),
        plain(`${file}:${start.line}`),
        plain(view.t('dot')),
        known ? { text: rule, href: view.href({ type: 'rule', id: rule }) } : plain(rule),
      ],
    ],
  };
}
