import { stringify } from 'yaml';
import {
  type Field,
  fieldsOf,
  isKind,
  type Kind,
  kindNames,
  kinds,
  schemaTitle,
} from '../../linter/index.ts';
import { type Block, section } from './blocks.ts';
import type { MatrixRow } from './overview-blocks.ts';
import { cellOf, none } from './overviews/cells.ts';
import type { Page } from './page.ts';
import type { SchemaFile } from './routes.ts';
import type { View } from './view.ts';
import { capital, type Line, type Piece, plain, shorten } from './words.ts';

/** Which kinds of file there are, each with what it may hold. */
export function referencePage(view: View): Page {
  const item = (schema: SchemaFile) => ({
    line: [link(view, schema)],
    notes: [[plain(fileOf(schema))], [plain(schemaTitle(schema).description[view.language])]],
  });
  return {
    ref: { type: 'reference' },
    title: { text: view.t('reference.title') },
    description: view.t('reference.lead'),
    crumbs: [home(view)],
    sections: [
      ...section('kinds', view.t('reference.kinds'), { type: 'list', items: kindNames.map(item) }),
      ...section('others', view.t('reference.other'), {
        type: 'list',
        items: (['settings', 'glossary'] as const).map(item),
      }),
    ],
  };
}

/** Every field of one kind of file, as its schema has it. */
export function schemaPage(view: View, schema: SchemaFile): Page {
  const fields = fieldsOf(schema).filter(isNamed);
  const common = isKind(schema) ? commonPointers() : new Set<string>();
  const isCommon = ({ pointer }: Field) => common.has(`/${pointer.split('/')[1]}`);
  const own = fields.filter((field) => !isCommon(field));
  return {
    ref: { type: 'schema', schema },
    title: { text: titleOf(view, schema) },
    description: schemaTitle(schema).description[view.language],
    crumbs: [home(view), { text: view.t('reference.title'), href: view.href({ type: 'reference' }) }],
    sections: [
      ...section(
        'own',
        view.t(isKind(schema) ? 'reference.own' : 'reference.all'),
        { type: 'text', line: fileLine(view, schema) },
        table(view, schema, view.t('reference.own'), own),
      ),
      ...section(
        'common',
        view.t('reference.common'),
        table(view, schema, view.t('reference.common'), fields.filter(isCommon)),
      ),
    ],
  };
}

// helpers

function home(view: View): Piece {
  return { text: view.t('home'), href: view.href({ type: 'home' }) };
}

function link(view: View, schema: SchemaFile): Piece {
  return { text: titleOf(view, schema), href: view.href({ type: 'schema', schema }) };
}

function titleOf(view: View, schema: SchemaFile): string {
  if (isKind(schema)) return view.kindName(schema);
  return view.t(`reference.${schema as 'settings' | 'glossary'}`);
}

/** Where such a file lies. */
function fileOf(schema: SchemaFile): string {
  if (schema === 'settings') return 'loopbook.yaml';
  if (schema === 'glossary') return 'glossary.yaml';
  if (schema === 'company') return 'company.yaml';
  return `${kinds[schema].folder}/<id>.${schema === 'sop' || schema === 'guide' ? 'mdx' : 'yaml'}`;
}

function fileLine(view: View, schema: SchemaFile): Line {
  const file = [plain(`${view.t('reference.file')}${view.t('colon')}${fileOf(schema)}`)];
  if (!isKind(schema) || schema === 'company' || view.handbook.all(schema).length === 0) return file;
  const href = view.href({ type: 'kind', kind: schema });
  return [...file, plain(view.t('dot')), { text: view.t('reference.open'), href }];
}

/** Items of lists share the words of their list. */
function isNamed({ name }: Field): boolean {
  return name !== '*';
}

/** The fields that stand at the top of every kind. */
function commonPointers(): ReadonlySet<string> {
  const [first, ...others] = kindNames.map((kind) => new Set(fieldsOf(kind).map(({ pointer }) => pointer)));
  const shared = [...first!].filter((pointer) => others.every((each) => each.has(pointer)));
  return new Set(shared.filter((pointer) => pointer.split('/').length === 2));
}

