/** An element of an XML document; its children in order, texts among them. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string | undefined>>;
  children: readonly (Element | string)[];
}

/** What XML 1.0 cannot hold in any form. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must go
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** @example element('bpmn:task', { id: 'greet' }, 'text') */
export function element(
  name: string,
  attributes: Element['attributes'] = {},
  ...children: readonly (Element | string | undefined)[]
): Element {
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}

/** A whole document, indented; what XML cannot hold becomes U+FFFD. */
export function xmlDocument(root: Element): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, '', lines);
  return `${lines.join('\n')}\n`;
}

// helpers

function write({ name, attributes, children }: Element, indent: string, lines: string[]): void {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value!)}"`)
    .join('');
  const open = `${indent}<${name}${said}`;
  if (children.length === 0) lines.push(`${open} />`);
  else if (children.every((child) => typeof child === 'string'))
    lines.push(`${open}>${children.map(escaped).join('')}</${name}>`);
  else {
    lines.push(`${open}>`);
    for (const child of children) if (typeof child !== 'string') write(child, `${indent}  `, lines);
    lines.push(`${indent}</${name}>`);
  }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(IMPOSSIBLE, '\uFFFD')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character]!);
}
