import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normativeTexts } from '../../linter/graph/texts/normative-text.ts';
import { maskQuotes, sentencesOf } from '../../linter/graph/texts/sentences.ts';
import { wordFinder } from '../../linter/graph/texts/word-finder.ts';
import { foreignTo, inScript, scriptOf } from '../../linter/model/han-variants.ts';
import { findMojibake } from '../../linter/model/mojibake.ts';
import { MASK } from '../../linter/parse/prose.ts';
import { handbookOf } from '../support/handbook.ts';

const cut = (text: string) => sentencesOf(text).map((span) => text.slice(...span));

describe('sentences', () => {
  test.each([
    ['立即道歉。10分钟内答复！是否满意？', ['立即道歉。', '10分钟内答复！', '是否满意？']],
    ['先登记；再答复', ['先登记；', '再答复']],
    [
      'Stop at once. Answer within 5.5 min, e.g. by phone. Done',
      ['Stop at once.', 'Answer within 5.5 min, e.g. by phone.', 'Done'],
    ],
    [
      'Call at 10 a.m. on weekdays. Call at 10 p.m. The guest waits.',
      ['Call at 10 a.m. on weekdays.', 'Call at 10 p.m.', 'The guest waits.'],
    ],
    ['One line\nwraps here.\n\nAnother paragraph', ['One line\nwraps here.', 'Another paragraph']],
    ['他说：“好。”然后走了。', ['他说：“好。”', '然后走了。']],
    ['  \n ', []],
    ['…', ['…']],
  ])('%j', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  test('cover all of a text but blanks, in order and without overlap', () => {
    const piece = fc.constantFrom('a', '及时', ' ', '.', '。', '\n', ';', '“', '”', 'e.g.', '5', '😀', '…');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const [from, to] of sentencesOf(text)) {
          expect(text.slice(end, from).trim()).toBe('');
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});

test('quoted words and titles are hidden, offsets stay', () => {
  const text = '按《及时答复规范》说“马上到”，then "right now", don’t 5" wide';
  const masked = maskQuotes(text);
  expect(masked).toHaveLength(text.length);
  expect(masked.replaceAll(MASK, '')).toBe('按说，then , don’t 5" wide');
});

describe('words', () => {
  const { find } = wordFinder({
    words: ['及时', 'soon', 'as soon as possible', 'immediate'],
    except: ['及时率', '不及时', 'as soon as', 'immediate family'],
  });
  test.each([
    ['及时率高，不及时，及时。', ['及时']],
    ['As Soon\nas possible, as soon as you arrive, sooner, soon', ['As Soon\nas possible', 'soon']],
    ['immediate-family, immediate family, immediate.', ['immediate']],
    ['nothing', []],
  ])('%j', (text, expected) => {
    expect(find(text).map(({ written }) => written)).toEqual(expected);
    for (const { written, start, end } of find(text)) expect(text.slice(start, end)).toBe(written);
  });

  test('a quick look never misses a word', () => {
    const words = ['及时', 'soon', 'as soon as possible', 'Été', 'Срочно', '24h', '客户VIP'];
    const { find, mayOccurIn } = wordFinder({ words, except: ['及时率', 'as soon as'] });
    const cases = words.flatMap((word) => [word, word.toLowerCase(), word.toUpperCase()]);
    const piece = fc.constantFrom(...cases, '率', 'x', ' ', '\n', '-', '_', '。');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(find(text).length > 0 && !mayOccurIn(text), text).toBe(false);
      }),
    );
  });

  test('signs of patterns are taken literally', () => {
    const words = wordFinder({ words: ['24/7 (approx.)', 'a+'], except: [] });
    expect(words.find('24/7 (approx.) and a+ and aa').map(({ written }) => written)).toEqual([
      '24/7 (approx.)',
      'a+',
    ]);
  });
});

