import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { type Covered, coveredEntries } from '../graph/questions/covered.ts';
import { inForce } from '../graph/questions/in-force.ts';
import { usedFields } from '../graph/questions/used-fields.ts';
import {
  type ClaimState,
  type Coverage,
  coverageGroups,
  measures,
  type Share,
  type UnitCoverage,
} from '../model/coverage.ts';
import type { Finding } from '../model/finding.ts';
import { type Language, type Localised, languages } from '../model/message.ts';
import { syntaxChecks } from '../parse/problem.ts';
import type { Claim, ClaimField } from '../rules/claims.ts';
import type { RegisteredRule } from '../rules/rule.ts';
import { type ConfigOverrides, configOf } from './config.ts';

export interface CoverageOptions extends ConfigOverrides {
  registry: readonly RegisteredRule[];
  claims: readonly Claim[];
}

/**
 * How far a handbook covers what it ought to, as a whole and by unit, and how it stands to each demand.
 *
 * @param findings all findings of the handbook, from `lint` with the same rules and overrides
 */
export function coverageOf(
  handbook: Handbook,
  findings: readonly Pick<Finding, 'rule'>[],
  options: CoverageOptions,
): Coverage {
  const entries = coveredEntries(handbook);
  return {
    today: handbook.today,
    shares: sharesOf(entries),
    units: unitsOf(handbook, entries),
    claims: claimStates(handbook, findings, options),
  };
}

// helpers

function sharesOf(entries: readonly Covered[]): Share[] {
  return coverageGroups.flatMap((group) => {
    const own = entries.filter((each) => each.group === group);
    return measures[group].map((measure) => {
      const missing = own.filter(({ meets }) => !meets.has(measure)).map(({ key }) => key);
      const { length: total } = own;
      return { group, measure, covered: total - missing.length, total, missing: missing.sort() };
    });
  });
}

/** Units in force by id, then what no unit answers for, if anything. */
function unitsOf(handbook: Handbook, entries: readonly Covered[]): UnitCoverage[] {
  const own = new Map<Entity<'unit'> | undefined, Covered[]>();
  for (const unit of handbook.all('unit')) if (inForce(unit)) own.set(unit, []);
  own.set(undefined, []);
  for (const each of entries) own.get(own.has(each.unit) ? each.unit : undefined)!.push(each);
  if (own.get(undefined)!.length === 0) own.delete(undefined);
  return [...own].map(([unit, list]) => ({
    unit: unit?.id,
    name: unit && nameOf(handbook, unit),
    shares: sharesOf(list).map(({ missing: _, ...share }) => share),
    complete: coverageGroups.map((group) => {
      const all = list.filter((each) => each.group === group);
      const covered = all.filter(({ meets }) => meets.size === measures[group].length).length;
      return { group, covered, total: all.length };
    }),
  }));
}

function nameOf(handbook: Handbook, { id, data }: Entity): Localised {
  const inLanguage = (language: Language) => handbook.text(data.name, language)?.text ?? id;
  return Object.fromEntries(languages.map((each) => [each, inLanguage(each)])) as Localised;
}

function claimStates(
  handbook: Handbook,
  findings: readonly Pick<Finding, 'rule'>[],
  { registry, claims, ...overrides }: CoverageOptions,
): ClaimState[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const ran = rulesRun(handbook, registry, overrides);
  const used = usedFields(handbook);
  const isUsed = ({ text }: ClaimField) => used.has(text);
  return claims.map(({ id, demand, rules, fields, when }) => {
    const state = { id, demand, findings: [], off: [], unused: [] };
    if (when.length > 0 && !when.some(isUsed)) return { ...state, status: 'notApplicable' };
    const found = rules.flatMap((rule) => {
      const count = counts.get(rule);
      return count === undefined ? [] : [{ rule, count }];
    });
    const silent = rules.filter((rule) => !ran.has(rule));
    const unused = fields.filter((any) => !any.some(isUsed)).map((any) => any.map(({ text }) => text));
    const open = found.length + silent.length + unused.length > 0;
    return { id, demand, status: open ? 'open' : 'met', findings: found, off: silent, unused };
  });
}

/** What is checked: the rules that are on for some file, and the checks that stand before all rules. */
function rulesRun(
  handbook: Handbook,
  registry: readonly RegisteredRule[],
  overrides: ConfigOverrides,
): ReadonlySet<string> {
  const config = configOf(handbook, overrides);
  const files = [...handbook.files.keys()];
  const isOn = (rule: RegisteredRule) => files.some((file) => config.level(rule, file) !== 'off');
  return new Set([...syntaxChecks, ...registry.filter(isOn).map(({ id }) => id)]);
}
