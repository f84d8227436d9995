import type { Found } from './answers.ts';
import type { Hit } from './engine.ts';

/** Answers as options of the listbox; `from` is how many stand above them. */
export function answerOptions(found: readonly Found[], from = 0): HTMLElement[] {
  return found.map((answer, index) => option(answer, from + index, highlighted(answer.note, answer.met)));
}

export function hitOption(hit: Hit, index: number): HTMLElement {
  return option(hit, index, marked(hit.excerpt));
}

/** Words between two groups of options. */
export function divider(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'search-divider';
  element.setAttribute('role', 'presentation');
  element.textContent = text;
  return element;
}

// helpers

function option(
  { url, title, kind, locale }: Pick<Hit, 'url' | 'title' | 'kind'> & { locale?: string },
  index: number,
  excerpt: readonly Node[],
): HTMLElement {
  const link = document.createElement('a');
  link.href = url;
  link.id = `_search-result-${index}`;
  link.tabIndex = -1;
  if (locale) link.lang = locale;
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  link.append(part('search-title', [title]), part('search-kind', [kind]), part('search-excerpt', excerpt));
  return link;
}

function part(name: string, content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.append(...content);
  return element;
}

/** A text with the terms that were met marked. */
function highlighted(text: string, terms: readonly string[]): Node[] {
  const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).filter(Boolean);
  if (escaped.length === 0) return [document.createTextNode(text)];
  const pieces = text.split(new RegExp(`(${escaped.join('|')})`, 'giu'));
  return pieces.map((piece, index) => (index % 2 === 0 ? document.createTextNode(piece) : mark(piece)));
}

/** The engine's excerpt as text and marks; whatever else it might hold stays text. */
function marked(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    return node.nodeName === 'MARK' ? mark(text) : document.createTextNode(text);
  });
}

function mark(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.textContent = text;
  return element;
}
