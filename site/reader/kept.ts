/**
 * What this device remembers for its reader: the role they chose. One handbook does not see what another one
 * on the same host keeps. Where a browser keeps nothing (private windows, storage turned off), nothing is
 * remembered and nothing fails.
 */
const KEY = 'loopbook:role:';

/** The id of the chosen role; undefined where none is chosen. */
export function chosenRole(base: string): string | undefined {
  try {
    return localStorage.getItem(KEY + base) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a role, or forgets it. */
export function chooseRole(base: string, role: string | undefined): void {
  try {
    if (role === undefined) localStorage.removeItem(KEY + base);
    else localStorage.setItem(KEY + base, role);
  } catch {
    // The page works without.
  }
}
