import { visible } from './visible.ts';

/** Ends an address, a mention or a reference without being seen. */
const SEAM = '<!-- -->';

/**
 * Text as Markdown that shows it and does nothing else: no markup, table cell, HTML, link, mention of a
 * person or reference to an issue.
 *
 * @example
 * markdownText('*a* | <b>'); // => '\\*a\\* \\| \\<b\\>'
 */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, '\\$&')
    .replace(/@|\\#(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=\\-\d)/gi, (found) => found + SEAM);
}
