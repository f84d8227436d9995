// Generated from linter/rules/ by linter/tools/generate.ts. Do not edit.
import type { Validator } from '../schema/validators.gen.js';

/** By rule id; rules without options are not in it. */
export const optionValidators: Record<string, Validator | undefined>;
