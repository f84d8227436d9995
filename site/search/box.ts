import { type Hit, type Hits, searchIn } from './engine.ts';

const FIRST = 8;
const OTHER = 4;
const PAUSE = 60;

const started = new WeakSet<HTMLDialogElement>();

/** Makes the dialog a combobox over the search: typing finds, arrows choose, Enter opens, Escape closes. */
export function startSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input')!;
  input.focus();
  input.select();
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

  async #find(): Promise<void> {
    const turn = ++this.#turn;
    const query = this.#input.value.trim();
    if (query === '') return this.#show([], this.#hint);
    const { base = '/', locale = '', others = '' } = this.#dialog.dataset;
    this.#state.textContent = this.#list.childElementCount ? this.#state.textContent : this.#say('loading');
    try {
      const [own, ...foreign] = await Promise.all(
        [locale, ...others.split(' ').filter(Boolean)].map((each) => searchIn(base, each, query)),
      );
      const hits = await this.#collect(own!, foreign);
      // A slow answer must not replace that to a later question.
      if (turn === this.#turn)
        this.#showHits(hits, own!.total + foreign.reduce((sum, { total }) => sum + total, 0), query);
    } catch {
      if (turn === this.#turn) this.#show([], this.#say('failed'));
    }
  }

  /** The reader's own language first; of the others what is not there already. */
  async #collect(own: Hits, foreign: readonly Hits[]): Promise<Hit[]> {
    const [mine, ...theirs] = await Promise.all([
      own.load(FIRST),
      ...foreign.map((each) => each.load(OTHER)),
    ]);
    return [...mine!, ...theirs.flat()];
  }

  #showHits(hits: readonly Hit[], total: number, query: string): void {
    const { locale } = this.#dialog.dataset;
    const options: HTMLElement[] = [];
    let foreign = false;
    for (const [index, hit] of hits.entries()) {
      if (hit.locale !== locale && !foreign) {
        foreign = true;
        options.push(this.#divider());
      }
      options.push(option(hit, index));
    }
    const count = total === 1 ? this.#say('one') : this.#say('count').replace('{count}', String(total));
    this.#show(options, total === 0 ? this.#say('none').replace('{query}', query) : count);
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

function option(hit: Hit, index: number): HTMLElement {
  const link = document.createElement('a');
  link.href = hit.url;
  link.id = `_search-result-${index}`;
  link.tabIndex = -1;
  link.lang = hit.locale;
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  const title = document.createElement('span');
  title.className = 'search-title';
  title.textContent = hit.title;
  const kind = document.createElement('span');
  kind.className = 'search-kind';
  kind.textContent = hit.kind;
  const excerpt = document.createElement('span');
  excerpt.className = 'search-excerpt';
  excerpt.append(...marked(hit.excerpt));
  link.append(title, kind, excerpt);
  return link;
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
