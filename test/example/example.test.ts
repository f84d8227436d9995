import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileSource } from '../../linter/graph/source.ts';
import { buildHandbook, kindNames, lint, registry } from '../../linter/index.ts';
import { diskSource } from '../../linter/node.ts';
import { breaks } from './breaks.ts';

const root = resolve(import.meta.dirname, '../../policies');
const source = diskSource(root);

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
  test.each(breaks)('$rule in $file', ({ rule, file, find, replace, rename, quoted, inFile }) => {
    const changed = source.map((each) => {
      if (each.path !== file) return each;
      const text = new TextDecoder().decode(each.bytes);
      expect(text.split(find).length, `"${find}" stands once in ${file}`).toBe(2);
      return { path: rename ?? file, bytes: new TextEncoder().encode(text.replace(find, replace)) };
    });
    const { handbook, findings } = findingsOf(changed);
    const where = inFile ?? rename ?? file;
    const found = findings
      .filter((finding) => finding.rule === rule && finding.file === where)
      .map(({ start, end }) => handbook.files.get(where)!.text!.slice(start.offset, end.offset));
    expect(found, JSON.stringify(findings.slice(0, 5), null, 1)).toContain(quoted);
  });

  test('every rule is broken at least once', () => {
    const broken = new Set(breaks.map(({ rule }) => rule));
    expect(registry.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });
});
