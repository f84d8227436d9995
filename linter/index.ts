/** The public API that runs anywhere: a handbook from bytes, its findings, and findings as text. */
export { blastRadiusIn } from './compare/blast-radius.ts';
export { compare } from './engine/compare.ts';
export { configOf, type Level, levels, type Preset, presets } from './engine/config.ts';
export { type CoverageOptions, coverageOf } from './engine/coverage.ts';
export { judge, type LintOptions, lint } from './engine/lint.ts';
export type { PageMemory } from './engine/memory.ts';
export { bpmn } from './export/bpmn.ts';
export type { Entity, EntityKey, Sound, Translation } from './graph/entity.ts';
export { END, type ProcessGraph, type ProcessStep, processGraph } from './graph/flow/process-graph.ts';
export { durationWords, stepTime } from './graph/flow/process-time.ts';
export { serviceTime, type Way, withoutRecovery } from './graph/flow/service-time.ts';
export { checkSoundness } from './graph/flow/soundness.ts';
export { buildHandbook, type Handbook, type HandbookOptions } from './graph/handbook.ts';
export type { FileHistory } from './graph/history.ts';
export { byRole } from './graph/questions/by-role.ts';
export { coveredEntries } from './graph/questions/covered.ts';
export { frontlineRoles } from './graph/questions/frontline-roles.ts';
export { superiorsOf } from './graph/questions/grants.ts';
export { inForce } from './graph/questions/in-force.ts';
export { awaitsAnswer } from './graph/questions/loop-answers.ts';
export { kindOfMetric } from './graph/questions/metric-kind.ts';
export {
  type MetricStanding,
  type MetricStatus,
  metricStanding,
  type SeriesStanding,
} from './graph/questions/metric-standing.ts';
export { missedRuns } from './graph/questions/missed-targets.ts';
export { entityOfBy, measureOf, observationsOf } from './graph/questions/observations.ts';
export { isOpen, openImprovementsOf } from './graph/questions/open-improvements.ts';
export {
  brokenLinks,
  type QualityCircle,
  qualityCircle,
  qualityCircles,
} from './graph/questions/quality-circle.ts';
export { reviewDates } from './graph/questions/review-dates.ts';
export { rolesBound } from './graph/questions/roles-bound.ts';
export { rolesOfSteps } from './graph/questions/roles-of-steps.ts';
export { newestSpread } from './graph/questions/spread.ts';
export { targetsOf } from './graph/questions/targets-of.ts';
export { readOnce } from './graph/read-once.ts';
export type { Part, Reference } from './graph/references.ts';
export type { FileSource, SourceFile } from './graph/source.ts';
export { sourceHashOf } from './graph/source-hash.ts';
export type { LocalText } from './graph/text.ts';
export type { Box, Layout, Link, Place, Point, Route, Shape, Size } from './layout/diagram.ts';
export { layOut } from './layout/layout.ts';
export { type Change, type Effect, effects } from './model/change.ts';
export { components } from './model/components.ts';
export {
  type ClaimState,
  type ClaimStatus,
  type Coverage,
  metClaims,
  percentOf,
  type Share,
  type UnitCoverage,
} from './model/coverage.ts';
export { daysBetween } from './model/date.ts';
export { digest } from './model/digest.ts';
export type { Finding, LintResult, Severity } from './model/finding.ts';
export { isKind, type Kind, type KindData, kindNames, kinds } from './model/kinds.ts';
export { type Language, type Localised, render } from './model/message.ts';
export { definitionOf } from './model/metric-presets.ts';
export * from './model/quantity.ts';
export { treeOf } from './parse/mdx.ts';
export type { Observation } from './parse/observations.ts';
export { syntaxChecks } from './parse/problem.ts';
export { coverageJson, coverageText } from './report/coverage.ts';
export { GROUP_WORDS, MEASURE_WORDS } from './report/coverage-words.ts';
export { json } from './report/json.ts';
export { pretty } from './report/pretty.ts';
export { type Claim, type ClaimField, type ClaimList, parseClaims } from './rules/claims.ts';
export { headings, optionsHeading, parsePage, type RulePage, verdicts } from './rules/page.ts';
export { registry } from './rules/registry.gen.ts';
export { defineRule, type RegisteredRule, type Rule } from './rules/rule.ts';
export { themeLabel } from './rules/themes.ts';
export { type Field, fieldsOf, schemaTitle } from './schema/fields.ts';
