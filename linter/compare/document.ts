import type { Entity, Translation } from '../graph/entity.ts';
import type { FileFacts } from '../graph/facts.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { Part } from '../graph/references.ts';
import type { Location } from '../model/finding.ts';
import { isKind } from '../model/kinds.ts';
import type { Localised } from '../model/message.ts';
import { parseReference, parseTarget } from '../model/reference.ts';
import { spanAt } from '../parse/spans.ts';
import { type Field, type SchemaName, schemaTitle } from '../schema/fields.ts';
import { entityName } from './entity-name.ts';

/** One file's data in one revision, with what it takes to name and place its values. */
export interface Document {
  handbook: Handbook;
  schema: SchemaName;
  data: unknown;
  file: string;
  entity?: Entity;
  /** What its readers call it. */
  name: Localised;
  /** The entity's key, or the file's path. */
  subject: string;
  at(pointer: string): Location;
}

export function documentOfEntity(handbook: Handbook, entity: Entity): Document {
  const { kind: schema, data, file, key } = entity;
  const name = entityName(handbook, entity);
  return { handbook, schema, data, file, entity, name, subject: key, at: (pointer) => entity.at(pointer) };
}

export function documentOfTranslation(
  handbook: Handbook,
  entity: Entity,
  translation: Translation,
): Document {
  const { data, file, locale } = translation;
  const name = entityName(handbook, entity);
  return {
    handbook,
    schema: 'translation',
    data,
    file,
    name: { en: `${name.en} (${locale})`, 'zh-CN': `${name['zh-CN']}（${locale}）` },
    subject: entity.key,
    at: (pointer) => translation.at(pointer),
  };
}

export function documentOfFile(handbook: Handbook, facts: FileFacts, schema: SchemaName): Document {
  const at = (pointer: string): Location => ({
    file: facts.path,
    span: spanAt(facts.spans, pointer, 'value') ?? [0, 0],
  });
  const { path: file, data = {} } = facts;
  return { handbook, schema, data, file, name: schemaTitle(schema).title, subject: file, at };
}

/** What a reference leads to; undefined where it leads nowhere, or the field holds none. */
export function targetOf(
  { handbook, entity }: Document,
  field: Field | undefined,
  pointer: string,
  raw: unknown,
): { entity: Entity; part?: Part } | undefined {
  if (typeof raw !== 'string' || !field?.ref || field.except?.includes(raw)) return undefined;
  if (entity) {
    const reference = handbook.referenceAt(entity, pointer);
    if (!reference?.target || reference.failure) return undefined;
    return { entity: reference.target, ...(reference.part && { part: reference.part }) };
  }
  const parsed = parseReference(raw);
  for (const each of field.ref) {
    const kind = parsed?.kind ?? parseTarget(each).kind;
    const found = kind && isKind(kind) && parsed?.id ? handbook.find(`${kind}:${parsed.id}`) : undefined;
    if (found) return { entity: found };
  }
  return undefined;
}
