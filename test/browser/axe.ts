import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA and what the makers of axe hold good beyond it. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of axe that look at colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

interface Scope {
  /** A selector of the part to look at; without it the page. */
  within?: string;
  /** What to look for: everything, or what a change of colours alone can break. */
  rules?: 'all' | 'colours';
}

/** What axe finds wrong with a page as it stands: the rule, and the first element that breaks it. */
export async function violationsOn(page: Page, { within, rules = 'all' }: Scope = {}): Promise<string[]> {
  const there = await page.evaluate('"axe" in window');
  // No site here has frames; and what is right need not be told: that takes axe four fifths of its time.
  const builder = new AxeBuilder({ page, ...(there ? { axeSource: '0' } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  if (within) builder.include(within);
  const chosen = rules === 'all' ? builder.withTags(STANDARDS) : builder.withRules(OF_COLOURS);
  const { violations } = await chosen.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}
