/** A period as a reader says it, whole and in parts for the labels of an axis. */
export interface PeriodWords {
  /** “2026年10月”, “October 2026”, “week 41 of 2026”. */
  text: string;
  /** What changes from one to the next: “10月”, “Oct”, “W41”. */
  short: string;
  /** The year, where `short` does not say it. */
  year?: string;
}

/**
 * The words for a period as observations write it: `2026`, `2026-H2`, `2026-Q3`, `2026-10`, `2026-W41` or
 * `2026-10-05`. Anything else is said as it is written.
 */
export function periodInWords(period: string, locale: string): PeriodWords {
  const match = /^(\d{4})(?:-(?:([QHW])(\d+)|(\d\d)(?:-(\d\d))?))?$/.exec(period);
  if (!match) return { text: period, short: period };
  const [, year = '', letter, number, month, day] = match;
  const chinese = /^zh\b/i.test(locale);
  if (letter) {
    const count = Number(number);
    return { ...(chinese ? chinesePart(year, letter, count) : englishPart(year, letter, count)), year };
  }
  if (!month) return { text: chinese ? `${year}年` : year, short: year };
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  return {
    text: format(locale, { year: 'numeric', month: 'long', ...(day && { day: 'numeric' }) }).format(date),
    short: format(locale, { month: 'short', ...(day && { day: 'numeric' }) }).format(date),
    year,
  };
}

// helpers

type Part = Pick<PeriodWords, 'text' | 'short'>;

function chinesePart(year: string, letter: string, count: number): Part {
  if (letter === 'W') return { text: `${year}年第${count}周`, short: `${count}周` };
  if (letter === 'Q') return { text: `${year}年第${'一二三四'[count - 1] ?? count}季度`, short: `Q${count}` };
  const half = count === 1 ? '上半年' : '下半年';
  return { text: `${year}年${half}`, short: half };
}

function englishPart(year: string, letter: string, count: number): Part {
  if (letter === 'W') return { text: `week ${count} of ${year}`, short: `W${count}` };
  if (letter === 'Q') return { text: `quarter ${count} of ${year}`, short: `Q${count}` };
  return { text: `${count === 1 ? 'first' : 'second'} half of ${year}`, short: `H${count}` };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone: 'UTC' });
    formats.set(key, found);
  }
  return found;
}
