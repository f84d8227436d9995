/** The public API that runs anywhere: a handbook from bytes, its findings, and findings as text. */
export { configOf, type Level, levels, type Preset, presets } from './engine/config.ts';
export { judge, type LintOptions, lint } from './engine/lint.ts';
export type { Entity, EntityKey, Sound, Translation } from './graph/entity.ts';
export { buildHandbook, type Handbook, type HandbookOptions } from './graph/handbook.ts';
export type { Part, Reference } from './graph/references.ts';
export type { FileSource, SourceFile } from './graph/source.ts';
export type { LocalText } from './graph/text.ts';
export { components } from './model/components.ts';
export { digest, sourceHashOf } from './model/digest.ts';
export type { Finding, LintResult, Severity } from './model/finding.ts';
export { isKind, type Kind, type KindData, kindNames, kinds } from './model/kinds.ts';
export type { Language, Localised } from './model/message.ts';
export * from './model/quantity.ts';
export { json } from './report/json.ts';
export { pretty } from './report/pretty.ts';
export { registry } from './rules/registry.gen.ts';
export type { RegisteredRule, Rule } from './rules/rule.ts';
export { type Field, fieldsOf } from './schema/fields.ts';
