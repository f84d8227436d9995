import { parsePage, type RulePage, registry } from '../linter/index.ts';
import { readRulePage } from '../linter/node.ts';

/**
 * The pages that stand beside the rules, in the registry's order. They are read before the pages are bundled,
 * which moves modules away from the files beside them. A rule in the making may have no page yet.
 */
export async function readRules(): Promise<Map<string, RulePage>> {
  const pages = await Promise.all(registry.map(({ id }) => readRule(id)));
  return new Map(pages.filter((page) => page !== undefined).map((page) => [page.id, page]));
}

async function readRule(id: string): Promise<RulePage | undefined> {
  try {
    return parsePage(await readRulePage(id));
  } catch {
    return undefined;
  }
}
