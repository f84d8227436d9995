import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage, type RulePage } from '../../linter/rules/page.ts';
import { rulesFolder } from './handbook.ts';

/** The page of a rule, read from beside it. */
export function pageOf(id: string): RulePage {
  return parsePage(readFileSync(join(rulesFolder, `${id}.md`), 'utf8'));
}

/** A page, or why there is none: one broken page fails its own tests and no others. */
export function pageOrError(id: string): RulePage | Error {
  try {
    return pageOf(id);
  } catch (error) {
    return error as Error;
  }
}
