/**
 * Reads what the PDF of a Chromium says of itself: it writes its objects as plain text (only streams are packed),
 * its pages in order, and the ids that links lead to as named destinations.
 */

/** How many pages there are. */
export function pageCount(pdf: Buffer): number {
  return pageObjects(pdf.toString('latin1')).length;
}

/** On which page, counted from 1, each element with an id begins that a link leads to. */
export function destinations(pdf: Buffer): Map<string, number> {
  const text = pdf.toString('latin1');
  const pages = new Map(pageObjects(text).map((object, index) => [object, index + 1]));
  const found = new Map<string, number>();
  for (const [, name, object] of text.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ /g)) {
    const page = pages.get(Number(object));
    if (page !== undefined) found.set(name!, page);
  }
  return found;
}

// helpers

function pageObjects(text: string): number[] {
  const objects = [...text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Page\b(?!s)/g)].map(([, object]) =>
    Number(object),
  );
  return objects.sort((a, b) => a - b);
}
