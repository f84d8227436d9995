import { type Entity, parseDuration } from '../../linter/index.ts';
import { type Fact, fact } from './blocks.ts';
import { versionAddress } from './changes.ts';
import { lastChange } from './last-change.ts';
import type { View } from './view.ts';
import type { Line, Piece } from './words.ts';

/** The quiet line of every page: who answers for it, whether it is in force, how fresh it is. */
export interface Envelope {
  owner?: Piece;
  status: 'draft' | 'pilot' | 'active' | 'retired';
  statusName: string;
  reviewed?: string;
  /** When the next review is due. */
  due?: string;
  overdue: boolean;
  version?: string;
}

export function envelopeOf(view: View, entity: Entity): Envelope {
  const { status = 'active', reviewed, reviewEvery, version } = entity.data;
  const owner = view.ref(entity, '/owner');
  const due = reviewed && reviewEvery ? dayAfter(reviewed, reviewEvery) : undefined;
  return {
    ...(owner && { owner }),
    status,
    statusName: view.label(entity.kind, '/status', status) ?? status,
    ...(reviewed && { reviewed: view.date(reviewed) }),
    ...(due && { due: view.date(due) }),
    overdue: due !== undefined && due < view.handbook.today,
    ...(version && { version }),
  };
}

/** What an auditor looks for, at the foot of the page. */
export function recordOf(view: View, entity: Entity): Fact[] {
  const { data, kind } = entity;
  const title = (name: string) => view.field(kind, `/${name}`);
  const list = (values: readonly (string | undefined)[] | undefined): Line[] =>
    (values ?? []).map((text) => [{ text: text ?? '' }]);
  const pilot = 'pilot' in data ? (data.pilot as { until?: string } | undefined) : undefined;
  return [
    ...fact(title('owner'), view.ref(entity, '/owner')),
    ...fact(title('version'), data.version),
    ...fact(title('effective'), view.date(data.effective)),
    ...fact(title('author'), view.ref(entity, '/author')),
    ...fact(title('approvedBy'), view.ref(entity, '/approvedBy')),
    ...fact(title('reviewed'), view.date(data.reviewed)),
    ...fact(title('reviewEvery'), view.value('duration', data.reviewEvery)),
    ...(pilot ? fact(view.field(kind as 'process', '/pilot/until'), view.date(pilot.until)) : []),
    ...fact(title('satisfies'), ...list(data.satisfies)),
    ...fact(title('supersedes'), ...view.refs(entity, '/supersedes')),
    ...fact(view.t('record.changed'), changedOn(view, entity)),
    ...fact(view.t('record.id'), entity.key),
  ];
}

/** The day from which the text is as it stands, with its permanent address where a server shows it. */
function changedOn(view: View, { file }: Entity): Piece | undefined {
  const known = lastChange(view.handbook, file);
  const text = view.date(known?.changed);
  if (!known || !text) return undefined;
  const href = versionAddress(view, known.commit, file);
  return { text, ...(href && { href }) };
}

/** The day a number of days, or of hours that make days, after a date; undefined for working days. */
export function dayAfter(date: string, duration: string): string | undefined {
  const read = parseDuration(duration);
  if (!read.ok || (read.value.unit !== 'd' && read.value.unit !== 'h')) return undefined;
  const hours = Number(read.value.number) * (read.value.unit === 'd' ? 24 : 1);
  const time = Date.parse(date) + hours * 3_600_000;
  return Number.isFinite(time) && Math.abs(time) < 8e15
    ? new Date(time).toISOString().slice(0, 10)
    : undefined;
}
