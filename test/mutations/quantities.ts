import { replacing, type Site } from './candidates.ts';
import type { Candidate } from './mutation.ts';

/** Another unit of the same kind, one step up or down. */
const otherUnits: Record<string, string> = {
  s: 'min',
  min: 'h',
  h: 'd',
  d: 'h',
  mo: 'd',
  CNY: 'USD',
  EUR: 'CNY',
};

/** Changes of a quantity (`<= 5 min`, `500 CNY`) or of a bare number. */
export function quantityChanges(site: Site): Candidate[] {
  const { field, value } = site;
  if (typeof value === 'number') {
    return [replacing('change number', site, (random) => String(random() < 0.5 ? value + 1 : value - 1))];
  }
  if (!field.quantity || typeof value !== 'string' || !/\d/.test(value)) return [];
  const weaker = weakerFactor(site.field.polarity, value);
  const unit = withOtherUnit(value);
  return [
    ...(weaker === undefined
      ? []
      : [
          replacing('loosen', site, () => scaled(value, weaker)),
          replacing('tighten', site, () => scaled(value, 1 / weaker)),
        ]),
    replacing('times ten', site, () => scaled(value, 10)),
    ...(unit === undefined ? [] : [replacing('change unit', site, () => unit)]),
  ];
}

/** What makes the promise weaker: twice or half of it; undefined where neither does. */
function weakerFactor(polarity: Site['field']['polarity'], value: string): number | undefined {
  if (polarity === 'by-comparison')
    return value.startsWith('<') ? 2 : value.startsWith('>') ? 0.5 : undefined;
  if (polarity === 'raise-weakens' || polarity === 'raise-widens') return 2;
  return polarity === 'lower-weakens' ? 0.5 : undefined;
}

/** The quantity with its first number multiplied; rounded to thousandths, as no company writes finer. */
function scaled(value: string, factor: number): string {
  return value.replace(/\d+(?:\.\d+)?/, (number) =>
    String(Math.round(Number(number) * factor * 1000) / 1000),
  );
}

function withOtherUnit(value: string): string | undefined {
  const unit = /\d ([A-Za-z]+)/.exec(value)?.[1];
  const other = unit && otherUnits[unit];
  return other && value.replace(/(\d )[A-Za-z]+/, `$1${other}`);
}
