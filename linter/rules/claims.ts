import { isKind, type Kind, kindNames } from '../model/kinds.ts';
import type { Localised } from '../model/message.ts';
import { ProblemCollector } from '../parse/problem.ts';
import { parseYaml } from '../parse/yaml.ts';
import { fieldsOf } from '../schema/fields.ts';

/** A field of a kind, by its pointer in the schema, and the value that is meant where only one is. */
export interface ClaimField {
  kind: Kind;
  pointer: string;
  value: string | undefined;
  // As written, such as 'process:/steps/*/mode=ai'.
  text: string;
}

/** One thing that good service management demands, and where a handbook says and shows it. */
export interface Claim {
  id: string;
  demand: Localised;
  /** Ids of rules, or of checks that stand before all rules. */
  rules: string[];
  /** Each is to be used; of an inner list any one. */
  fields: ClaimField[][];
  /** It applies only where one of these is used; always if empty. */
  when: ClaimField[];
  /** Kinds, or pages of the site. */
  pages: string[];
}

export interface ClaimList {
  /** Titles of the texts that the demands come from, by the beginning of the ids. */
  sources: Record<string, Localised>;
  claims: Claim[];
}

/** Pages of the site besides those of the kinds. */
export const pageFamilies: readonly string[] = ['home', 'all', 'glossary', 'rules', 'answers'];

/**
 * Reads claims.yaml.
 *
 * @throws Error naming the claim, where a key is missing or unknown, or a field or page does not exist
 */
export function parseClaims(text: string): ClaimList {
  const problems = new ProblemCollector('claims.yaml');
  const { data } = parseYaml(text, 0, problems).content();
  if (problems.problems.length > 0) throw new Error('claims.yaml is no sound YAML');
  const { sources, claims } = mapping(data, 'claims.yaml', ['sources', 'claims']);
  return {
    sources: Object.fromEntries(
      Object.entries(sources as object).map(([id, title]) => [
        id,
        localised(mapping(title, id, languageKeys), id),
      ]),
    ),
    claims: list(claims, 'claims').map(claimOf),
  };
}

// helpers

const languageKeys = ['en', 'zh-CN'];

function claimOf(data: unknown): Claim {
  const id = String((data as { id?: unknown } | null)?.id);
  const keys = ['id', ...languageKeys, 'rules', 'fields', 'pages'];
  const claim = mapping(data, id, keys, ['when']);
  return {
    id,
    demand: localised(claim, id),
    rules: texts(claim.rules, id),
    fields: list(claim.fields, id).map((each) =>
      (Array.isArray(each) ? texts(each, id) : [string(each, id)]).map((text) => fieldOf(text, id)),
    ),
    when: claim.when === undefined ? [] : texts(claim.when, id).map((text) => fieldOf(text, id)),
    pages: texts(claim.pages, id).map((page) => pageOf(page, id)),
  };
}

function fieldOf(text: string, id: string): ClaimField {
  const [, kind = '', pointer = '', value] = /^([a-z-]+):(\/[^=]+)(?:=(.+))?$/.exec(text) ?? [];
  const field = isKind(kind) ? fieldsOf(kind).find((each) => each.pointer === pointer) : undefined;
  if (!isKind(kind) || !field) throw new Error(`${id}: there is no field "${text}"`);
  if (value !== undefined && !field.values?.some((each) => each.value === value))
    throw new Error(`${id}: "${kind}:${pointer}" has no value "${value}"`);
  return { kind, pointer, value, text };
}

function pageOf(page: string, id: string): string {
  if (!pageFamilies.includes(page) && !kindNames.includes(page as Kind))
    throw new Error(`${id}: there is no page "${page}"`);
  return page;
}

function localised(data: Record<string, unknown>, id: string): Localised {
  return { en: string(data.en, id), 'zh-CN': string(data['zh-CN'], id) };
}

function mapping(
  data: unknown,
  id: string,
  keys: string[],
  optional: string[] = [],
): Record<string, unknown> {
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    throw new Error(`${id}: expected a mapping`);
  const missing = keys.filter((key) => !Object.hasOwn(data, key));
  const unknown = Object.keys(data).filter((key) => !keys.includes(key) && !optional.includes(key));
  if (missing.length > 0) throw new Error(`${id}: "${missing.join('", "')}" is missing`);
  if (unknown.length > 0) throw new Error(`${id}: "${unknown.join('", "')}" is unknown`);
  return data as Record<string, unknown>;
}

function texts(data: unknown, id: string): string[] {
  return list(data, id).map((each) => string(each, id));
}

function list(data: unknown, id: string): unknown[] {
  if (!Array.isArray(data) || data.length === 0) throw new Error(`${id}: expected a list that is not empty`);
  return data;
}

function string(data: unknown, id: string): string {
  if (typeof data !== 'string' || data === '') throw new Error(`${id}: expected a text`);
  return data;
}
