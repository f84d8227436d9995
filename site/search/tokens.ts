const words = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const compounds = /[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)+/gu;
const han = /\p{Script=Han}+/gu;

/** A text as it is compared: in one width and one case. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * The terms of a text: Latin words, and of Chinese every two characters in a row, which finds any part of a
 * word without knowing where words end. A single character stands for itself.
 *
 * @example termsOf('Late 退房') // => ['退房', 'late']
 * @example termsOf('投诉赔付') // => ['投诉', '诉赔', '赔付']
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  const plain = plainText(text);
  for (const [run] of plain.matchAll(han)) {
    const characters = [...run];
    if (characters.length === 1) terms.push(run);
    for (let index = 1; index < characters.length; index++)
      terms.push(characters[index - 1]! + characters[index]!);
  }
  terms.push(...latinWords(plain));
  return terms;
}

/**
 * The terms under which a text is kept: besides its own the last character of each Chinese run, so that every
 * single character is the beginning of some term, and hyphenated words written as one.
 *
 * @example keptTerms('check-in 退房') // => ['退房', 'check', 'in', '房', 'checkin']
 */
export function keptTerms(text: string): string[] {
  const terms = termsOf(text);
  const plain = plainText(text);
  for (const [run] of plain.matchAll(han)) if (run.length > 1) terms.push([...run].at(-1)!);
  for (const [compound] of plain.replace(han, ' ').matchAll(compounds))
    terms.push(stem(compound.replaceAll(/[-‑]/g, '')));
  return terms;
}

/** The Latin words of a text without their endings, in their order. */
export function latinWords(text: string): string[] {
  return [...plainText(text).replace(han, ' ').matchAll(words)].map(([word]) => stem(word));
}

// helpers

/**
 * An English word without its ending, roughly: what is asked for one is written of many, and “handle” is
 * answered by “handling”.
 */
function stem(word: string): string {
  const one = singular(word);
  if (one.length < 5 || !/^[a-z]+$/.test(one)) return one;
  const cut = one.length > 5 ? one.replace(/(?:ing|ed)$/, '') : one;
  const single = cut === one ? one : cut.replace(/([bdgmnprt])\1$/, '$1');
  return single.length > 4 ? single.replace(/e$/, '') : single;
}

function singular(word: string): string {
  if (word.length < 4 || !/[a-z]s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}
