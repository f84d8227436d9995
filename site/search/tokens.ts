const words = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const han = /\p{Script=Han}+/gu;

/**
 * The terms of a text: Latin words in lower case, and of Chinese every two characters in a row, which finds
 * any part of a word without knowing where words end. A single character stands for itself.
 *
 * @example termsOf('Late 退房') // => ['late', '退房']
 * @example termsOf('投诉赔付') // => ['投诉', '诉赔', '赔付']
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  const plain = text.normalize('NFKC').toLowerCase();
  for (const [run] of plain.matchAll(han)) {
    const characters = [...run];
    if (characters.length === 1) terms.push(run);
    for (let index = 1; index < characters.length; index++)
      terms.push(characters[index - 1]! + characters[index]!);
  }
  for (const [word] of plain.replace(han, ' ').matchAll(words)) terms.push(word);
  return terms;
}
