import type { AstroUserConfig } from 'astro';
import { handbookIntegration } from './integration.ts';
import { openSite, type SiteOptions } from './open-site.ts';
import { siteConfig } from './renderer/astro-config.ts';

/**
 * The Astro configuration that shows a handbook: for astro.config.mjs and for `loopbook dev`.
 *
 * @param force publish although the linter found errors; the pages then say so
 */
export async function loopbookSite({
  force = false,
  ...options
}: SiteOptions & { force?: boolean }): Promise<AstroUserConfig> {
  const { root, base, site } = await openSite(options);
  return {
    ...siteConfig([handbookIntegration({ root, force })]),
    base,
    ...(site && { site }),
  };
}
