import type { SearchData } from '../data/answers.ts';
import { type Counts, facets, isNarrowed, type Narrowed } from './narrow.ts';

/** The selects by which a reader narrows the results, each value with how many it would leave. */
export class Filters {
  readonly #group: HTMLElement;
  readonly #any: string;

  /** @param changed called when the reader chose */
  constructor(dialog: HTMLElement, changed: () => void) {
    this.#group = dialog.querySelector<HTMLElement>('[data-filters]')!;
    this.#any = this.#group.dataset.any ?? '';
    this.#group.addEventListener('change', changed);
    this.#group.querySelector('button')!.addEventListener('click', () => {
      for (const facet of facets) this.#select(facet).value = '';
      changed();
    });
  }

  get narrowed(): Narrowed {
    const narrowed: Narrowed = {};
    for (const facet of facets) {
      const { value } = this.#select(facet);
      if (value !== '') narrowed[facet] = value;
    }
    return narrowed;
  }

  hide(): void {
    this.#group.hidden = true;
  }

  /** What may be chosen now. A value that was chosen stays, though nothing is left of it. */
  show(counts: readonly Counts[], labels: SearchData['labels']): void {
    for (const facet of facets) this.#fill(facet, highest(counts, facet), labels[facet]);
    const narrowed = isNarrowed(this.narrowed);
    const choice = facets.some((facet) => this.#select(facet).options.length > 2);
    this.#group.hidden = !narrowed && !choice;
    this.#group.querySelector('button')!.hidden = !narrowed;
  }

  #fill(facet: Facet, counts: ReadonlyMap<string, number>, labels: Record<string, string>): void {
    const select = this.#select(facet);
    const { value } = select;
    const collator = new Intl.Collator(document.documentElement.lang);
    const values = [...new Set([...counts.keys(), value])]
      .filter((each) => labels[each] !== undefined && (counts.get(each) || each === value))
      .map((each) => ({ value: each, label: labels[each]!, count: counts.get(each) ?? 0 }))
      .sort((a, b) => b.count - a.count || collator.compare(a.label, b.label));
    const wanted = [
      new Option(this.#any, ''),
      ...values.map(({ value: each, label, count }) => new Option(`${label} · ${count}`, each)),
    ];
    // A list that is open must not be changed under the reader's finger.
    const same = (each: Option[]) => each.map(({ text }) => text).join('\n');
    if (same([...select.options]) === same(wanted)) return;
    select.replaceChildren(...wanted);
    select.value = value;
  }

  #select(facet: Facet): HTMLSelectElement {
    return this.#group.querySelector<HTMLSelectElement>(`select[name=${facet}]`)!;
  }
}

// helpers

type Facet = (typeof facets)[number];
type Option = HTMLOptionElement;

/**
 * Answers and texts overlap in pages that cannot be told before they are loaded: the greater number is what
 * at least is there.
 */
function highest(counts: readonly Counts[], facet: Facet): Map<string, number> {
  const most = new Map<string, number>();
  for (const each of counts)
    for (const [value, count] of Object.entries(each[facet]))
      most.set(value, Math.max(most.get(value) ?? 0, count));
  return most;
}
