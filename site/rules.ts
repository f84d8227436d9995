import { parsePage, type RulePage, registry, syntaxChecks } from '../linter/index.ts';
import { readRulePage } from '../linter/node.ts';

/**
 * The pages that stand beside the rules, in the registry's order, then those of the checks that stand before
 * all rules. They are read before the pages are bundled, which moves modules away from the files beside them.
 */
export async function readRules(): Promise<Map<string, RulePage>> {
  const ids = [...registry.map(({ id }) => id), ...syntaxChecks];
  const pages = await Promise.all(ids.map(async (id) => parsePage(await readRulePage(id))));
  return new Map(pages.map((page) => [page.id, page]));
}
