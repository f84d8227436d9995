import { join } from 'node:path';
import { loadSchemas, type Schema } from '../../linter/tools/generate/schemas.ts';

export const schemas = loadSchemas(join(import.meta.dirname, '../../schemas'));

/** A schema inside a schema, with where it stands. */
export interface Place {
  /** `process#/definitions/step/properties/role` */
  where: string;
  schema: Schema;
}

/** Words and annotations hold data, which may look like a schema. */
const notSchemas = new Set(['examples', 'enum', 'default', 'const']);

/** Every subschema of every file, the files themselves first. */
export function subschemas(): Place[] {
  const places: Place[] = [];
  const visit = (schema: Schema, where: string) => {
    places.push({ where, schema });
    for (const [key, child] of Object.entries(schema)) {
      if (notSchemas.has(key) || key.startsWith('x-') || child === null || typeof child !== 'object')
        continue;
      const named = key === 'properties' || key === 'definitions';
      for (const [name, inner] of Object.entries(named || Array.isArray(child) ? child : { [key]: child })) {
        if (typeof inner !== 'object') continue;
        visit(inner as Schema, named || Array.isArray(child) ? `${where}/${key}/${name}` : `${where}/${key}`);
      }
    }
  };
  for (const [name, schema] of Object.entries(schemas)) visit(schema, `${name}#`);
  return places;
}

/** Every property and definition: what an author meets as a field or a value. */
export function described(): Place[] {
  return subschemas().filter(({ where }) => /\/(?:properties|definitions)\/[^/]+$/.test(where));
}
