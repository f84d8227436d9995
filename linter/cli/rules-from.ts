import { resolve } from 'node:path';
import { COMPANY_THEME } from '../engine/company-rules.ts';
import type { Language, Localised } from '../model/message.ts';
import { defaultExportOf, liesInTree } from '../node.ts';
import { registry } from '../rules/registry.gen.ts';
import type { RegisteredRule } from '../rules/rule.ts';
import { failure } from './handbook.ts';
import type { Io } from './io.ts';

/** Why a module gives no rules, and where in it. */
type RulesFault =
  | { kind: 'load'; reason: string }
  | { kind: 'noRules' }
  | { kind: 'badId'; id: string }
  | { kind: 'badRule'; id: string; part: string };

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info'];

/**
 * All rules of a run: Loopbook's own, and those of the modules that the command line names. Nothing in a
 * handbook can name one, and a module in the handbook or in its repository is refused: whoever sends a change
 * could have their code run with it.
 *
 * @example export default { 'our-chain/greeting': defineRule({ meta, messages, check }) }
 */
export async function registryWith(
  files: readonly string[] | undefined,
  language: Language,
  io: Io,
  rootOf: () => string,
): Promise<readonly RegisteredRule[]> {
  const rules = [...registry];
  for (const file of files ?? []) {
    const path = resolve(io.cwd, file);
    if (liesInTree(path, rootOf())) throw failure('rulesInTree', { file }, language);
    const found = await rulesFrom(path);
    if (!Array.isArray(found)) throw failure('badRules', { file, fault: faultWords(found) }, language);
    for (const { id } of found) {
      const taken = id.startsWith(`${COMPANY_THEME}/`) || rules.some((each) => each.id === id);
      if (taken) throw failure('ruleTaken', { file, id }, language);
    }
    rules.push(...found);
  }
  return rules;
}

// helpers

async function rulesFrom(file: string): Promise<RegisteredRule[] | RulesFault> {
  const loaded = await defaultExportOf(file);
  if ('reason' in loaded) return { kind: 'load', reason: loaded.reason };
  if (!isRecord(loaded.value) || Object.keys(loaded.value).length === 0) return { kind: 'noRules' };
  const rules: RegisteredRule[] = [];
  for (const [id, rule] of Object.entries(loaded.value)) {
    if (!ID.test(id)) return { kind: 'badId', id };
    const part = partMissing(rule);
    if (part !== undefined) return { kind: 'badRule', id, part };
    rules.push({ id, rule: rule as RegisteredRule['rule'] });
  }
  return rules;
}

/** The first part of a rule that is not what the engine needs. */
function partMissing(rule: unknown): string | undefined {
  if (!isRecord(rule)) return 'check';
  const { meta, messages, check } = rule;
  if (typeof check !== 'function') return 'check';
  if (!isRecord(meta)) return 'meta';
  if (!isLocalised(meta.summary)) return 'meta.summary';
  if (!SEVERITIES.includes(meta.severity)) return 'meta.severity';
  if (!Array.isArray(meta.claims)) return 'meta.claims';
  if (!isRecord(messages)) return 'messages';
  const wrong = Object.keys(messages).find((name) => !isLocalised(messages[name]));
  return wrong === undefined ? undefined : `messages.${wrong}`;
}

function isLocalised(value: unknown): boolean {
  return isRecord(value) && typeof value.en === 'string' && typeof value['zh-CN'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function faultWords(fault: RulesFault): Localised {
  switch (fault.kind) {
    case 'load':
      return { en: `it cannot be loaded: ${fault.reason}`, 'zh-CN': `无法加载：${fault.reason}` };
    case 'noRules':
      return { en: 'it has no default export with rules', 'zh-CN': '没有以 default 导出规则' };
    case 'badId':
      return {
        en: `"${fault.id}" is no id of a rule, which is theme/name in lower case`,
        'zh-CN': `“${fault.id}”不是规则名，应为小写的“主题/名称”`,
      };
    case 'badRule':
      return {
        en: `rule "${fault.id}" lacks "${fault.part}"`,
        'zh-CN': `规则“${fault.id}”缺少“${fault.part}”`,
      };
  }
}
