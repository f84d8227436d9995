/**
 * Lines for a build log in which no text from a handbook is taken for an order to the build: GitHub obeys
 * lines that begin with `::`, GitHub and Azure obey `##[` and `##vso[` anywhere.
 *
 * @example
 * inert('::error::x ##[group]y'); // => ': :error::x ## [group]y'
 */
export function inert(text: string): string {
  if (!text.includes('::') && !text.includes('##')) return text;
  return text.replace(/^(\s*):(?=:)/gm, '$1: ').replace(/##(?=\[|vso\[)/g, '## ');
}
