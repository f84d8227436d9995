import { parsePage, type RulePage, registry } from '../linter/index.ts';
import { readRulePage } from '../linter/node.ts';

/**
 * The pages that stand beside the rules, in the registry's order. They are read before the pages are bundled,
 * which moves modules away from the files beside them.
 */
export async function readRules(): Promise<Map<string, RulePage>> {
  const pages = await Promise.all(
    registry.map(async ({ id }) => [id, parsePage(await readRulePage(id))] as const),
  );
  return new Map(pages);
}
