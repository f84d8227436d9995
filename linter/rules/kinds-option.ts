import { type Kind, kindNames } from '../model/kinds.ts';

/** The schema of an option that names the kinds a rule looks at. */
export function kindsOption(standard: readonly Kind[]) {
  return {
    type: 'array',
    items: { type: 'string', enum: kindNames },
    uniqueItems: true,
    maxItems: kindNames.length,
    default: standard,
  };
}
