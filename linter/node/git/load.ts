import type { EarlierRun } from '../../graph/earlier.ts';
import type { FileFacts } from '../../graph/facts.ts';
import { buildHandbook, type Handbook } from '../../graph/handbook.ts';
import { certainLocalesOf, SETTINGS_FILE } from '../../graph/settings-file.ts';
import type { SourceFile } from '../../graph/source.ts';
import { digestOf, withDigests } from '../cache/run-cache.ts';
import { comparedFacts } from '../compared-facts.ts';
import { historyOf } from './history.ts';
import type { Repository } from './repository.ts';
import { revisionSource } from './source.ts';

/**
 * The handbook at a commit, judged by the day of a later one. What the later one has read of the same files,
 * byte for byte, is not read again.
 *
 * @param commit an id, as `resolveRevision` gives it. Throws a `GitError`.
 * @param remembered what the run over the later one left, for checks to go on from.
 */
export function loadRevision(
  repository: Repository,
  commit: string,
  later: Handbook,
  remembered?: EarlierRun,
): Handbook {
  const source = revisionSource(repository, commit);
  return buildHandbook(remembered ? withDigests(source) : source, {
    digest: digestOf,
    ...(remembered && { earlier: remembered }),
    clock: later.today,
    today: later.today,
    history: once(() => historyOf(repository, commit)),
    facts: factsLike(later),
  });
}

/** Facts depend on a file's bytes, its path and the locales. */
function factsLike(known: Handbook) {
  const tags = String(certainLocalesOf(known.files.get(SETTINGS_FILE)));
  return (file: SourceFile, locales: readonly string[]): FileFacts => {
    const facts = known.files.get(file.path);
    const same = facts?.text !== undefined && file.bytes && String(locales) === tags;
    return same && Buffer.from(facts.text!).equals(file.bytes!) ? facts : comparedFacts(file, locales);
  };
}

function once<Value>(find: () => Value): () => Value {
  let found: { value: Value } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
