import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage, type RulePage } from '../../linter/rules/page.ts';
import { rulesFolder } from './handbook.ts';

/** The page of a rule, read from beside it. */
export function pageOf(id: string): RulePage {
  return parsePage(readFileSync(join(rulesFolder, `${id}.md`), 'utf8'));
}
