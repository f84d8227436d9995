import { type ConfigOverrides, type Level, levels, presets } from '../engine/config.ts';
import type { Language } from '../model/message.ts';
import { hint } from '../model/suggest.ts';
import { registry } from '../rules/registry.gen.ts';
import type { RegisteredRule } from '../rules/rule.ts';
import { choice } from './choice.ts';
import { failure } from './handbook.ts';

export interface OverrideFlags {
  preset?: string;
  rule?: string[];
}

/** Severities and preset from the command line; every name is checked. */
export function overridesOf(
  flags: OverrideFlags,
  language: Language,
  known: readonly RegisteredRule[] = registry,
): ConfigOverrides {
  const rules: Record<string, Level> = {};
  const ids = known.map(({ id }) => id);
  for (const text of flags.rule ?? []) {
    const [id = '', level = ''] = text.split('=');
    if (!levels.includes(level as Level)) throw failure('ruleOption', { text }, language);
    if (!ids.includes(id)) throw failure('unknownRule', { id, hint: hint(id, ids) }, language);
    rules[id] = level as Level;
  }
  return { rules, ...(flags.preset && { preset: choice(flags.preset, presets, language) }) };
}
