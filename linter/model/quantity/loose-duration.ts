import { nearest } from '../suggest.ts';
import { addDecimals, isWhole, multiplyDecimals } from './decimal.ts';
import { type LooseNumber, readLooseNumber } from './numerals.ts';
import type { Decimal, Duration, DurationUnit } from './types.ts';
import { DURATION_SPELLINGS, SECONDS, type UnitSpelling } from './units.ts';

export interface LooseDuration {
  value: Duration;
  /** A month, quarter or year was turned into days. */
  calendar?: true;
}

interface Part extends LooseNumber {
  spelling: UnitSpelling;
}

/** Units from long to short, with how many seconds each has, for sums such as `1 h 30 min`. */
const DESCENDING = [
  ['h', SECONDS.h],
  ['min', SECONDS.min],
  ['s', SECONDS.s],
  ['ms', SECONDS.ms],
] as const;
const ADVERBS: ReadonlyMap<string, Decimal> = new Map(
  Object.entries({
    daily: '1',
    weekly: '7',
    monthly: '30',
    quarterly: '90',
    yearly: '365',
    annually: '365',
  }),
);
const HAN_SPELLINGS = [...DURATION_SPELLINGS.keys()]
  .filter((name) => name > '\u3000')
  .sort((a, b) => b.length - a.length);
const LATIN_SPELLINGS = [...DURATION_SPELLINGS.keys()].filter((name) => name < '\u3000');

/** Read a length of time as people write it: `5 mins`, `1h30m`, `两个工作日`, `every 2 weeks`, `weekly`. */
export function readLooseDuration(text: string): LooseDuration | undefined {
  const days = ADVERBS.get(text.toLowerCase());
  if (days !== undefined) return finish([{ number: days, rest: '', spelling: { unit: 'd', times: '1' } }]);
  const parts: Part[] = [];
  const every = /^(?:every|each)\s+|^每隔?/i.exec(text)?.[0] ?? '';
  let rest = text.slice(every.length);
  while (rest !== '') {
    const part: Part | undefined = readPart(rest, every !== '' && parts.length === 0);
    if (part === undefined) return undefined;
    parts.push(part);
    rest = part.rest.replace(/^(?:\s*,)?\s*(?:and\s+|又|零)?/i, '');
  }
  return finish(parts);
}

function readPart(text: string, numberOptional: boolean): Part | undefined {
  const number = readLooseNumber(text) ?? (numberOptional ? { number: '1', rest: text } : undefined);
  if (number === undefined) return undefined;
  const after = number.rest
    .trimStart()
    .replace(/^[个-]/, '')
    .trimStart();
  const found = readUnit(after);
  return found && { ...number, rest: after.slice(found.length), spelling: found.spelling };
}

function readUnit(text: string): { spelling: UnitSpelling; length: number } | undefined {
  const han = HAN_SPELLINGS.find((name) => text.startsWith(name));
  const written = han ?? /^(?:(?:working|business|work|calendar)[ -])?[a-z]+/i.exec(text)?.[0];
  if (written === undefined) return undefined;
  const name = written.toLowerCase().replace('-', ' ');
  const spelling = DURATION_SPELLINGS.get(name) ?? misspelt(name);
  return spelling && { spelling, length: written.length };
}

/** Only names of three letters and more: a wrong `x` could be anything. */
function misspelt(name: string): UnitSpelling | undefined {
  return name.length < 3 ? undefined : DURATION_SPELLINGS.get(nearest(name, LATIN_SPELLINGS) ?? '');
}

function finish(parts: readonly Part[]): LooseDuration | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const { unit, times } = first.spelling;
  const whole = !first.half && parts.length === 1;
  const value = whole ? duration(multiplyDecimals(first.number, times), unit) : sum(parts);
  if (value === undefined) return undefined;
  return parts.some((part) => part.spelling.calendar) ? { value, calendar: true } : { value };
}

/** Add parts up in the longest unit that holds the sum without a fraction. */
function sum(parts: readonly Part[]): Duration | undefined {
  let total: Decimal = '0';
  for (const { number, spelling } of parts) {
    // Half a day is twelve hours to one reader and four to another.
    if (spelling.unit === 'wd' || (spelling.unit === 'd' && !isWhole(number))) return undefined;
    total = addDecimals(
      total,
      multiplyDecimals(multiplyDecimals(number, spelling.times), SECONDS[spelling.unit]),
    );
  }
  for (const [unit, seconds] of DESCENDING) {
    const number = divideWhole(total, seconds);
    if (number !== undefined) return duration(number, unit);
  }
  return undefined;
}

function divideWhole(seconds: Decimal, unit: Decimal): Decimal | undefined {
  const [milliseconds, size] = [multiplyDecimals(seconds, '1000'), multiplyDecimals(unit, '1000')];
  if (!isWhole(milliseconds) || BigInt(milliseconds) % BigInt(size) !== 0n) return undefined;
  return String(BigInt(milliseconds) / BigInt(size));
}

function duration(number: Decimal, unit: DurationUnit): Duration {
  return { kind: 'duration', number, unit };
}
