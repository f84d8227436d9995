import { compareFindings } from '../engine/compare-findings.ts';
import type { LintOptions } from '../engine/lint.ts';
import { memoryOf, type RuleMemory } from '../engine/memory.ts';
import type { LintResult } from '../model/finding.ts';
import type { Language } from '../model/message.ts';
import { loadRevision, mergeBase, type Repository, repositoryOf } from '../node.ts';
import { askGit } from './git.ts';
import type { OpenHandbook } from './handbook.ts';

/** The revision that `--base` names, found before anything is linted. */
export interface Base {
  /** As the user named it. */
  name: string;
  /**
   * The commit that is compared with: where the present branch left the one named, as in
   * `git diff name...HEAD`. What others have done to that one since is not this change's doing, neither its
   * findings nor what it fixed. Where the revision is an ancestor, it is that revision itself.
   */
  commit: string;
  repository: Repository;
}

/** Finds the base of a comparison. Throws a user error where Git, the repository or the revision is not there. */
export function baseOf(name: string, root: string, language: Language): Promise<Base> {
  return askGit(language, () => {
    const repository = repositoryOf(root);
    return { name, commit: mergeBase(repository, name), repository };
  });
}

/**
 * Tells what of a result is new since the base. The base is read from Git's objects, nothing is checked out.
 *
 * @param rules what the rules did to come to the result: those that would do the same for the base need not run.
 */
export function compareWithBase(
  { name, commit, repository }: Base,
  result: LintResult,
  { handbook, language }: OpenHandbook,
  options: LintOptions,
  rules?: RuleMemory,
): Promise<LintResult> {
  return askGit(language, () => {
    const memory = rules && memoryOf(handbook, rules.now);
    const before = loadRevision(repository, commit, handbook, memory?.handbook);
    return compareFindings(result, handbook, { name, handbook: before, rules: memory?.rules }, options);
  });
}
