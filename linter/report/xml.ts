import { visible } from './visible.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '#': '&#35;',
};

/** Text for an attribute or an element of XML 1.0, in which no control character can stand. */
export function xml(text: string): string {
  return visible(text).replace(/[&<>"']|#(?=#)/g, (character) => ENTITIES[character]!);
}

/**
 * An element with its attributes; those without a value are left out. The content is XML already.
 *
 * @example
 * element('a', { b: '<', c: undefined }); // => '<a b="&lt;"/>'
 */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  content: readonly string[] = [],
): string {
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const open = [name, ...written.map(([key, value]) => `${key}="${xml(String(value))}"`)].join(' ');
  return content.length === 0 ? `<${open}/>` : `<${open}>${content.join('')}</${name}>`;
}

/** A whole document of one element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
