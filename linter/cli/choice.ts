import type { Language } from '../model/message.ts';
import { hint } from '../model/suggest.ts';
import { failure } from './handbook.ts';

/** The name, if it is one of these; a user error that suggests one if not. */
export function choice<Name extends string>(text: string, names: readonly Name[], language: Language): Name {
  if ((names as readonly string[]).includes(text)) return text as Name;
  throw failure('choice', { text, hint: hint(text, names) }, language);
}
