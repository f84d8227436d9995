import { join } from 'node:path';
import { type BaselineChange, baselineText, changeBaseline, renameEntries } from '../engine/baseline.ts';
import { baselineOf } from '../engine/lint.ts';
import type { Handbook } from '../graph/handbook.ts';
import { type Language, type Localised, render, type Template } from '../model/message.ts';
import { writeFileAtomically } from '../node.ts';
import { BASELINE_FILE, type BaselineEntry } from '../parse/baseline.ts';
import { inert } from '../report/inert.ts';
import { visible } from '../report/visible.ts';
import { registry } from '../rules/registry.gen.ts';
import { cannotWrite } from './cannot-write.ts';
import { type HandbookFlags, openHandbook } from './handbook.ts';
import { type ExitCode, type Io, UserError } from './io.ts';

export interface BaselineFlags extends HandbookFlags {
  grow?: boolean;
}

const messages = {
  written: {
    en: '{file} holds {count}: {added} added, {removed} taken out.',
    'zh-CN': '{file} 现有 {count}：新增 {added}，移除 {removed}。',
  },
  nothing: {
    en: 'There is nothing to hide; no {file} was written.',
    'zh-CN': '没有需要隐藏的问题，未写出 {file}。',
  },
  refused: {
    en: '{count} not in {file} and not added; mend what is new, or add it with --grow:',
    'zh-CN': '{count}不在 {file} 中，未添加；请修改新问题，或用 --grow 添加：',
  },
  more: { en: '  … and {count} more', 'zh-CN': '  ……另有 {count} 个' },
  beyond: {
    en: '{count} cannot be hidden and must be mended: what is not read or not found cannot be checked. "loopbook lint" shows it.',
    'zh-CN': '{count}不能隐藏，必须修改：读不出或找不到的内容无法检查；运行 loopbook lint 查看。',
  },
  broken: {
    en: '{file} was left as it is: {problem}',
    'zh-CN': '{file} 未改动：{problem}',
  },
} satisfies Record<string, Template>;

/** A terminal's worth; the file itself shows all. */
const MOST_LISTED = 50;

/**
 * `loopbook baseline`: writes what is found today to baseline.json. Where there is one already, what is found
 * no longer is taken out, and what is new is named and added only with `--grow`; 1 where something was not.
 */
export async function baselineCommand(flags: BaselineFlags, io: Io): Promise<ExitCode> {
  const { root, handbook, language } = await openHandbook(flags, io);
  const before = entriesIn(handbook, language);
  const { found, beyond } = baselineOf(handbook, { language, registry });
  const entries = found.map(({ entry }) => entry);
  const say = (name: keyof typeof messages, data: Record<string, string | number | Localised>) =>
    render(messages[name], { file: BASELINE_FILE, ...data }, language);
  if (beyond > 0) io.err(`${say('beyond', { count: findings(beyond) })}\n`);
  if (!before && entries.length === 0) {
    io.out(`${say('nothing', {})}\n`);
    return 0;
  }
  const change = changeBaseline(renameEntries(before ?? [], found), entries, {
    grow: flags.grow === true || !before,
  });
  await write(root, handbook, change, language);
  const { added, removed, refused } = change;
  const count = findings(change.entries.length);
  io.out(`${say('written', { count, added: added.length, removed: removed.length })}\n`);
  if (refused.length === 0) return 0;
  io.err(`${say('refused', { count: are(refused.length) })}\n`);
  for (const entry of refused.slice(0, MOST_LISTED)) io.err(`${lineOf(entry)}\n`);
  const cut = refused.length - MOST_LISTED;
  if (cut > 0) io.err(`${say('more', { count: cut })}\n`);
  return 1;
}

// helpers

/** The entries of the file there is; a user error where it cannot be trusted. */
function entriesIn({ files }: Handbook, language: Language): readonly BaselineEntry[] | undefined {
  const facts = files.get(BASELINE_FILE);
  if (!facts) return undefined;
  const [problem] = facts.problems;
  if (!problem) return facts.baseline ?? [];
  const words = render(problem.template, problem.data, language);
  throw new UserError(render(messages.broken, { file: BASELINE_FILE, problem: words }, language));
}

async function write(
  root: string,
  { files }: Handbook,
  { entries }: BaselineChange,
  language: Language,
): Promise<void> {
  const text = baselineText(entries);
  if (files.get(BASELINE_FILE)?.text === text) return;
  try {
    await writeFileAtomically(join(root, BASELINE_FILE), text);
  } catch (error) {
    throw cannotWrite(BASELINE_FILE, error, language);
  }
}

function lineOf({ rule, entity, message }: BaselineEntry): string {
  return inert(`  ${visible(entity)}  ${visible(message)}  ${visible(rule)}`);
}

function findings(count: number): Localised {
  return { en: count === 1 ? '1 finding' : `${count} findings`, 'zh-CN': `${count} 个问题` };
}

function are(count: number): Localised {
  return { en: count === 1 ? '1 finding is' : `${count} findings are`, 'zh-CN': `${count} 个问题` };
}
