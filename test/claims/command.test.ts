import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Share } from '../../linter/model/coverage.ts';
import { cli, folderOf, removeFolders } from '../cli/cli.ts';
import { smallHandbook } from './small-handbook.ts';

afterAll(removeFolders);

const example = join(import.meta.dirname, '../../policies');
const small = folderOf({
  ...smallHandbook,
  'loopbook.yaml': `${smallHandbook['loopbook.yaml']}today: 2026-11-22\n`,
});
const command = (...argv: string[]) => cli(['coverage', '--root', small, ...argv]);

test('prints text, or JSON alone, in either language', async () => {
  const text = await command();
  expect(text).toMatchObject({ code: 0, err: '' });
  expect(text.out).toMatch(/^Coverage on 2026-11-22\n {2}standards {4}with a metric/);
  expect((await command('--lang', 'zh-CN')).out).toMatch(/^覆盖情况（2026-11-22）\n {2}标准 {2}有指标/);
  const json = await command('--format', 'json');
  expect(json).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(json.out)).toMatchObject({ version: 1, today: '2026-11-22' });
  expect(JSON.parse(json.out).claims.list).toHaveLength(143);
});

test('judges by the day it is given', async () => {
  const on = async (day: string) => {
    const { shares } = JSON.parse((await command('--format', 'json', '--today', day)).out);
    return shares.find(({ measure }: Share) => measure === 'reviewed').covered;
  };
  expect(await on('2026-11-22')).toBe(3);
  expect(await on('2029-01-01')).toBe(0);
});

describe('--min', () => {
  test('1 where a share lies below it, said on the error output alone', async () => {
    const { code, out, err } = await command('--min', '60', '--format', 'json');
    expect(code).toBe(1);
    expect(err).toMatch(/^Less than 60 % is covered: standards with a metric 50 %, standards trained 50 %/);
    expect(err).not.toContain('incentive');
    expect(JSON.parse(out).version).toBe(1);
    expect((await command('--min', '60', '--lang', 'zh-CN')).err).toMatch(
      /^覆盖率低于 60 %：标准有指标 50 %、/,
    );
  });

  test('0 where none does', async () => {
    expect(await command('--min', '0')).toMatchObject({ code: 0, err: '' });
  });

  test.each(['-1', '101', 'all', '80%', ''])('2 for "%s", which is no percentage', async (text) => {
    const { code, out, err } = await command(`--min=${text}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`"${text}" is not a percentage; expected a number from 0 to 100, as in 80.\n`);
  });
});

test('2 for a format that does not exist', async () => {
  const { code, err } = await command('--format', 'jsn');
  expect({ code, err }).toEqual({ code: 2, err: '"jsn" is not known; did you mean "json"?\n' });
});

describe('shares of the example', () => {
  /** The files of a folder that are in force, by id. */
  const inForce = (folder: string) => {
    const texts = readdirSync(join(example, folder))
      .filter((name) => /^[^.]+\.(?:yaml|mdx)$/.test(name))
      .map((name) => [name.replace(/\..*/, ''), readFileSync(join(example, folder, name), 'utf8')] as const);
    return texts.filter(([, text]) => !/^status: (?:draft|retired)$/m.test(text));
  };
  const shareOf = async (group: string, measure: string): Promise<Share> => {
    const { shares } = JSON.parse((await cli(['coverage', '--root', example, '--format', 'json'])).out);
    return shares.find((each: Share) => each.group === group && each.measure === measure);
  };

  test('roles with an incentive, read from the lists of the incentives', async () => {
    const lists = inForce('incentives').map(([, text]) => /^roles: \[(.*)\]$/m.exec(text)?.[1]);
    const rewarded = new Set(lists.flatMap((list) => list?.split(/, */) ?? []));
    const roles = inForce('roles').map(([id]) => id);
    expect(rewarded.size).toBeGreaterThan(5);
    expect(await shareOf('roles', 'incentive')).toMatchObject({
      covered: roles.filter((id) => rewarded.has(id)).length,
      total: roles.length,
      missing: roles.filter((id) => !rewarded.has(id)).map((id) => `role:${id}`),
    });
  });

  test('standards with a metric, and processes measured', async () => {
    const standards = inForce('standards');
    expect(await shareOf('standards', 'metric')).toMatchObject({
      covered: standards.filter(([, text]) => /^metric: \S/m.test(text)).length,
      total: standards.length,
    });
    const processes = inForce('processes');
    expect(await shareOf('processes', 'measured')).toMatchObject({
      covered: processes.filter(([, text]) => /^metrics: \[\S/m.test(text)).length,
      total: processes.length,
    });
  });
});
