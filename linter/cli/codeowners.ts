import { join, relative, resolve, sep } from 'node:path';
import { codeownersOf, withBlock } from '../compare/codeowners.ts';
import { type Language, type MessageData, render, type Template } from '../model/message.ts';
import { pathExists, prefixOf, readTextFile, writeFileAtomically } from '../node.ts';
import { inert } from '../report/inert.ts';
import { visible } from '../report/visible.ts';
import { cannotWrite } from './cannot-write.ts';
import { type HandbookFlags, openHandbook } from './handbook.ts';
import { type ExitCode, type Io, UserError } from './io.ts';
import { refuseHandbookFile } from './own-file.ts';

export interface CodeownersFlags extends HandbookFlags {
  check?: boolean;
  out?: string;
}

const messages = {
  noAccounts: {
    en: 'No role has an account; expected "approvals" in loopbook.yaml, as in: approvals: { roles: { quality-lead: ["@acme/quality"] } }',
    'zh-CN':
      '没有岗位对应账号；应在 loopbook.yaml 中写明 approvals，例如：approvals: { roles: { quality-lead: ["@acme/quality"] } }',
  },
  without: {
    en: 'Roles without an account in "approvals": {roles}. Their files fall to the owners of the folder.',
    'zh-CN': '以下岗位在 approvals 中没有账号：{roles}；其文件归文件夹的负责人。',
  },
  unwritable: {
    en: 'Files whose names CODEOWNERS cannot hold: {files}. Rename them.',
    'zh-CN': '以下文件的名称无法写入 CODEOWNERS：{files}；请改名。',
  },
  kept: {
    en: '"{file}" was left as it is: {fault}.',
    'zh-CN': '“{file}”未改动：{fault}。',
  },
  stale: {
    en: '{file} is out of date: owners or accounts have changed since. Run "loopbook codeowners" and commit the file.',
    'zh-CN': '{file} 已过时：负责岗位或账号已有变化；请运行 loopbook codeowners 并提交该文件。',
  },
  written: { en: '{file} is up to date.', 'zh-CN': '{file} 已更新。' },
} satisfies Record<string, Template>;

const faults = {
  link: {
    en: 'it is a link, which Git servers do not follow; expected a plain file. Replace it, or name the file by --out',
    'zh-CN': '它是链接，Git 平台不会读取，应为普通文件；请替换，或用 --out 指定文件',
  },
  folder: {
    en: 'it is a folder; expected a file. Rename it, or name another by --out',
    'zh-CN': '它是文件夹，应为文件；请改名，或用 --out 另行指定',
  },
  tooLarge: {
    en: 'it is larger than 3 MB, more than Git servers read. Shorten it',
    'zh-CN': '它超过 3 MB，Git 平台不会读取；请缩短',
  },
  notText: {
    en: 'it is not encoded in UTF-8. Save it as "UTF-8" in your editor',
    'zh-CN': '它不是 UTF-8 编码；请在编辑器中另存为“UTF-8”',
  },
} satisfies Record<string, Template>;

/** Where Git servers look for the file. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'];

/**
 * `loopbook codeowners`: writes who is asked about each file into CODEOWNERS; with `--check` writes nothing, and
 * 1 where the file is not what it would be.
 */
export async function codeownersCommand(flags: CodeownersFlags, io: Io): Promise<ExitCode> {
  const { root, handbook, language } = await openHandbook(flags, io);
  const prefix = prefixOf(root);
  const top = resolve(
    root,
    ...prefix
      .split('/')
      .filter(Boolean)
      .map(() => '..'),
  );
  const file = flags.out === undefined ? placeIn(top) : resolve(io.cwd, flags.out);
  const shown = relative(top, file).split(sep).join('/');
  if (Object.keys(handbook.settings.approvals?.roles ?? {}).length === 0)
    throw new UserError(render(messages.noAccounts, {}, language));
  const { text, without, unwritable } = codeownersOf(handbook, prefix, shown, language);
  if (without.length > 0) say(io, 'without', { roles: without.join(', ') }, language);
  if (unwritable.length > 0) say(io, 'unwritable', { files: JSON.stringify(unwritable) }, language);
  refuseHandbookFile(file, shown, { root, handbook, language });
  const present = textIn(file, shown, language);
  const wanted = withBlock(present ?? '', text);
  if (flags.check) {
    if (present?.replaceAll('\r\n', '\n') === wanted) return 0;
    say(io, 'stale', { file: shown }, language);
    return 1;
  }
  try {
    await writeFileAtomically(file, wanted);
  } catch (error) {
    throw cannotWrite(shown, error, language);
  }
  say(io, 'written', { file: shown }, language);
  return 0;
}

// helpers

function say(io: Io, name: keyof typeof messages, data: MessageData, language: Language): void {
  io.err(`${inert(visible(render(messages[name], data, language)))}\n`);
}

/** What stands in the file so far; a user error where it could not be kept. */
function textIn(file: string, shown: string, language: Language): string | undefined {
  const read = readTextFile(file);
  if ('text' in read) return read.text;
  if (read.fault === 'missing') return undefined;
  throw new UserError(render(messages.kept, { file: shown, fault: faults[read.fault] }, language));
}

function placeIn(top: string): string {
  const found = places.find((place) => pathExists(join(top, place)));
  return join(top, found ?? 'CODEOWNERS');
}
