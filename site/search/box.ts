import { chosenRole } from '../reader/kept.ts';
import { type Answers, type Found, loadAnswers } from './answers.ts';
import { type Hit, type Hits, type Place, searchIn, warmUp } from './engine.ts';
import { Filters } from './filters.ts';
import { type Counts, isNarrowed } from './narrow.ts';
import { answerOptions, divider, hitOption } from './results.ts';

/** How many answers stand above the pages, of all results and of those a reader narrowed. */
const ANSWERS = { all: 5, narrowed: 20 };
/** How many pages are loaded, in the reader's language and in each other one. */
const FIRST = 8;
const OTHER = 4;
/** After the last key, before the texts of pages are searched; answers do not wait. In ms. */
const PAUSE = 100;

const started = new WeakSet<HTMLDialogElement>();

/** Makes the dialog a combobox over the search: typing finds, arrows choose, Enter opens, Escape closes. */
export function startSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input')!;
  if (started.has(dialog)) return;
  started.add(dialog);
  const box = new SearchBox(dialog, input);
  // What an input method is still composing is no question yet.
  input.addEventListener('input', (event) => (event as InputEvent).isComposing || box.find());
  input.addEventListener('compositionend', () => box.find());
  input.addEventListener('keydown', (event) => box.key(event));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  if (input.value) box.find();
}

class SearchBox {
  readonly #dialog: HTMLDialogElement;
  readonly #input: HTMLInputElement;
  readonly #state: HTMLElement;
  readonly #list: HTMLElement;
  readonly #filters: Filters;
  readonly #hint: string;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #answers: Promise<Answers | undefined>;

  constructor(dialog: HTMLDialogElement, input: HTMLInputElement) {
    this.#dialog = dialog;
    this.#input = input;
    this.#state = dialog.querySelector<HTMLElement>('[role=status]')!;
    this.#list = dialog.querySelector<HTMLElement>('[role=listbox]')!;
    this.#filters = new Filters(dialog, () => this.find());
    this.#hint = this.#state.textContent ?? '';
    // At once, so that the first key finds the index ready.
    this.#answers = this.#load();
  }

