import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { baseFiles } from '../support/handbook.ts';
import { cli, cliProcess, folderOf, handbookWith, type Report, removeFolders } from './cli.ts';

afterAll(removeFolders);

const index = pathToFileURL(join(import.meta.dirname, '../../linter/index.ts')).href;

/** A rule of a company's own, in TypeScript: the name of every tool begins with its type. */
const module = `
import { defineRule } from '${index}';
const words: { en: string; 'zh-CN': string } = { en: 'Tool "{tool}" is short.', 'zh-CN': '工具“{tool}”太短。' };
export default {
  'our-chain/tool': defineRule({
    meta: { summary: words, severity: 'error', claims: [], fix: 'none' },
    messages: { short: words },
    check({ handbook, report }) {
      for (const tool of handbook.all('tool')) {
        report({ message: 'short', data: { tool: tool.id }, at: tool.at('/name'), subject: tool.key });
      }
    },
  }),
};
`;

function moduleWith(text: string, name = 'rules.ts'): string {
  return join(folderOf({ [name]: text }), name);
}

function findingsOf(out: string): Report['findings'] {
  return (JSON.parse(out) as Report).findings;
}

function found(out: string): string[] {
  return findingsOf(out)
    .filter(({ rule }) => rule.startsWith('our-chain/'))
    .map(({ rule, message, severity, file }) => `${severity} ${rule} ${file}: ${message}`);
}

describe('--rules-from', () => {
  const root = handbookWith({});

  test('runs the rules of a module beside the others', () => {
    const { code, out, err } = cliProcess([
      ...['lint', '--root', root, '--format', 'json', '--rules-from', moduleWith(module)],
    ]);
    expect(err).toBe('');
    expect(found(out)).toEqual(['error our-chain/tool tools/case-log.yaml: Tool "case-log" is short.']);
    expect(code).toBe(1);
  });

  test('lets the command line set their severity', async () => {
    const argv = ['lint', '--root', root, '--format', 'json', '--rules-from', moduleWith(module)];
    const { out } = await cli([...argv, '--rule', 'our-chain/tool=info']);
    expect(found(out)).toEqual(['info our-chain/tool tools/case-log.yaml: Tool "case-log" is short.']);
  });

  test('is the only way: a handbook can name no module', async () => {
    const settings = `${baseFiles()['loopbook.yaml']}rulesFrom: ./rules.ts\n`;
    const own = handbookWith({ 'loopbook.yaml': settings, 'rules.ts': module });
    const { out } = await cli(['lint', '--root', own, '--format', 'json']);
    expect(found(out)).toEqual([]);
    expect(findingsOf(out).filter(({ rule }) => rule === 'syntax/schema')).toHaveLength(1);
  });

  test.each([
    ['in the handbook', { 'rules.ts': module }, 'rules.ts'],
    [
      'in its repository',
      { '.git/HEAD': 'ref: refs/heads/main\n', 'tools/own/rules.mjs': '' },
      'tools/own/rules.mjs',
    ],
  ])('refuses a module %s, which a change could bring', async (_, files, file) => {
    const own = handbookWith(files as Record<string, string>);
    const { code, out, err } = await cli(['lint', '--root', own, '--rules-from', join(own, file)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('lie in the handbook or in the repository around it');
  });

  test.each([
    ['throws', 'throw new Error("no luck");', 'it cannot be loaded: no luck'],
    ['does not parse', 'export default {', 'it cannot be loaded: '],
    ['exports nothing', 'export const rules = {};', 'it has no default export with rules'],
    ['has no good id', 'export default { Greeting: {} };', '"Greeting" is no id of a rule'],
    ['lacks a check', 'export default { "a/b": {} };', 'rule "a/b" lacks "check"'],
    [
      'lacks a language',
      'export default { "a/b": { check() {}, meta: { summary: { en: "x", "zh-CN": "x" }, severity: "info", claims: [] }, messages: { m: { en: "x" } } } };',
      'rule "a/b" lacks "messages.m"',
    ],
    ['takes a name', module.replace('our-chain/tool', 'flow/sound'), 'has the name of another rule'],
    ['takes a company’s', module.replace('our-chain/tool', 'company/tool'), 'has the name of another rule'],
  ])('says why a module that %s is of no use', (_, text, expected) => {
    const { code, err } = cliProcess(['lint', '--root', root, '--rules-from', moduleWith(text, 'rules.mts')]);
    expect(err).toContain(expected);
    expect(code).toBe(2);
  });

  test('names a module that is not there, in both languages', async () => {
    const argv = ['lint', '--root', root, '--rules-from', '/nowhere/rules.ts'];
    expect((await cli([...argv, '--lang', 'en'])).err).toContain('"/nowhere/rules.ts": it cannot be loaded');
    expect((await cli([...argv, '--lang', 'zh-CN'])).err).toContain(
      '“/nowhere/rules.ts”中没有可用的规则：无法加载',
    );
  });
});
