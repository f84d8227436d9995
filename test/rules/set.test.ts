import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registry } from '../../linter/rules/registry.gen.ts';
import { isTheme } from '../../linter/rules/themes.ts';
import { registrySource } from '../../linter/tools/registry.ts';
import { rulesFolder } from '../support/handbook.ts';
import { pageOf, pageOrError } from '../support/pages.ts';

const root = join(rulesFolder, '../..');
const claimIds = { S1: 23, S2: 28, S3: 42, S4: 28, S5: 22 } as const;

test('the registry is fresh', () => {
  expect(readFileSync(join(rulesFolder, 'registry.gen.ts'), 'utf8')).toBe(registrySource(root));
});

test('folders are themes, and each page has its rule', () => {
  const folders = readdirSync(rulesFolder, { withFileTypes: true }).filter((each) => each.isDirectory());
  for (const { name } of folders) {
    if (name === 'base' || name === 'syntax') continue;
    expect(isTheme(name), name).toBe(true);
    for (const file of readdirSync(join(rulesFolder, name))) {
      const other = file.endsWith('.md') ? file.replace(/\.md$/, '.ts') : file.replace(/\.ts$/, '.md');
      expect(existsSync(join(rulesFolder, name, other)), `${name}/${other}`).toBe(true);
    }
  }
});

test('the checks that stand before all rules have pages of the same shape', () => {
  const files = readdirSync(join(rulesFolder, 'syntax'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files)
    expect(pageOf(`syntax/${file.replace(/\.md$/, '')}`).id).toBe(`syntax/${file.replace(/\.md$/, '')}`);
});

describe.each(registry.map(({ id, rule }) => [id, rule] as const))('%s', (id, { meta, messages }) => {
  const page = pageOrError(id);
  if (page instanceof Error) {
    test('has a page', () => {
      throw page;
    });
    return;
  }
  const templates = Object.entries(messages);

  test('has a page under its own name, with the summary of the rule', () => {
    expect(page.id).toBe(id);
    expect(page.summary).toEqual(meta.summary);
  });

  test('summary says what is required or not allowed', () => {
    expect(meta.summary.en).toMatch(/^(Require|Disallow|Enforce) .+\.$/);
    expect(meta.summary['zh-CN']).toMatch(/(应|要求|不得|禁止|必须|避免).*。$/);
  });

  test('page shows at least two wrong and two right examples', () => {
    const count = (verdict: string) => page.examples.filter((each) => each.verdict === verdict).length;
    expect(count('wrong')).toBeGreaterThanOrEqual(2);
    expect(count('right')).toBeGreaterThanOrEqual(2);
  });

  test('every message stands in an example', () => {
    const shown = new Set(
      page.examples.flatMap(({ findings }) => findings.map(({ messageId }) => messageId)),
    );
    expect(Object.keys(messages).filter((each) => !shown.has(each))).toEqual([]);
  });

  test('messages have the same placeholders in both languages', () => {
    for (const [name, template] of templates) {
      const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
      expect(placeholders(template['zh-CN']), name).toEqual(placeholders(template.en));
    }
  });

  test('messages are whole sentences in the punctuation of their language', () => {
    for (const [name, template] of templates) {
      expect(template.en, name).toMatch(/^[A-Z"{][^“”，。；：]*[.?}]$/);
      // Half-width marks beside Han are slips; inside a value, such as `kind:id`, they belong.
      expect(template['zh-CN'], name).not.toMatch(/\p{Script=Han}[,.;:!?()"]|[,;!?()"]\p{Script=Han}/u);
      expect(template['zh-CN'], name).toMatch(/[。？}]$/);
    }
  });

  test('serves claims that exist', () => {
    expect(meta.claims.length).toBeGreaterThan(0);
    for (const claim of meta.claims) {
      const [, text, number] = /^(S[1-5])-(\d\d)$/.exec(claim) ?? [];
      expect(text, claim).toBeDefined();
      expect(Number(number)).toBeGreaterThan(0);
      expect(Number(number)).toBeLessThanOrEqual(claimIds[text as keyof typeof claimIds]);
    }
  });

  test('options have defaults and stand on the page', () => {
    const properties = (meta.options?.properties ?? {}) as Record<string, { default?: unknown }>;
    expect(page.options.map(({ name }) => name)).toEqual(Object.keys(properties));
    for (const [name, schema] of Object.entries(properties)) expect(schema, name).toHaveProperty('default');
    if (meta.options) expect(meta.options.additionalProperties).toBe(false);
  });
});
