/** From what Ajv reports to what an author did: wrappers dropped, one cause per place. */
import { pointer as pointerOf } from '../model/pointer.ts';
import type { AjvError } from './validators.gen.js';

/** These say only that something inside them failed, and that is reported itself. */
const wrappers = new Set(['allOf', 'if', 'not', 'propertyNames']);
const unions = new Set(['anyOf', 'oneOf']);

/** A place may break several keywords at once; the first of these explains the others. */
const gravest = ['type', 'const', 'enum', 'minLength', 'format', 'pattern'];

/** @returns the errors that name a cause; several at one place only where they are about different keys */
export function causesOf(errors: readonly AjvError[]): AjvError[] {
  return onePerPlace(withoutUnions(errors).filter((error) => !wrappers.has(error.keyword)));
}

/**
 * A union fails with the errors of all its branches. The branches of our unions differ in JSON type, so the
 * branch of the type that is there is the one meant; where there is none, the types wanted are told together.
 */
function withoutUnions(errors: readonly AjvError[]): AjvError[] {
  let rest = [...errors];
  for (const union of errors) {
    if (!unions.has(union.keyword)) continue;
    const mistyped = rest.filter((error) => error.keyword === 'type' && isBranchOf(error, union));
    const prefixes = mistyped.map((error) => error.schemaPath.slice(0, -'type'.length));
    const inMistyped = (error: AjvError) =>
      error.instancePath === union.instancePath &&
      prefixes.some((prefix) => error.schemaPath.startsWith(prefix));
    const meant =
      rest.some((error) => isBranchOf(error, union) && !inMistyped(error)) || hasDeeper(rest, union);
    rest = rest.filter((error) => error !== union && !inMistyped(error));
    if (!meant) rest.push(typeError(union, mistyped));
  }
  return rest;
}

function isBranchOf(error: AjvError, union: AjvError): boolean {
  return error.instancePath === union.instancePath && error.schemaPath.startsWith(`${union.schemaPath}/`);
}

function hasDeeper(errors: readonly AjvError[], union: AjvError): boolean {
  return errors.some((error) => error.instancePath.startsWith(`${union.instancePath}/`));
}

function typeError(union: AjvError, mistyped: readonly AjvError[]): AjvError {
  const type = mistyped.flatMap((error) => error.params.type as string | string[]);
  return { ...union, keyword: 'type', params: { type } };
}

function onePerPlace(errors: readonly AjvError[]): AjvError[] {
  const chosen = new Map<string, AjvError>();
  for (const error of errors) {
    const place = placeOf(error);
    const other = chosen.get(place);
    if (!other || rank(error) < rank(other)) chosen.set(place, error);
  }
  return [...chosen.values()];
}

/** Errors about a key are kept apart from each other and from those about the value that holds it. */
function placeOf(error: AjvError): string {
  const { instancePath, keyword, params } = error;
  if (keyword === 'required') return `${instancePath} lacks ${params.missingProperty}`;
  if (keyword === 'additionalProperties') return `${instancePath} has ${params.additionalProperty}`;
  if (error.propertyName !== undefined) return `key ${instancePath}${pointerOf(error.propertyName)}`;
  return `value ${instancePath}`;
}

function rank(error: AjvError): number {
  const index = gravest.indexOf(error.keyword);
  return index === -1 ? gravest.length : index;
}
