import type { Entity, Finding } from '../../../linter/index.ts';
import { metClaims } from '../../../linter/index.ts';
import { openHandbook } from '../../handbook.ts';
import { type Block, type Item, section } from '../blocks.ts';
import { dueDates } from '../dates.ts';
import type { View } from '../view.ts';
import { type Line, plain } from '../words.ts';
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
    const lacking = new Set(coverage.shares.flatMap(({ missing }) => missing.map(entityKey)));
    const standings = standingsOf(view, {
      findings: found,
      overdue: overdue.map(({ entity }) => entity),
      lacking: [...lacking].flatMap((key) => view.handbook.find(key) ?? []),
    });
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
        ...section('units', t('health.units'), unitTable(view, standings)),
        ...section('owners', t('health.owners'), ownerTable(view, standings)),
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

/** What an owner, or all owners of a unit, have to see to. */
interface Standing {
  unit: Entity | undefined;
  role: Entity | undefined;
  entries: number;
  lacking: number;
  findings: number;
  overdue: number;
}

const counted = ['entries', 'lacking', 'findings', 'overdue'] as const;

/** By owner: what they own, and what of it needs them; in the order of units and names. */
function standingsOf(
  view: View,
  {
    findings,
    overdue,
    lacking,
  }: { findings: readonly Finding[]; overdue: readonly Entity[]; lacking: readonly Entity[] },
): Standing[] {
  const { handbook } = view;
  const byFile = new Map(handbook.entities.map((entity) => [entity.file, entity]));
  for (const entity of handbook.entities)
    for (const { file } of entity.translations.values()) byFile.set(file, entity);
  const owners = new Map<Entity | undefined, Standing>();
  const count = (entity: Entity | undefined, what: (typeof counted)[number]) => {
    if (!entity) return;
    const role = handbook.referenceAt(entity, '/owner')?.target;
    const unit = role && handbook.referenceAt(role, '/unit')?.target;
    const known = owners.get(role) ?? { unit, role, entries: 0, lacking: 0, findings: 0, overdue: 0 };
    owners.set(role, known);
    known[what] += 1;
  };
  for (const entity of handbook.entities) count(entity, 'entries');
  for (const { file } of findings) count(byFile.get(file), 'findings');
  for (const entity of overdue) count(entity, 'overdue');
  for (const entity of lacking) count(entity, 'lacking');
  const collator = new Intl.Collator(view.locale);
  const name = (entity: Entity | undefined) => (entity ? view.name(entity).text : '');
  return [...owners.values()].sort(
    (a, b) => collator.compare(name(a.unit), name(b.unit)) || collator.compare(name(a.role), name(b.role)),
  );
}

function ownerTable(view: View, standings: readonly Standing[]): Block {
  return standingTable(
    view,
    view.t('health.owners'),
    view.t('meta.owner'),
    standings.map((each) => [
      [
        [each.role ? view.link(each.role) : plain(view.t('health.noOwner'), 'strong')],
        ...(each.unit ? [[{ ...view.name(each.unit), tone: 'quiet' as const }]] : []),
      ],
      each,
    ]),
  );
}

/** The same for units as a whole, those with most to see to first. */
function unitTable(view: View, standings: readonly Standing[]): Block {
  const units = new Map<Entity | undefined, Standing>();
  for (const { unit, ...numbers } of standings) {
    const known = units.get(unit);
    if (known) for (const what of counted) known[what] += numbers[what];
    else units.set(unit, { ...numbers, unit });
  }
  const open = ({ lacking, findings, overdue }: Standing) => lacking + findings + overdue;
  const rows = [...units.values()].sort((a, b) => open(b) - open(a));
  return standingTable(
    view,
    view.t('health.units'),
    view.t('health.unit'),
    rows.map((each) => [
      [[each.unit ? view.link(each.unit) : plain(view.t('health.noUnit'), 'strong')]],
      each,
    ]),
  );
}

function standingTable(
  { t }: View,
  caption: string,
  name: string,
  rows: readonly (readonly [readonly Line[], Standing])[],
): Block {
  return {
    type: 'table',
    caption,
    head: [name, t('health.entries'), t('demands.lacking'), t('health.findings'), t('calendar.overdue')],
    rows: rows.map(([lines, standing]) => [
      { lines },
      ...counted.map((what) => ({
        lines: [[plain(String(standing[what]), standing[what] === 0 ? 'quiet' : 'value')]],
      })),
    ]),
  };
}

/** `service:stay` of `service:stay#front-desk`. */
function entityKey(key: string): string {
  return key.split('#')[0]!;
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