  key(event: KeyboardEvent): void {
    // Some browsers say that a key still belongs to the input method by its code alone.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      (this.#active() ?? this.#options()[0])?.click();
    }
  }

  /** Answers at once, then what the pages say. */
  async find(): Promise<void> {
    const turn = ++this.#turn;
    clearTimeout(this.#waiting);
    const query = this.#input.value.trim();
    if (query === '') {
      this.#filters.hide();
      return this.#show([], this.#hint);
    }
    this.#state.textContent = this.#say('loading');
    warmUp(this.#place(), this.#locales());
    const answers = await this.#answers;
    // A slow answer must not replace that to a later question.
    if (turn !== this.#turn) return;
    const { narrowed } = this.#filters;
    const found = answers?.find(query, narrowed) ?? [];
    const best = found.slice(0, isNarrowed(narrowed) ? ANSWERS.narrowed : ANSWERS.all);
    // Even where there are none: what stands there answers another question.
    this.#show(answerOptions(best), this.#say('loading'));
    const counts = answers?.counts(query, narrowed);
    this.#fill(answers, counts);
    this.#waiting = setTimeout(() => this.#findPages(turn, query, answers, best, counts), PAUSE);
  }

  async #findPages(
    turn: number,
    query: string,
    answers: Answers | undefined,
    found: readonly Found[],
    counts: Counts | undefined,
  ): Promise<void> {
    const place = this.#place();
    const { narrowed } = this.#filters;
    try {
      const locales = this.#locales();
      const words = answers?.textQuery(query) ?? query;
      const all = await Promise.all(locales.map((each) => searchIn(place, each, words, narrowed)));
      const hits = await this.#collect(all);
      if (turn !== this.#turn) return;
      const total = Math.max(
        all.reduce((sum, each) => sum + each.total, 0),
        found.length,
      );
      this.#fill(answers, counts, ...all.map((each) => each.counts));
      if (total === 0) this.#showNone(query, answers, 'none');
      else this.#complete(this.#optionsOf(found, hits), this.#count(total));
    } catch {
      if (turn !== this.#turn) return;
      if (!answers) this.#show([], this.#say('failed'));
      else if (found.length === 0) this.#showNone(query, answers, 'noneOffline');
      else this.#complete(answerOptions(found), this.#count(found.length, 'Offline'));
    }
  }

  #place(): Place {
    const { base = '/', parts = '1' } = this.#dialog.dataset;
    return { base, parts: Number(parts) };
  }

  /** The reader's own first. */
  #locales(): string[] {
    const { locale = '', others = '' } = this.#dialog.dataset;
    return [locale, ...others.split(' ').filter(Boolean)];
  }

  /** The answers of the reader's language; tried again at the next opening of the page where they fail. */
  #load(): Promise<Answers | undefined> {
    const { base = '/', locale = '' } = this.#dialog.dataset;
    return loadAnswers(base, locale, chosenRole(base)).catch(() => undefined);
  }

  #fill(answers: Answers | undefined, ...counts: (Counts | undefined)[]): void {
    if (answers)
      this.#filters.show(
        counts.filter((each) => each !== undefined),
        answers.data.labels,
      );
  }

  /** The reader's own language first. */
  async #collect([own, ...foreign]: readonly Hits[]): Promise<Hit[]> {
    const found = await Promise.all([own!.load(FIRST), ...foreign.map((each) => each.load(OTHER))]);
    return found.flat();
  }

  #optionsOf(found: readonly Found[], hits: readonly Hit[]): HTMLElement[] {
    const { locale } = this.#dialog.dataset;
    const options = answerOptions(found);
    const answered = new Set(found.map(({ url }) => url));
    let foreign = false;
    for (const hit of hits) {
      if (answered.has(hit.url)) continue;
      if (hit.locale !== locale && !foreign) {
        foreign = true;
        options.push(divider(this.#say('other')));
      }
      options.push(hitOption(hit, options.length));
    }
    return options;
  }

  /** Says what was searched, and offers what is nearest. */
  #showNone(query: string, answers: Answers | undefined, state: 'none' | 'noneOffline'): void {
    const filtered = isNarrowed(this.#filters.narrowed);
    const nearest = filtered ? [] : (answers?.nearest(query) ?? []);
    const options = nearest.length > 0 ? [divider(this.#say('nearest')), ...answerOptions(nearest)] : [];
    this.#show(
      options,
      this.#say(filtered ? 'filtered' : state).replace('{query}', () => query),
    );
  }

  #count(total: number, where: '' | 'Offline' = ''): string {
    return total === 1
      ? this.#say(`one${where}`)
      : this.#say(`count${where}`).replace('{count}', String(total));
  }

  #show(options: readonly HTMLElement[], state: string): void {
    this.#list.replaceChildren(...options);
    this.#state.textContent = state;
    this.#input.setAttribute('aria-expanded', String(options.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** What comes later must not take from the reader what they have chosen meanwhile. */
  #complete(options: readonly HTMLElement[], state: string): void {
    const chosen = this.#active()?.href;
    this.#show(options, state);
    const again = this.#options().find(({ href }) => href === chosen);
    if (again) this.#choose(again);
  }

  #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  }

  #active(): HTMLAnchorElement | undefined {
    return this.#options().find((each) => each.ariaSelected === 'true');
  }

  #move(by: 1 | -1): void {
    const options = this.#options();
    if (options.length === 0) return;
    const current = options.findIndex((each) => each.ariaSelected === 'true');
    this.#choose(
      options[(current + by + options.length + (current < 0 && by < 0 ? 1 : 0)) % options.length]!,
    );
  }

  #choose(option: HTMLElement): void {
    for (const each of this.#options()) each.setAttribute('aria-selected', String(each === option));
    this.#input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  #say(name: string): string {
    return this.#dialog.dataset[name] ?? '';
  }
}
