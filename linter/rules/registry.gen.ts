// Generated from linter/rules/ by linter/tools/generate.ts. Do not edit.
import ownershipOwner from './ownership/owner.ts';
import referencesId from './references/id.ts';
import referencesResolves from './references/resolves.ts';
import wordingVagueTime from './wording/vague-time.ts';
import type { RegisteredRule } from './rule.ts';

export const registry: readonly RegisteredRule[] = [
  { id: 'ownership/owner', rule: ownershipOwner },
  { id: 'references/id', rule: referencesId },
  { id: 'references/resolves', rule: referencesResolves },
  { id: 'wording/vague-time', rule: wordingVagueTime },
];
