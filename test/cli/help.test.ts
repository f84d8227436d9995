import { describe, expect, test } from 'vitest';
import { cli } from './cli.ts';

const chinese = { env: { LANG: 'zh_CN.UTF-8' } };
const han = /\p{Script=Han}/u;

async function commandNames(): Promise<string[]> {
  const { out } = await cli(['--help']);
  return [...out.slice(out.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
}

const optionsIn = (help: string) => [...help.matchAll(/^ {2}(-.*?) {2}/gm)].map(([, option]) => option);

describe('--help', () => {
  test('lists every command, and says each in both languages', async () => {
    const names = await commandNames();
    expect(names).toContain('lint');
    for (const name of names.filter((each) => each !== 'help')) {
      const english = await cli([name, '--help']);
      expect({ name, code: english.code, err: english.err }).toEqual({ name, code: 0, err: '' });
      expect(english.out).not.toMatch(han);
      const { out } = await cli([name, '--help'], chinese);
      const lines = out.split('\n').filter((line) => line !== '');
      for (const line of lines)
        expect({ name, line, chinese: han.test(line) }).toEqual({ name, line, chinese: true });
      expect(optionsIn(out)).toEqual(optionsIn(english.out));
    }
  });

  test('speaks the language that is asked for before the system’s', async () => {
    expect((await cli(['--help'], chinese)).out).toContain('命令：');
    expect((await cli(['lint', '--help', '--lang', 'en'], chinese)).out).toContain('Options:');
    expect((await cli(['lint', '--help', '--lang=zh-CN'])).out).toContain('选项：');
    expect((await cli(['lint', '--help', '--lang=xx'])).out).toContain('Options:');
  });
});

test.each([
  [['lnt'], '没有命令“lnt”；请用 --help 查看全部命令。\n（是否应为 lint？）\n'],
  [['lint', '--quit'], '没有选项“--quit”；请用 --help 查看用法。\n（是否应为 --quiet？）\n'],
  [['rules', 'x'], '参数过多：应为 0 个，实为 1 个；请去掉多余的。\n'],
  [['explain'], '缺少参数“rule”；请用 --help 查看用法。\n'],
  [['lint', '--root'], '选项“--root <folder>”后面缺少值；请补上。\n'],
])('%s is refused in Chinese', async (argv, err) => {
  expect(await cli(argv, chinese)).toEqual({ code: 2, out: '', err });
});
