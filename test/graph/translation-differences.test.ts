import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translationDifferences } from '../../linter/graph/texts/translation-differences.ts';
import { handbookOf } from '../support/handbook.ts';

/** Compares two bodies of one SOP; what is found is shown as it is written. */
function differences(source: string, translation: string) {
  const handbook = handbookOf({
    'loopbook.yaml': 'title: Handbook\nlocales: [en, zh-CN]\n',
    'sops/call-back.mdx': `---\nname: Call back\nowner: agent\nroles: [agent]\nprocess: request\n---\n${source}`,
    'sops/call-back.zh-CN.mdx': `---\nname: 回电\n---\n${translation}`,
  });
  const sop = handbook.get('sop', 'call-back')!;
  const found = translationDifferences(handbook, sop, sop.translations.get('zh-CN')!);
  const shown = ({ text, at }: { text: string; at: { file: string; span: readonly [number, number] } }) => {
    expect(handbook.files.get(at.file)?.text?.slice(...at.span)).toBe(text);
    return text;
  };
  return {
    numbers: found.numbers.map(({ lost, added }) => [lost.map(shown), added.map(shown)]),
    inserts: [found.inserts.lost.map(shown), found.inserts.added.map(shown)],
    headings: found.headings,
    steps: found.steps,
  };
}

const none = { numbers: [], inserts: [[], []] };

describe('numbers', () => {
  test('are compared section by section', () => {
    const found = differences(
      '## A\n\nWithin 5 min.\n\n## B\n\nUp to 8.\n',
      '## A\n\n8 分钟内。\n\n## B\n\n至多 5。\n',
    );
    expect(found.numbers).toEqual([
      [['5'], ['8']],
      [['8'], ['5']],
    ]);
  });

  test('are compared over the whole body where sections differ', () => {
    const found = differences('## A\n\nWithin 5 min.\n\n## B\n\nUp to 8.\n', '## A\n\n8 分钟内，至多 6。\n');
    expect(found.numbers).toEqual([[['5'], ['6']]]);
  });

  test('belong to their own section even where an earlier paragraph holds all that a later one says', () => {
    const found = differences('## A\n\nWait 15.\n\n## B\n\n5\n', '## A\n\n等 15。\n\n## B\n\n6\n');
    expect(found.numbers).toEqual([[['5'], ['6']]]);
  });

  test('stand where they are said to stand in a second paragraph with CRLF and emphasis', () => {
    const found = differences('One.\r\n\r\nAt **7** then.\r\n', '一。\r\n\r\n在**９**号\r\n以后。\r\n');
    expect(found.numbers).toEqual([[['7'], ['９']]]);
  });
});

test('inserts are compared by what they lead to', () => {
  const source = 'Ask <Role id="lead" />, see <Target of="standard:wait" />.\n';
  expect(differences(source, '见<Target of="standard:wait" />，问<Role id="lead" />。\n')).toMatchObject(
    none,
  );
  expect(differences(source, '见<Target of="standard:speed" />，问<Role id="lead" />。\n').inserts).toEqual([
    ['<Target of="standard:wait" />'],
    ['<Target of="standard:speed" />'],
  ]);
});

test('headings and numbered steps are counted wherever they stand', () => {
  const found = differences('# A\n\n1. x\n2. y\n   1. z\n\n> 1. quoted\n', '1. 甲\n');
  expect(found.headings).toEqual({ source: 1, translation: 0 });
  expect(found.steps).toEqual({ source: 4, translation: 1 });
});

test('a text does not differ from itself', () => {
  const line = fc.oneof(
    fc.constantFrom('## Steps', '1. Wait 5 min.', '- 至多 30 元', '', '14:00 <Role id="lead" />', '> 2 p.m.'),
    fc.string({ unit: fc.constantFrom('a', '二', '3', ' ', '*', '。') }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, newline) => {
      const body = `${lines.join(newline)}${newline}`;
      const found = differences(body, body);
      expect(found).toMatchObject(none);
      expect(found.headings.source).toBe(found.headings.translation);
      expect(found.steps.source).toBe(found.steps.translation);
    }),
    { numRuns: 60 },
  );
});
