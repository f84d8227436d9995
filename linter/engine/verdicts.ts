import { buildHandbook, type Handbook } from '../graph/handbook.ts';
import { SETTINGS_FILE } from '../graph/settings-file.ts';

/** What of loopbook.yaml says how severely findings are judged, and which are made at all. */
const verdictFields = ['preset', 'rules', 'overrides', 'customRules'] as const;

/** Whether two revisions of a handbook would be judged alike. */
export function judgeAlike(one: Handbook, other: Handbook): boolean {
  return verdictFields.every(
    (field) => JSON.stringify(one.settings[field]) === JSON.stringify(other.settings[field]),
  );
}

/**
 * A handbook as the rule settings of another revision would judge it. Everything else, its locales above all,
 * is its own. What was read of its files is not read again.
 */
export function judgedAs(handbook: Handbook, other: Handbook): Handbook {
  if (!handbook.files.has(SETTINGS_FILE)) return handbook;
  const settings: Record<string, unknown> = { ...handbook.settings };
  for (const field of verdictFields) settings[field] = other.settings[field];
  // JSON is YAML, and what is undefined is not written.
  const bytes = new TextEncoder().encode(JSON.stringify(settings));
  const source = [...handbook.files.keys()].map((path) =>
    path === SETTINGS_FILE ? { path, bytes } : { path },
  );
  return buildHandbook(source, {
    clock: handbook.today,
    today: handbook.today,
    history: () => handbook.history,
    facts: ({ path }) => handbook.files.get(path)!,
  });
}
