import type { Handbook } from '../handbook.ts';
import { question } from '../question.ts';

/** What roles are called in the texts of a handbook: their names in all languages, and the glossary's words. */
export interface RoleNames {
  /** Whether a text names a role anywhere. Linear in the length of the text. */
  standIn(text: string): boolean;
  /** Whether words name a role: in full, or by the end of a longer name, as “服务员” for “餐厅服务员”. */
  areNamedBy(words: string): boolean;
  /** As roles are called, for suggestions. */
  all: readonly string[];
}

/** The names of a handbook's roles. A handbook of thousands of roles is not searched role by role. */
export function roleNames(handbook: Handbook): RoleNames {
  const names = namesOfRoles(handbook);
  const built = known.get(names) ?? namesFrom(names);
  known.set(names, built);
  return built;
}

// helpers

/** Folded name → name. */
const namesOfRoles = question('names-of-roles', (handbook): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const roles = handbook.all('role');
  for (const role of roles) for (const name of textsIn(role.data.name)) names.set(fold(name), name);
  for (const { term, aliases } of handbook.glossary.terms ?? []) {
    // A term that is a role's name brings its other names with it.
    if (!textsIn(term).some((each) => names.has(fold(each)))) continue;
    for (const name of [...textsIn(term), ...textsIn(aliases)]) names.set(fold(name), name);
  }
  return names;
});

const known = new WeakMap<ReadonlyMap<string, string>, RoleNames>();

function namesFrom(names: ReadonlyMap<string, string>): RoleNames {
  const all = [...names.values()];
  const endings = new Set([...names.keys()].flatMap(endingsOf));
  const lengths = [...new Set([...names.keys()].map((name) => name.length))];
  return {
    all,
    standIn: (text) => {
      const folded = fold(text);
      return lengths.some((length) => {
        for (let at = 0; at + length <= folded.length; at++)
          if (names.has(folded.slice(at, at + length))) return true;
        return false;
      });
    },
    areNamedBy: (words) => {
      const folded = singular(fold(words));
      return endings.has(folded) || endingsOf(folded).some((ending) => names.has(ending));
    },
  };
}

/** A text or list of words in each of its languages. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

function fold(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

function singular(words: string): string {
  return /[a-z]s$/.test(words) ? words.slice(0, -1) : words;
}

/** The ends of a name: from each word on, or in Chinese from each character on but the last. */
function endingsOf(name: string): string[] {
  if (/[a-z]/.test(name)) {
    const words = name.split(' ');
    return words.map((_, index) => words.slice(index).join(' '));
  }
  return [...name].slice(0, -1).map((_, index) => [...name].slice(index).join(''));
}
