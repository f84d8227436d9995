import { fieldsOf, type SchemaName } from '../../linter/schema/fields.ts';

/** A document made of the first example of each field. */
export function exampleDocument(name: SchemaName): Record<string, unknown> {
  const topLevel = fieldsOf(name).filter(({ pointer }) => pointer.lastIndexOf('/') === 0);
  return Object.fromEntries(topLevel.map((field) => [field.name, field.examples[0]]));
}
