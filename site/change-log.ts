import { blastRadiusIn, buildHandbook, type Change, compare, type Handbook } from '../linter/index.ts';
import { type Commit, commitsOf, FactsMemory, openRepository, revisionSource } from '../linter/node.ts';

/** One change as readers see it: what it says, and whose work it touches. */
export interface LoggedChange extends Change {
  /** Keys of the roles that work by what changed. */
  roles: readonly string[];
}

/** What changed on one day, against the day before it on which anything did. */
export interface ChangeDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** The last commit of the day: the state that was in force from then on. */
  commit: string;
  changes: readonly LoggedChange[];
}

/** What changed, newest day first. */
export interface ChangeLog {
  days: readonly ChangeDay[];
  /** False where the history is cut off: older changes are then unknown, not absent. */
  complete: boolean;
}

/** Every day's handbook is built anew; of a large one, fewer days are looked at. */
const MOST_DAYS = 60;
const LEAST_DAYS = 5;
const MOST_FILES = 60_000;
const MOST_COMMITS = 1_000;

/**
 * What Git remembers of the changes to a handbook, by day, in the words of the comparison of revisions;
 * undefined where there is no Git. Words alone that changed are no news and are left out.
 */
export function changeLogOf(root: string, handbook: Handbook): ChangeLog | undefined {
  const repository = openRepository(root);
  if (!repository) return undefined;
  const days = daysOf(commitsOf(repository, MOST_COMMITS));
  const most = Math.max(LEAST_DAYS, Math.min(MOST_DAYS, Math.floor(MOST_FILES / (handbook.files.size + 1))));
  const memory = new FactsMemory();
  const at = (commit: string): Handbook =>
    buildHandbook(revisionSource(repository, commit), {
      clock: handbook.today,
      today: handbook.today,
      facts: memory.facts,
    });
  const found: ChangeDay[] = [];
  let after = days[0] && at(days[0].last);
  for (const [index, day] of days.slice(0, most).entries()) {
    // Before the first day there was nothing to compare with: what began that day is no change.
    const before = at(days[index + 1]?.last ?? day.first);
    found.push({ date: day.date, commit: day.last, changes: logged(before, after!) });
    after = before;
  }
  return { days: found.filter(({ changes }) => changes.length > 0), complete: !repository.shallow };
}

// helpers

interface Day {
  date: string;
  first: string;
  last: string;
}

/** Newest first, as the commits are; a date that comes up again between others is the same day. */
function daysOf(commits: readonly Commit[]): Day[] {
  const days = new Map<string, Day>();
  for (const { id, date } of commits) {
    const day = days.get(date);
    if (day) day.first = id;
    else days.set(date, { date, first: id, last: id });
  }
  return [...days.values()];
}

function logged(before: Handbook, after: Handbook): LoggedChange[] {
  const [later, earlier] = [blastRadiusIn(after), blastRadiusIn(before)];
  return compare(before, after)
    .filter(({ effect }) => effect !== 'editorial')
    .map((change) => {
      const stands = after.find(change.subject.split('#')[0]!) !== undefined;
      const { roles } = (stands ? later : earlier)(change);
      return { ...change, roles: roles.map(({ key }) => key) };
    });
}
