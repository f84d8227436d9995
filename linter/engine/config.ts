import picomatch from 'picomatch';
import type { Handbook } from '../graph/handbook.ts';
import { SETTINGS_FILE } from '../graph/settings-file.ts';
import type { Severity } from '../model/finding.ts';
import { escapeToken, tokensOf } from '../model/pointer.ts';
import { LineIndex } from '../parse/lines.ts';
import { spanAt } from '../parse/spans.ts';
import type { RegisteredRule } from '../rules/rule.ts';
import { optionProblems } from './options.ts';

export type Preset = 'starter' | 'recommended' | 'strict';
export const presets: readonly Preset[] = ['starter', 'recommended', 'strict'];

export type Level = Severity | 'off';
export const levels: readonly Level[] = ['off', 'info', 'warning', 'error'];

export interface RuleSetting {
  level?: Level;
  options?: Record<string, unknown>;
}

/** What the command line says over the settings file. */
export interface ConfigOverrides {
  preset?: Preset;
  rules?: Record<string, Level>;
}

/** How severe a rule is for a file, and with which options it runs. */
export interface Config {
  level(rule: RegisteredRule, file: string): Level;
  options(rule: RegisteredRule): Record<string, unknown>;
}

/** Starter: only errors. Recommended: each rule as it is. Strict: warnings count as errors. */
export function presetLevel(preset: Preset, severity: Severity): Level {
  if (preset === 'starter') return severity === 'error' ? 'error' : 'off';
  if (preset === 'strict') return severity === 'warning' ? 'error' : severity;
  return severity;
}

/** What set a rule's severity. */
export type Origin =
  | { kind: 'preset'; preset: Preset }
  | { kind: 'settings'; line: number }
  | { kind: 'override'; line: number; files: readonly string[] }
  | { kind: 'command' };

/** A rule's severity and options for a file, and what set the severity; lines are those of loopbook.yaml. */
export function originOf(
  handbook: Handbook,
  rule: RegisteredRule,
  file: string,
  overrides: ConfigOverrides = {},
): { level: Level; from: Origin; options: Record<string, unknown> } {
  const config = configOf(handbook, overrides);
  return {
    level: config.level(rule, file),
    from: fromOf(handbook, rule.id, file, overrides),
    options: config.options(rule),
  };
}

function fromOf({ settings, files }: Handbook, id: string, file: string, overrides: ConfigOverrides): Origin {
  if (overrides.rules?.[id]) return { kind: 'command' };
  const facts = files.get(SETTINGS_FILE);
  const lineOf = (base: string) => {
    const span = spanAt(facts?.spans ?? {}, `${base}/${escapeToken(id)}`, 'key') ?? [0, 0];
    return new LineIndex(facts?.text ?? '').range(span).start.line;
  };
  const written = settings.overrides ?? [];
  for (let index = written.length - 1; index >= 0; index--) {
    const { files: globs = [], rules } = written[index]!;
    const level = readSetting((rules as Record<string, unknown> | undefined)?.[id]).level;
    if (!level || !picomatch(globs as string[], { dot: true })(file)) continue;
    return { kind: 'override', line: lineOf(`/overrides/${index}/rules`), files: globs as string[] };
  }
  const own = readSetting((settings.rules as Record<string, unknown> | undefined)?.[id]).level;
  if (own) return { kind: 'settings', line: lineOf('/rules') };
  const preset = overrides.preset ?? (settings.preset as Preset | undefined) ?? 'recommended';
  return { kind: 'preset', preset };
}

/** Settings that could not be read count as not written: what is wrong with them is a finding already. */
export function configOf(handbook: Handbook, overrides: ConfigOverrides = {}): Config {
  const { settings } = handbook;
  const preset = overrides.preset ?? (settings.preset as Preset | undefined) ?? 'recommended';
  const rules = settings.rules as Record<string, unknown> | undefined;
  const byPath = (settings.overrides ?? []).map(({ files, rules: each }) => ({
    matches: picomatch((files ?? []) as string[], { dot: true }),
    rules: (each ?? {}) as Record<string, unknown>,
  }));
  return {
    level(rule, file) {
      const fromCommand = overrides.rules?.[rule.id];
      if (fromCommand) return fromCommand;
      let level = readSetting(rules?.[rule.id]).level ?? presetLevel(preset, rule.rule.meta.severity);
      for (const override of byPath) {
        const written = readSetting(override.rules[rule.id]).level;
        if (written && override.matches(file)) level = written;
      }
      return level;
    },
    options(rule) {
      const written = { ...readSetting(rules?.[rule.id]).options };
      // What does not fit is a finding already; a rule is never handed it.
      for (const { pointer } of optionProblems(rule, written)) delete written[tokensOf(pointer)[0]!];
      return { ...defaultsOf(rule), ...written };
    },
  };
}

/** A rule's setting in its three forms: `warning`, `[warning, {options}]`, `{severity: warning, …options}`. */
export function readSetting(written: unknown): RuleSetting {
  if (typeof written === 'string') return { level: written as Level };
  if (Array.isArray(written)) {
    const [level, options] = written as [Level | undefined, Record<string, unknown> | undefined];
    return { ...(level && { level }), ...(options && { options }) };
  }
  if (written === null || typeof written !== 'object') return {};
  const { severity, ...options } = written as { severity?: Level };
  return { ...(severity && { level: severity }), options };
}

function defaultsOf({ rule }: RegisteredRule): Record<string, unknown> {
  const properties = (rule.meta.options?.properties ?? {}) as Record<string, { default?: unknown }>;
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, schema.default]));
}
