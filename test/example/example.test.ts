import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileSource } from '../../linter/graph/source.ts';
import { buildHandbook, kindNames, lint, registry } from '../../linter/index.ts';
import { diskSource } from '../../linter/node.ts';
import { broken } from './breaks/broken.ts';
import { breaks } from './breaks/index.ts';

const root = resolve(import.meta.dirname, '../../policies');
const source = diskSource(root);

/** How many findings of other rules one break may bring with it. */
const usualOthers = 2;

function findingsOf(files: FileSource, today?: string) {
  const handbook = buildHandbook(files, { clock: '2026-11-22', ...(today && { today }) });
  return { handbook, findings: lint(handbook, { language: 'zh-CN', registry }).findings };
}

describe('the example handbook', () => {
  const { handbook, findings } = findingsOf(source);

  test('passes with no finding', () => expect(findings).toEqual([]));

  test('has every kind', () => {
    expect(kindNames.filter((kind) => handbook.all(kind).length === 0)).toEqual([]);
  });

  test('pins its date, so that it passes on any later date', () => {
    const text = readFileSync(join(root, 'loopbook.yaml'), 'utf8');
    expect(text).toMatch(/^today: \d{4}-\d{2}-\d{2}$/m);
    const later = buildHandbook(source, { clock: '2031-01-01' });
    expect(lint(later, { language: 'en', registry }).findings).toEqual([]);
  });

  test('says everything in both languages', () => {
    const untranslated = handbook.entities
      .filter(({ kind }) => kind === 'sop' || kind === 'guide')
      .filter(({ translations }) => !translations.has('en'));
    expect(untranslated.map(({ key }) => key)).toEqual([]);
  });
});

describe('breaking the example', () => {
  test.each(breaks)('$rule in $file', (entry) => {
    const { rule, file, rename, quoted, inFile, others, because } = entry;
    const { handbook, findings } = findingsOf(broken(source, entry));
    const where = inFile ?? rename ?? file;
    const shown = JSON.stringify(findings.slice(0, 5), null, 1);
    const found = findings
      .filter((finding) => finding.rule === rule && finding.file === where)
      .map(({ start, end }) => handbook.files.get(where)!.text!.slice(start.offset, end.offset));
    expect(found, shown).toContain(quoted);
    const beside = findings.filter((finding) => finding.rule !== rule);
    // An edit that the schema refuses breaks the file and not the rule.
    expect(beside.filter((finding) => finding.rule.startsWith('syntax/'))).toEqual([]);
    expect(beside.length, shown).toBeLessThanOrEqual(others ?? usualOthers);
    if (others !== undefined) {
      expect(because, 'a reason for so many').toBeTruthy();
      expect(beside.length, 'no more than the entry allows, and no fewer').toBe(others);
    }
  });

  test('every rule is broken at least once', () => {
    const rules = new Set(breaks.map(({ rule }) => rule));
    expect(registry.map(({ id }) => id).filter((id) => !rules.has(id))).toEqual([]);
  });
});
