import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileSource } from '../../linter/graph/source.ts';
import { buildHandbook, fieldsOf, kindNames, lint, registry } from '../../linter/index.ts';
import { addDuration } from '../../linter/model/date.ts';
import { diskSource } from '../../linter/node.ts';
import { textsOf } from './texts.ts';

const folder = resolve(import.meta.dirname, '../../linter/starters');
const starters = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function read(source: FileSource, { clock = '2026-11-22', today }: { clock?: string; today?: string } = {}) {
  const handbook = buildHandbook(source, { clock, ...(today && { today }) });
  const found = (['en', 'zh-CN'] as const).flatMap(
    (language) => lint(handbook, { language, registry, preset: 'strict' }).findings,
  );
  const findings = found.map(({ file, start, rule, message }) => `${file}:${start.line} ${rule} ${message}`);
  return { handbook, findings };
}

test('there are starters', () => expect(starters).not.toEqual([]));

describe.each(starters)('the starter %s', (name) => {
  const source = diskSource(join(folder, name));
  const { handbook, findings } = read(source);
  const locales = handbook.locales;

  test('is strict-clean', () => expect(findings).toEqual([]));

  test('stays so when read years later', () => {
    expect(read(source, { clock: '2031-01-01' }).findings).toEqual([]);
  });

  test('stays so for a month of use', () => {
    const today = addDuration(handbook.today, { kind: 'duration', number: '31', unit: 'd' }) ?? '';
    expect(today > handbook.today).toBe(true);
    expect(read(source, { today }).findings).toEqual([]);
  });

  test('has every kind', () => {
    expect(kindNames.filter((kind) => handbook.all(kind).length === 0)).toEqual([]);
  });

  test('says everything in both languages', () => {
    expect([...locales].sort()).toEqual(['en', 'zh-CN']);
    const documents = handbook.entities.filter(({ kind }) => kind === 'sop' || kind === 'guide');
    const lacking = documents.filter(({ translations }) => !translations.has(locales[1]!));
    expect(lacking.map(({ key }) => key)).toEqual([]);
    const texts = handbook.entities
      .filter((entity) => !documents.includes(entity))
      .flatMap((entity) => textsOf(entity.data, fieldsOf(entity.kind), entity.key));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter(({ value }) => !isBilingual(value)).map(({ place }) => place)).toEqual([]);
  });

  test('is held together by its decision rights: without them it is not clean', () => {
    const without = source.filter(({ path }) => !path.startsWith('decision-rights/'));
    expect(without.length).toBeLessThan(source.length);
    expect(read(without).findings.join('\n')).toMatch(/authority\//);
  });
});

/** A text that has words has Chinese ones under zh-CN, and others under en. */
function isBilingual(value: unknown): boolean {
  if (typeof value === 'string') return !/\p{L}/u.test(value);
  const { en = '', 'zh-CN': chinese = '', ...others } = value as Record<string, string>;
  const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
  return Object.keys(others).length === 0 && en !== '' && !hasHan(en) && hasHan(chinese);
}
