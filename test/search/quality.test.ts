import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Handbook, kindNames } from '../../linter/index.ts';
import { loadHandbook } from '../../linter/node.ts';
import { answersOf } from '../../site/data/answers.ts';
import { pathOf } from '../../site/data/routes.ts';
import { viewOf } from '../../site/data/view.ts';
import { Answers } from '../../site/search/answers.ts';
import { isHeldOut, type Question, questions, starterQuestions } from './questions.ts';

interface Share {
  asked: number;
  first: number;
  three: number;
}

const report: string[] = [];
let hotel: Asker;

beforeAll(async () => {
  hotel = await askerOf('policies');
});

afterAll(() => console.info(report.join('\n')));

describe('the answers of the example', () => {
  test('are asked for enough, in every way, and each question names pages that exist', () => {
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(new Set(questions.map(({ locale, ask }) => `${locale} ${ask}`)).size).toBe(questions.length);
    expect(missingPages(hotel.handbook, questions)).toEqual([]);
  });

  test('put a right page first in nine of ten, and among the first three in 98 of 100', () => {
    const share = shareOf(hotel, questions, 'all questions');
    expect(share.first).toBeGreaterThanOrEqual(0.9);
    expect(share.three).toBeGreaterThanOrEqual(0.98);
  });

  test('do nearly as well with the questions that nothing was chosen for', () => {
    const held = questions.filter((_, index) => isHeldOut(index));
    const share = shareOf(hotel, held, 'held out');
    expect(held.length).toBeGreaterThanOrEqual(Math.floor(questions.length / 3));
    expect(share.first).toBeGreaterThanOrEqual(0.9);
    expect(share.three).toBeGreaterThanOrEqual(0.95);
  });

  test('find the same by every word for a complaint', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const [first, ...others] = ['投诉', '客诉', 'complaint'].map((ask) => hotel.pages(locale, ask)[0]);
      expect(others).toEqual(others.map(() => first));
    }
  });

  test('put what concerns the reader’s role before the same for others', () => {
    const first = (role: string) => hotel.pages('zh-CN', '服务员', role)[0];
    expect(first('room-attendant')).toBe('roles/room-attendant');
    expect(first('waiter')).toBe('roles/waiter');
  });
});

test.each(Object.entries(starterQuestions))(
  'the answers of a %s put a right page first',
  async (name, asked) => {
    const starter = await askerOf(`linter/starters/${name}`);
    expect(missingPages(starter.handbook, asked)).toEqual([]);
    const share = shareOf(starter, asked, name);
    expect(share.first).toBeGreaterThanOrEqual(0.8);
    expect(share.three).toBeGreaterThanOrEqual(0.9);
  },
);

// helpers

interface Asker {
  handbook: Handbook;
  /** The pages that answer, each once, best first. */
  pages(locale: string, ask: string, role?: string): string[];
}

async function askerOf(root: string): Promise<Asker> {
  const handbook = await loadHandbook(root);
  const data = new Map(
    handbook.locales.map((locale) => [locale, answersOf(viewOf(handbook, locale, { base: '/' }))]),
  );
  const indexes = new Map<string, Answers>();
  const indexOf = (locale: string, role?: string) => {
    const key = `${locale} ${role ?? ''}`;
    const index = indexes.get(key) ?? new Answers(data.get(locale)!, role);
    indexes.set(key, index);
    return index;
  };
  return {
    handbook,
    pages: (locale, ask, role) => {
      const prefix = locale === handbook.locales[0] ? '/' : `/${locale}/`;
      const found = indexOf(locale, role).find(ask);
      return [...new Set(found.map(({ url }) => url.replace(/\/(?:#.*)?$/, '').slice(prefix.length)))];
    },
  };
}

function shareOf(asker: Asker, asked: readonly Question[], name: string): Share {
  const places = asked.map(({ locale, ask, pages }) =>
    asker.pages(locale, ask).findIndex((page) => pages.includes(page)),
  );
  const share = (most: number) => places.filter((place) => place >= 0 && place < most).length / asked.length;
  const found = { asked: asked.length, first: share(1), three: share(3) };
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  report.push(
    `${name}: ${found.asked} questions, first ${percent(found.first)}, first three ${percent(found.three)}`,
  );
  return found;
}

function missingPages(handbook: Handbook, asked: readonly Question[]): string[] {
  const paths = new Set(
    kindNames.flatMap((kind) => handbook.all(kind).map(({ id }) => pathOf({ type: 'entity', kind, id }))),
  );
  return asked.flatMap(({ pages }) => pages).filter((page) => !paths.has(page));
}
