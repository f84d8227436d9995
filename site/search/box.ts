import { type Answers, type Found, loadAnswers } from './answers.ts';
import { type Hit, type Hits, searchIn } from './engine.ts';

const FIRST = 8;
const OTHER = 4;
const PAUSE = 60;

const started = new WeakSet<HTMLDialogElement>();

/** Makes the dialog a combobox over the search: typing finds, arrows choose, Enter opens, Escape closes. */
export function startSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input')!;
  if (started.has(dialog)) return;
  started.add(dialog);
  const box = new SearchBox(dialog, input);
  input.addEventListener('input', () => box.later());
  dialog.addEventListener('keydown', (event) => box.key(event));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  if (input.value) box.later();
}

class SearchBox {
  readonly #dialog: HTMLDialogElement;
  readonly #input: HTMLInputElement;
  readonly #state: HTMLElement;
  readonly #list: HTMLElement;
  readonly #hint: string;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #answers: Promise<Answers> | undefined;

  constructor(dialog: HTMLDialogElement, input: HTMLInputElement) {
    this.#dialog = dialog;
    this.#input = input;
    this.#state = dialog.querySelector<HTMLElement>('[role=status]')!;
    this.#list = dialog.querySelector<HTMLElement>('[role=listbox]')!;
    this.#hint = this.#state.textContent ?? '';
  }

  later(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#find(), PAUSE);
  }

  key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.target === this.#input) {
      event.preventDefault();
      (this.#active() ?? this.#options()[0])?.click();
    }
  }

  /** Answers at once, then what the pages say. */
  async #find(): Promise<void> {
    const turn = ++this.#turn;
    const query = this.#input.value.trim();
    if (query === '') return this.#show([], this.#hint);
    const { base = '/', locale = '', others = '' } = this.#dialog.dataset;
    if (!this.#list.childElementCount) this.#state.textContent = this.#say('loading');
    this.#answers ??= loadAnswers(base, locale);
    const found = await this.#answers.then(
      (answers) => answers.find(query).slice(0, 5),
      () => [],
    );
    // A slow answer must not replace that to a later question.
    if (turn !== this.#turn) return;
    if (found.length > 0) this.#show(answerOptions(found), this.#say('loading'));
    try {
      const locales = [locale, ...others.split(' ').filter(Boolean)];
      const [own, ...foreign] = await Promise.all(locales.map((each) => searchIn(base, each, query)));
      const hits = await this.#collect(own!, foreign);
      const total = Math.max(own!.total + foreign.reduce((sum, each) => sum + each.total, 0), found.length);
      if (turn === this.#turn) this.#showAll(found, hits, total, query);
    } catch {
      if (turn === this.#turn)
        this.#show(answerOptions(found), found.length > 0 ? this.#count(found.length) : this.#say('failed'));
    }
  }

  /** The reader's own language first. */
  async #collect(own: Hits, foreign: readonly Hits[]): Promise<Hit[]> {
    const [mine, ...theirs] = await Promise.all([
      own.load(FIRST),
      ...foreign.map((each) => each.load(OTHER)),
    ]);
    return [...mine!, ...theirs.flat()];
  }

  #showAll(found: readonly Found[], hits: readonly Hit[], total: number, query: string): void {
    const { locale } = this.#dialog.dataset;
    const options = answerOptions(found);
    const answered = new Set(found.map(({ url }) => url));
    let foreign = false;
    for (const hit of hits) {
      if (answered.has(hit.url)) continue;
      if (hit.locale !== locale && !foreign) {
        foreign = true;
        options.push(this.#divider());
      }
      options.push(option(hit, options.length, marked(hit.excerpt)));
    }
    this.#show(options, total === 0 ? this.#say('none').replace('{query}', query) : this.#count(total));
  }

  #count(total: number): string {
    return total === 1 ? this.#say('one') : this.#say('count').replace('{count}', String(total));
  }

  #show(options: readonly HTMLElement[], state: string): void {
    this.#list.replaceChildren(...options);
    this.#state.textContent = state;
    this.#input.setAttribute('aria-expanded', String(options.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
  }

  #divider(): HTMLElement {
    const divider = document.createElement('p');
    divider.className = 'search-divider';
    divider.setAttribute('role', 'presentation');
    divider.textContent = this.#say('other');
    return divider;
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  #active(): HTMLElement | null {
    return this.#list.querySelector('[aria-selected=true]');
  }

  #move(by: number): void {
    const options = this.#options();
    if (options.length === 0) return;
    const current = options.findIndex((each) => each.ariaSelected === 'true');
    const next = options[(current + by + options.length + (current < 0 && by < 0 ? 1 : 0)) % options.length]!;
    for (const each of options) each.setAttribute('aria-selected', String(each === next));
    this.#input.setAttribute('aria-activedescendant', next.id);
    next.scrollIntoView({ block: 'nearest' });
  }

  #say(name: string): string {
    return this.#dialog.dataset[name] ?? '';
  }
}

// helpers

function answerOptions(found: readonly Found[]): HTMLElement[] {
  return found.map((answer, index) => option(answer, index, highlighted(answer.note, answer.met)));
}

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
  return pieces.map((piece, index) => {
    if (index % 2 === 0) return document.createTextNode(piece);
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}

/** The engine's excerpt as text and marks; whatever else it might hold stays text. */
function marked(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    const text = document.createTextNode(node.textContent ?? '');
    if (node.nodeName !== 'MARK') return text;
    const mark = document.createElement('mark');
    mark.append(text);
    return mark;
  });
}
