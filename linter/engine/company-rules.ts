import { RE2JS } from 're2js';
import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { type Kind, kindNames } from '../model/kinds.ts';
import type { Template } from '../model/message.ts';
import { pointer as pointerOf, tokensOf } from '../model/pointer.ts';
import type { CustomRule } from '../model/types.gen.ts';
import type { RegisteredRule, Report } from '../rules/rule.ts';
import { fieldAt } from '../schema/fields.ts';

/** Rules that a company writes as data in loopbook.yaml (`customRules`); no code, nothing that can run away. */
export const COMPANY_THEME = 'company';

/** The company's rules as the engine runs them: `company/<id>`. Patterns that cannot be read are left out. */
export function companyRules(handbook: Handbook): RegisteredRule[] {
  const rules: RegisteredRule[] = [];
  for (const written of handbook.settings.customRules ?? []) {
    const { id, given, must, message } = written;
    if (!id || !given?.field || !must || message === undefined) continue;
    const test = testOf(must as CustomRule['must']);
    if (!test) continue;
    const says = templateOf(handbook, message);
    const summary = written.why === undefined ? says : templateOf(handbook, written.why);
    rules.push({
      id: `${COMPANY_THEME}/${id}`,
      rule: {
        meta: { summary, severity: written.severity ?? 'error', claims: [], fix: 'none' },
        messages: { company: says },
        check: ({ report }) => check(handbook, given as CustomRule['given'], test, report),
      },
    });
  }
  return rules;
}

/**
 * A user's regular expression in RE2's syntax, which runs in linear time whatever the pattern (Cox, 2007);
 * undefined where it cannot be read.
 */
export function patternOf(text: string): RE2JS | undefined {
  try {
    return RE2JS.compile(text);
  } catch {
    return undefined;
  }
}

// helpers

/** A value a rule looks at; undefined where the entry does not state it. */
interface Place {
  pointer: string;
  value: unknown;
}

type Test = (place: Place, entity: Entity, handbook: Handbook) => boolean;

function check(
  handbook: Handbook,
  given: CustomRule['given'],
  test: Test,
  report: (report: Report<string>) => void,
): void {
  const kinds = [given.kind].flat() as Kind[];
  for (const kind of kindNames.filter((each) => kinds.includes(each))) {
    for (const entity of handbook.all(kind)) {
      if (!applies(entity, given.where)) continue;
      for (const place of placesOf(entity.data, tokensOf(given.field), '')) {
        if (test(place, entity, handbook)) continue;
        const { pointer } = place;
        report({ message: 'company', at: entity.at(pointer), subject: `${entity.key}${pointer}` });
      }
    }
  }
}

function applies(entity: Entity, where: CustomRule['given']['where']): boolean {
  return Object.entries(where ?? {}).every(([name, wanted]) => {
    const path = name.startsWith('/') ? name : pointerOf(name);
    const [place] = placesOf(entity.data, tokensOf(path), '');
    return (place?.value ?? fieldAt(entity.kind, path)?.default) === wanted;
  });
}

/** The values at a path, in which `*` stands for each item; the first missing field on the way counts as one. */
function placesOf(value: unknown, tokens: readonly string[], pointer: string): Place[] {
  const [token, ...rest] = tokens;
  if (token === undefined) return [{ pointer, value }];
  if (token === '*') {
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([name, each]) => placesOf(each, rest, pointer + pointerOf(name)));
  }
  const path = pointer + pointerOf(token);
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, token)) {
    return rest.includes('*') ? [] : [{ pointer: path, value: undefined }];
  }
  return placesOf((value as Record<string, unknown>)[token], rest, path);
}

/** All demands at once. What is not there satisfies every demand but `present`. */
function testOf(must: CustomRule['must']): Test | undefined {
  const match = must.match === undefined ? undefined : patternOf(must.match);
  const notMatch = must.notMatch === undefined ? undefined : patternOf(must.notMatch);
  if ((must.match !== undefined && !match) || (must.notMatch !== undefined && !notMatch)) return undefined;
  const kinds = must.reference === undefined ? undefined : [must.reference].flat();
  return (place, entity, handbook) => {
    const { value } = place;
    if (value === undefined || value === null) return must.present !== true;
    if (must.present === false) return false;
    const texts = textsOf(value);
    const size = sizeOf(value);
    return (
      (must.equal === undefined || value === must.equal) &&
      (must.oneOf === undefined || (must.oneOf as unknown[]).includes(value)) &&
      (!match || texts.every((text) => match.matcher(text).find())) &&
      (!notMatch || !texts.some((text) => notMatch.matcher(text).find())) &&
      (must.atLeast === undefined || size >= must.atLeast) &&
      (must.atMost === undefined || size <= must.atMost) &&
      (!kinds || kinds.includes(handbook.referenceAt(entity, place.pointer)?.target?.kind ?? ''))
    );
  };
}

/** A text, or each language of one, or each item of a list. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

function sizeOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.length : Number.NaN;
}

function templateOf(handbook: Handbook, written: unknown): Template {
  const say = (language: string) => handbook.text(written, language)?.text ?? '';
  return { en: say('en'), 'zh-CN': say('zh-CN') };
}
