import { compareHandbooks } from '../compare/compare.ts';
import type { OptionSchema, RuleBook } from '../compare/rule-settings.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { Change } from '../model/change.ts';
import { registry } from '../rules/registry.gen.ts';
import type { RegisteredRule } from '../rules/rule.ts';
import { type Preset, presetLevel, presets, readSetting } from './config.ts';

/**
 * Every difference between two revisions of a handbook, each as one sentence with what it does to the
 * service, gravest first.
 */
export function compare(
  before: Handbook,
  after: Handbook,
  rules: readonly RegisteredRule[] = registry,
): Change[] {
  return compareHandbooks(before, after, bookOf(rules));
}

function bookOf(rules: readonly RegisteredRule[]): RuleBook {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return {
    read: readSetting,
    usual(id, preset) {
      const rule = byId.get(id);
      const known = presets.includes(preset as Preset) ? (preset as Preset) : 'recommended';
      return rule && presetLevel(known, rule.rule.meta.severity);
    },
    option(id, name) {
      const options = byId.get(id)?.rule.meta.options?.properties as Record<string, OptionSchema> | undefined;
      return options?.[name];
    },
  };
}
