import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../linter/engine/coverage.ts';
import { lint } from '../../linter/engine/lint.ts';
import { type FileFacts, readFacts } from '../../linter/graph/facts.ts';
import { buildHandbook } from '../../linter/graph/handbook.ts';
import type { FileSource, SourceFile } from '../../linter/graph/source.ts';
import { diskSource } from '../../linter/node.ts';
import { parseClaims } from '../../linter/rules/claims.ts';
import { registry } from '../../linter/rules/registry.gen.ts';
import { broken } from '../example/breaks/broken.ts';
import { breaks } from '../example/breaks/index.ts';
import { rulesFolder } from '../support/handbook.ts';

const { claims } = parseClaims(readFileSync(join(rulesFolder, 'claims.yaml'), 'utf8'));
const source = diskSource(resolve(import.meta.dirname, '../../policies'));
const known = new WeakMap<SourceFile, FileFacts>();

/** Hundreds of files stay as they are from one break to the next; each is read once. */
function facts(file: SourceFile, locales: readonly string[]): FileFacts {
  const found = known.get(file) ?? readFacts(file, locales);
  known.set(file, found);
  return found;
}

function coverage(files: FileSource) {
  const handbook = buildHandbook(files, { clock: '2026-11-22', facts });
  const { findings } = lint(handbook, { language: 'en', registry });
  return coverageOf(handbook, findings, { registry, claims });
}

test('the example meets every demand that applies to a hotel', () => {
  const { claims: states } = coverage(source);
  expect(states.filter(({ status }) => status === 'open')).toEqual([]);
  // Banks, clinics and schools have demands of their own.
  const other = states.filter(({ status }) => status === 'notApplicable').map(({ id }) => id);
  expect(other).toEqual(['S4-20', 'S4-21', 'S4-23']);
});

describe('breaking a rule in the example opens every demand that it serves', () => {
  test.each(breaks)('$rule in $file', (change) => {
    const states = coverage(broken(source, change)).claims;
    for (const { id, rules } of claims) {
      const state = states.find((each) => each.id === id)!;
      if (!rules.includes(change.rule) || state.status === 'notApplicable') continue;
      expect(state.status, id).toBe('open');
      expect(
        state.findings.map(({ rule }) => rule),
        id,
      ).toContain(change.rule);
    }
  });

  test('every demand has a rule that is broken somewhere', () => {
    const opened = new Set(['syntax/schema', ...breaks.map(({ rule }) => rule)]);
    const closed = claims.filter(({ rules }) => !rules.some((rule) => opened.has(rule)));
    expect(closed.map(({ id }) => id)).toEqual([]);
  });

  test('syntax/schema', () => {
    const change = {
      file: 'services/stay.yaml',
      find: '\ncustomer: individual',
      replace: '\ncustomer: anyone',
    };
    const open = coverage(broken(source, change)).claims.filter(({ status }) => status === 'open');
    expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(['S4-08', 'S4-09']));
  });
});
