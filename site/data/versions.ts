import { commitsOf, openRepository } from '../../linter/node.ts';

/** A day on which the handbook was changed: its last commit was in force from then on. */
interface VersionDay {
  /** `YYYY-MM-DD` */
  date: string;
  commit: string;
}

/** Which version was in force when, as far as Git tells. */
export interface Versions {
  /** Newest first. */
  days: readonly VersionDay[];
  /** What came before them: no handbook, something that a shortened clone does not know, or days left out here. */
  before: 'nothing' | 'unknown' | 'unlisted';
}

/** Of more commits than these, a page would be nothing but a list of them. */
const MOST_COMMITS = 2_000;

/**
 * The days on which a handbook was changed, in words or otherwise.
 *
 * @param root the folder it lies in
 * @returns undefined where there is no Git, or nothing was ever committed
 */
export function versionsOf(root: string, most = MOST_COMMITS): Versions | undefined {
  const repository = openRepository(root);
  if (!repository) return undefined;
  const commits = commitsOf(repository, most + 1);
  if (commits.length === 0) return undefined;
  const last = new Map<string, string>();
  for (const { date, id } of commits.slice(0, most)) if (!last.has(date)) last.set(date, id);
  const days = [...last].map(([date, commit]) => ({ date, commit }));
  // Commits stand in the order of their history; whoever brings in older work puts days out of order.
  days.sort((a, b) => (a.date < b.date ? 1 : -1));
  const unlisted = commits.length > most;
  return { days, before: unlisted ? 'unlisted' : repository.shallow ? 'unknown' : 'nothing' };
}

/** A version with the day before the next one: the last on which it was in force; the newest one has none. */
export function spanOf(days: readonly { date: string }[], index: number): { from: string; until?: string } {
  const from = days[index]!.date;
  const next = days[index - 1]?.date;
  return next === undefined ? { from } : { from, until: dayBefore(next) };
}

// helpers

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
