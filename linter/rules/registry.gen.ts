// Generated from linter/rules/ by linter/tools/generate.ts. Do not edit.
import ownershipOwner from './ownership/owner.ts';
import type { RegisteredRule } from './rule.ts';

export const registry: readonly RegisteredRule[] = [
  { id: 'ownership/owner', rule: ownershipOwner },
];
