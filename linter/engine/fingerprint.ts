import { digest } from '../model/digest.ts';
import type { Problem } from '../model/finding.ts';

/**
 * A name for a problem that survives moved lines and edited neighbours: rule, message and subject, never a
 * position. The n-th problem of the same name carries n.
 *
 * @param seen counts names within one run; pass the same map for every problem of a run.
 */
export function fingerprintOf(problem: Problem, seen: Map<string, number>): string {
  const name = `${problem.rule}\n${problem.messageId}\n${problem.subject}`;
  const count = (seen.get(name) ?? 0) + 1;
  seen.set(name, count);
  return digest(count === 1 ? name : `${name}\n${count}`, 16);
}
