// Generated from schemas/ by linter/tools/generate.ts. Do not edit.
export interface AjvError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  propertyName?: string;
}

export interface Validator {
  (data: unknown): boolean;
  errors?: AjvError[] | null;
}

export const approvals: Validator;
export const company: Validator;
export const decisionRight: Validator;
export const exceptions: Validator;
export const feedbackLoop: Validator;
export const glossary: Validator;
export const guide: Validator;
export const improvement: Validator;
export const incentive: Validator;
export const inspection: Validator;
export const metric: Validator;
export const process: Validator;
export const role: Validator;
export const segment: Validator;
export const service: Validator;
export const settings: Validator;
export const sop: Validator;
export const standard: Validator;
export const tool: Validator;
export const training: Validator;
export const translation: Validator;
export const unit: Validator;
