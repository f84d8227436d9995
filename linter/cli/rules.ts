import { levels, presetLevel } from '../engine/config.ts';
import { hint } from '../model/suggest.ts';
import { readRulePage } from '../node.ts';
import { syntaxChecks } from '../parse/problem.ts';
import { registry } from '../rules/registry.gen.ts';
import { failure } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import { languageOf } from './language.ts';
import { pageText } from './page-text.ts';

/** `loopbook rules`: one line a rule, with its severity in the recommended preset. */
export function rulesCommand(flags: { lang?: string }, io: Io): ExitCode {
  const language = languageOf(flags.lang, io);
  const idWidth = Math.max(...registry.map(({ id }) => id.length));
  const levelWidth = Math.max(...levels.map((level) => level.length));
  for (const { id, rule } of registry) {
    const level = presetLevel('recommended', rule.meta.severity);
    io.out(`${id.padEnd(idWidth)}  ${level.padEnd(levelWidth)}  ${rule.meta.summary[language]}\n`);
  }
  return 0;
}

/** `loopbook explain RULE`: the rule's page in the reader's language. */
export async function explainCommand(id: string, flags: { lang?: string }, io: Io): Promise<ExitCode> {
  const language = languageOf(flags.lang, io);
  const ids = [...registry.map((each) => each.id), ...syntaxChecks];
  if (!ids.includes(id)) throw failure('unknownRule', { id, hint: hint(id, ids) }, language);
  io.out(pageText(await readRulePage(id), language));
  return 0;
}
