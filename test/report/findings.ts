import type { Finding, Position } from '../../linter/model/finding.ts';

/** A finding on the first place where `quoted` stands in `source`. */
export function findingOn(source: string, quoted: string, rest: Partial<Finding> = {}): Finding {
  const offset = source.indexOf(quoted);
  if (offset === -1) throw new Error(`"${quoted}" is not in the source`);
  return {
    rule: 'flow/step-measured',
    severity: 'error',
    message: 'Step "verify" has no metric.',
    messageId: 'unmeasured',
    file: 'processes/check-in.yaml',
    fingerprint: '0f1e2d3c',
    start: positionAt(source, offset),
    end: positionAt(source, offset + quoted.length),
    ...rest,
  };
}

export function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}