describe('places of normative text', () => {
  const settings = 'title: t\nlocales: [en, zh-CN]\n';
  const sop = (body: string) => `---\nname: n\nowner: o\nroles: [r]\nprocess: p\n---\n\n${body}\n`;
  const textsOf = (files: Record<string, string>) => [
    ...normativeTexts(handbookOf({ 'loopbook.yaml': settings, ...files })),
  ];

  test('escapes, entities, emphasis and wrapped lines in a body', () => {
    const file = sop(
      '- Answer \\*at\n  once\\* &amp; **right&#32;away**, <Role id="r" /> waits\r\n  > 马上到',
    );
    const [text] = textsOf({ 'sops/s.mdx': file });
    expect(text?.text).toBe(`Answer *at\nonce* & right away, ${MASK} waits`);
    const placed = (words: string) => {
      const start = text!.text.indexOf(words);
      return file.slice(...text!.at(start, start + words.length).span);
    };
    expect(placed('once*')).toBe('once\\*');
    expect(placed('at\nonce')).toBe('at\n  once');
    expect(placed('right away')).toBe('right&#32;away');
    expect(placed(MASK)).toBe('<Role id="r" />');
    expect(placed('waits')).toBe('waits');
  });

  test('every word of a body and of a field stands where its place says', () => {
    const word = fc.constantFrom(
      '及时',
      'soon',
      '\\*',
      '**尽快**',
      '`soon`',
      '😀',
      '&amp;',
      '\n  ',
      ' ',
      '<Role id="r" />',
      'x。',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 15 }), fc.boolean(), (words, crlf) => {
        const body = `- a ${words.join('')} z`;
        const file = crlf ? sop(body).replaceAll('\n', '\r\n') : sop(body);
        for (const text of textsOf({ 'sops/s.mdx': file })) {
          for (const wanted of ['及时', 'soon', '尽快', '😀', 'z']) {
            for (let at = text.text.indexOf(wanted); at !== -1; at = text.text.indexOf(wanted, at + 1)) {
              expect(file.slice(...text.at(at, at + wanted.length).span)).toBe(wanted);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what explains, quotes, lists in tables or is no longer in force binds nobody', () => {
    const body =
      '## Why\n\nsoon\n\n## Steps\n\nDo it soon.\n\n> soon\n\n| soon |\n| --- |\n| soon |\n\n<Script>\n\nsoon\n\n</Script>';
    const texts = textsOf({
      'sops/s.mdx': sop(body),
      'sops/old.mdx': sop('soon').replace('name: n', 'name: n\nstatus: retired'),
      'processes/p.yaml':
        'name: p\nowner: o\nservice: s\ngoal: g\nsteps:\n  - { id: ask, lane: customer, do: soon, next: end }\n',
    });
    expect(texts.map(({ text }) => text)).toEqual(['Do it soon.']);
  });
});

describe('Chinese scripts', () => {
  test.each([
    ['zh-CN', 'simplified'],
    ['zh', 'simplified'],
    ['zh-Hans-HK', 'simplified'],
    ['zh-TW', 'traditional'],
    ['zh-Hant', 'traditional'],
    ['en', undefined],
  ])('%s is %s', (locale, script) => {
    expect(scriptOf(locale)).toBe(script);
  });

  test('characters change script and stay there', () => {
    expect(inScript('simplified', '服務標準')).toBe('服务标准');
    // 准 is written so in both scripts.
    expect(inScript('traditional', '服务业批准')).toBe('服務業批准');
    expect(foreignTo(['simplified']).test('服务')).toBe(false);
    expect(foreignTo(['simplified']).test('服務')).toBe(true);
    expect(foreignTo([]).test('服務')).toBe(false);
  });
});

describe('mojibake', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  test.each(['服务', '客户的投诉应在当日答复', '前台接待'])(
    '%s, read as GBK or Latin, is found and put right',
    (text) => {
      for (const encoding of ['gbk', 'windows-1252']) {
        const broken = `A ${new TextDecoder(encoding).decode(utf8(text))}`;
        const [found, ...more] = findMojibake(broken);
        expect(more).toEqual([]);
        expect(broken.slice(found!.start)).toBe(broken.slice(2));
        // An odd number of bytes loses the last one on its way through GBK.
        if (encoding !== 'gbk' || utf8(text).length % 2 === 0) expect(found?.original).toBe(text);
      }
    },
  );

  test.each([
    'café”…',
    'naïve façade',
    'Ångström',
    'für „Ärger“',
    '横滨的浜口',
    'don’t – stop',
    '烫烫的茶',
    '繁體中文服務標準',
  ])('%s is sound', (text) => {
    expect(findMojibake(text)).toEqual([]);
  });
});
