import { numbersMissingIn } from '../graph/texts/spoken-numbers.ts';

/** What a text binds people to beside its words: how much of it differs between two texts. */
export interface SubstanceDifference {
  /** Numbers that stand in one of the texts only, as written. */
  numbers: { lost: string[]; added: string[] };
  /** Words of duty, permission and denial, which one text has more often than the other. */
  modals: { lost: string[]; added: string[] };
}

const englishModals =
  /\b(?:shall|should|must|may|might|can|could|need|ought|never|always|not|no|none|only|without|unless|except|cannot)\b|n['’]t\b/gi;

/** Longer words first: “不得” is not “得”, and the “可” of “认可” permits nothing. */
const chineseModals =
  /必须|不得|不应|不宜|不必|不可|不能|不要|不许|禁止|严禁|切勿|应当|务必|只能|仅限|除非|未经|无需|无须|不用|可以|允许|能够|原则上|尽量|尽快|(?<![相反适响感供回答照效对])应(?![急用对答该])|(?<![认许宁])可(?![能爱靠疑见])|(?<![适便时事合])宜|须|勿|别(?=[让把替给说做用])|未(?![来满成])|不(?![过同仅但断妨])/g;

/** Compares what two texts of one language say with numbers and with words of duty. Linear in both. */
export function substanceDifference(before: string, after: string, locale: string): SubstanceDifference {
  const missing = (text: string, other: string) => [
    ...new Set(numbersMissingIn(text, other, locale).map(({ start, end }) => text.slice(start, end))),
  ];
  const [old, now] = [modalsIn(before), modalsIn(after)];
  return {
    numbers: { lost: missing(before, after), added: missing(after, before) },
    modals: { lost: surplus(old, now), added: surplus(now, old) },
  };
}

/** Whether two texts, also of two languages, name the same numbers. */
export function sameNumbers(source: string, text: string, locale: string): boolean {
  return numbersMissingIn(source, text, locale).length + numbersMissingIn(text, source, locale).length === 0;
}

/** Whether two texts differ in a number or in a word of duty, permission or denial. */
export function differsInSubstance(before: string, after: string, locale: string): boolean {
  const { numbers, modals } = substanceDifference(before, after, locale);
  return [numbers, modals].some(({ lost, added }) => lost.length + added.length > 0);
}

/** Whether two texts are the same but for spaces, line breaks and punctuation. */
export function sameWords(before: string, after: string): boolean {
  return bare(before) === bare(after);
}

function bare(text: string): string {
  // Signs that change a number or a comparison are no punctuation.
  return text
    .normalize('NFKC')
    .replace(/(?![<>=+~^|$%.:,-])[\p{P}\p{Z}\s]|(?<!\p{Nd})[.:,-]|[.:,-](?!\p{Nd})/gu, '');
}

function modalsIn(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const pattern of [englishModals, chineseModals])
    for (const [word] of text.matchAll(pattern)) {
      const key = word.toLowerCase();
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  return found;
}

function surplus(here: ReadonlyMap<string, number>, there: ReadonlyMap<string, number>): string[] {
  return [...here].filter(([word, count]) => count > (there.get(word) ?? 0)).map(([word]) => word);
}