function table(view: View, schema: SchemaFile, caption: string, fields: readonly Field[]): Block {
  return {
    type: 'matrix',
    matrix: {
      caption,
      corner: view.t('reference.field'),
      columns: (['meaning', 'form', 'values', 'examples'] as const).map((name) =>
        plain(view.t(`reference.${name}`)),
      ),
      groups: [{ rows: fields.map((field) => rowOf(view, schema, field)) }],
      fields: true,
    },
  };
}

function rowOf(view: View, schema: SchemaFile, field: Field): MatrixRow {
  const items = fieldsOf(schema).find(({ pointer }) => pointer === `${field.pointer}/*`);
  const values = field.values ?? items?.values ?? [];
  const example = exampleOf(view, field);
  return {
    id: field.pointer.slice(1).replaceAll('/*/', '.').replaceAll('/', '.'),
    head: [plain(path(field))],
    notes: field.required ? [[plain(view.t('reference.required'))]] : [],
    cells: [
      {
        lines: [
          [plain(capital(field.title[view.language]), 'strong')],
          [plain(field.description[view.language].replaceAll('`', ''))],
        ],
      },
      { lines: formOf(view, field, items) },
      cellOf(
        values.map(({ value, label }) => labelled(value, label[view.language])),
        none(),
      ),
      cellOf(example ? [[plain(example)]] : [], none()),
    ],
  };
}

/** A value as it is written, with its meaning where that says more. */
function labelled(value: string, label: string): Line {
  return [plain(value, 'strong'), ...(label === value ? [] : [plain(` ${label}`)])];
}

// As authors see it: steps › next › to.
function path({ pointer }: Field): string {
  return pointer
    .split('/')
    .slice(1)
    .filter((token) => token !== '*')
    .join(' › ');
}

function formOf(view: View, field: Field, items: Field | undefined): Line[] {
  const refs = field.ref ?? items?.ref ?? field.keyRef;
  const except = field.except ?? items?.except ?? [];
  const lines: Line[] = [[plain(formWords(view, field))]];
  if (refs) lines.push(refLine(view, refs, except));
  if (field.part) lines.push([plain(view.t('reference.parts'))]);
  return lines;
}

function formWords(view: View, field: Field): string {
  if (field.quantity) return view.t(`reference.${field.quantity}`);
  if (field.text) return view.t('reference.text');
  if (field.date) return view.t('reference.date');
  return field.types.map((type) => typeName(view, field, type)).join(view.t('reference.or'));
}

function typeName(view: View, field: Field, type: string): string {
  switch (type) {
    case 'array':
      return view.t('reference.list');
    case 'object':
      return view.t(field.keyRef ? 'reference.map' : 'reference.object');
    case 'number':
    case 'integer':
    case 'boolean':
    case 'string':
      return view.t(`reference.${type}`);
    default:
      return type;
  }
}

/** Where a reference may lead: kinds, parts of kinds, and words that are no references. */
function refLine(view: View, refs: readonly string[], except: readonly string[]): Line {
  const targets: Piece[] = refs.map((ref) => {
    const [kind = '', part] = ref.split('#');
    if (!isKind(kind)) return plain(part ?? ref);
    const name = view.kindName(kind as Kind);
    const text = part ? view.t('reference.partOf', { part, kind: name }) : name;
    return { text, href: view.href({ type: 'schema', schema: kind as Kind }) };
  });
  const all = [...targets, ...except.map((word) => plain(word, 'strong' as const))];
  return [
    plain(view.t('reference.refers')),
    ...all.flatMap((each, index) => (index ? [plain(view.t('reference.or')), each] : [each])),
  ];
}

/** The first example as it would be written in a file; of texts the reader's language alone. */
function exampleOf(view: View, { examples, text }: Field): string | undefined {
  const [first] = text ? examples.map((each) => inLanguage(view, each)) : examples;
  if (first === undefined) return undefined;
  const written = stringify(first, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return shorten(written.replace(/\s+/g, ' '), 160);
}

function inLanguage(view: View, example: unknown): unknown {
  if (example === null || typeof example !== 'object' || Array.isArray(example)) return example;
  return (example as Record<string, unknown>)[view.language] ?? example;
}
