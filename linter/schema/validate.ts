import type { SchemaName } from './fields.ts';
import { problemsOf, type SchemaProblem } from './problems.ts';
import * as validators from './validators.gen.js';

export type { SchemaName } from './fields.ts';
export type { SchemaProblem } from './problems.ts';

/** Exports of the generated module are identifiers: decision-right is `decisionRight` there. */
const byName: Record<SchemaName, validators.Validator> = {
  company: validators.company,
  unit: validators.unit,
  role: validators.role,
  segment: validators.segment,
  service: validators.service,
  process: validators.process,
  standard: validators.standard,
  sop: validators.sop,
  guide: validators.guide,
  metric: validators.metric,
  'decision-right': validators.decisionRight,
  'feedback-loop': validators.feedbackLoop,
  training: validators.training,
  incentive: validators.incentive,
  inspection: validators.inspection,
  tool: validators.tool,
  improvement: validators.improvement,
  settings: validators.settings,
  glossary: validators.glossary,
  exceptions: validators.exceptions,
  approvals: validators.approvals,
  translation: validators.translation,
};

/**
 * Holds data against a schema.
 *
 * @param data plain values as a YAML parser gives them, without cycles
 * @returns what does not fit, nothing where all does
 */
export function validate(schema: SchemaName, data: unknown): SchemaProblem[] {
  const check = byName[schema];
  if (check(data)) return [];
  return problemsOf(schema, data, check.errors ?? []);
}
