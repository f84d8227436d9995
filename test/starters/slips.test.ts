import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildHandbook, lint, registry } from '../../linter/index.ts';
import { diskSource } from '../../linter/node.ts';

const folder = resolve(import.meta.dirname, '../../linter/starters');
const starters = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What authors do most: a colon in a text without quotes, and a field misspelt. */
const slips: Record<string, (text: string) => string> = {
  'a colon in a text': (text) => text.replace(/^name: .*$/m, 'name: Seen: at once'),
  'a misspelt field': (text) => text.replace(/^(owner|unit|kind|method|type|goal|subject):/m, '$1x:'),
};

describe.each(starters)('in the starter %s', (name) => {
  const source = [...diskSource(join(folder, name))];

  test.each(Object.entries(slips))('%s is told of its own file, and no other is blamed', (_, change) => {
    let changed = 0;
    const blamed = source.flatMap((file, index) => {
      const before = new TextDecoder().decode(file.bytes ?? new Uint8Array());
      const after = change(before);
      if (after === before) return [];
      changed += 1;
      const files = source.with(index, { ...file, bytes: new TextEncoder().encode(after) });
      const handbook = buildHandbook(files, { clock: '2026-11-22' });
      const { findings } = lint(handbook, { language: 'en', registry, preset: 'strict' });
      expect(findings.filter((found) => found.file === file.path)).not.toEqual([]);
      return findings
        .filter(({ rule }) => !rule.startsWith('syntax/'))
        .map((found) => `${file.path} → ${found.file} ${found.rule} ${found.message}`);
    });
    expect(changed).toBeGreaterThan(20);
    expect(blamed).toEqual([]);
  });
});
