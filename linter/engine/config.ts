import picomatch from 'picomatch';
import type { Handbook } from '../graph/handbook.ts';
import type { Severity } from '../model/finding.ts';
import { tokensOf } from '../model/pointer.ts';
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
