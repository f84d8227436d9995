import { escapeToken } from '../model/pointer.ts';
import { type Field, fieldsOf } from '../schema/fields.ts';
import type { SchemaName } from '../schema/validate.ts';

/** A schema's fields as a tree over pointer tokens; `*` stands for any list index or free field name. */
interface FieldNode {
  field?: Field;
  children: Map<string, FieldNode>;
}

/** What a schema says of a field: a visitor that asks for some of it is spared all other fields. */
export type Aspect = keyof Field;

const trees = new Map<string, FieldNode>();

function treeOf(schema: SchemaName, aspects: readonly Aspect[] | undefined): FieldNode {
  const name = `${schema} ${aspects ?? ''}`;
  const known = trees.get(name);
  if (known) return known;
  const root: FieldNode = { children: new Map() };
  for (const field of fieldsOf(schema)) {
    if (aspects && !aspects.some((aspect) => field[aspect] !== undefined)) continue;
    let node = root;
    for (const token of field.pointer.split('/').slice(1)) {
      let child = node.children.get(token);
      if (!child) {
        child = { children: new Map() };
        node.children.set(token, child);
      }
      node = child;
    }
    node.field = field;
  }
  trees.set(name, root);
  return root;
}

export type FieldVisitor = (field: Field, pointer: string, value: unknown) => void;

/**
 * Calls the visitor for every value of the data that its schema describes, outer values first.
 *
 * @param aspects visits only fields of which the schema says one of these, such as `ref`
 */
export function visitFields(
  schema: SchemaName,
  data: unknown,
  visitor: FieldVisitor,
  aspects?: readonly Aspect[],
): void {
  visit(treeOf(schema, aspects), data, '', visitor);
}

function visit(node: FieldNode, value: unknown, pointer: string, visitor: FieldVisitor): void {
  if (node.field) visitor(node.field, pointer, value);
  if (node.children.size === 0 || value === null || typeof value !== 'object') return;
  const any = node.children.get('*');
  if (Array.isArray(value)) {
    if (any)
      for (let index = 0; index < value.length; index++)
        visit(any, value[index], `${pointer}/${index}`, visitor);
    return;
  }
  for (const [name, child] of Object.entries(value)) {
    const next = node.children.get(name) ?? any;
    if (next) visit(next, child, `${pointer}/${escapeToken(name)}`, visitor);
  }
}
