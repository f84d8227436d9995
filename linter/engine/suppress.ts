import type { Problem } from '../model/finding.ts';
import { BaselineHider } from './baseline.ts';
import { CommentHider } from './comments.ts';
import { ExceptionHider } from './exceptions.ts';
import type { NamedProblem } from './fingerprint.ts';
import { isHideable } from './hideable.ts';
import type { Hidden, Hider, PlacedEntry, SuppressContext, SuppressionProblem } from './hider.ts';

export interface Suppressed<P extends Problem> {
  open: NamedProblem<P>[];
  hidden: { named: NamedProblem<P>; by: Hidden }[];
  problems: SuppressionProblem[];
  entries: PlacedEntry[];
}

/**
 * Parts the problems that count from those that somebody answers for. Comments come first, then exceptions,
 * then the baseline; each learns of every problem that it could hide, so that none is called unused only
 * because another hides the same.
 */
export function suppress<P extends Problem>(
  named: readonly NamedProblem<P>[],
  context: SuppressContext,
  { baseline }: { baseline: boolean },
): Suppressed<P> {
  const hiders: Hider[] = [new CommentHider(context), new ExceptionHider(context)];
  if (baseline) hiders.push(new BaselineHider(context));
  const open: NamedProblem<P>[] = [];
  const hidden: Suppressed<P>['hidden'] = [];
  for (const each of named) {
    const [by] = isHideable(each.problem) ? hiders.flatMap((hider) => hider.hide(each) ?? []) : [];
    if (by) hidden.push({ named: each, by });
    else open.push(each);
  }
  return {
    open,
    hidden,
    problems: hiders.flatMap((hider) => hider.problems()),
    entries: hiders.flatMap((hider) => hider.entries()),
  };
}
