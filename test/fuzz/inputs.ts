import fc from 'fast-check';
import { type CorpusFile, handbooks, looseFiles } from './corpus.ts';

/** A handbook of which some files were changed. */
export interface FuzzInput {
  /** Which of the small handbooks lies below. */
  handbook: number;
  /** Laid over it. */
  files: CorpusFile[];
}

export const small = handbooks();
const loose = looseFiles();

/** Pieces of the languages that files are written in, and what people and attackers put among them. */
const PIECES: readonly string[] = [
  ...['\n', '\r\n', '\r', '\t', ' ', '  - ', ': ', ' #', '---\n', '...\n', '%YAML 1.1\n---\n', '- - - '],
  ...[
    '&a ',
    '*a',
    '<<: *a\n',
    '!!js/function ',
    '!<tag:x> ',
    '|\n  ',
    '>-\n  ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ',',
  ],
  ...[
    '"',
    "'",
    '"\\x00"',
    '"\\ud800"',
    '\\',
    '~',
    'null',
    'true',
    'off',
    '.inf',
    '1e999',
    '0x10',
    '1.10',
    '-0',
  ],
  ...[
    '__proto__: ',
    'constructor: ',
    'toString: ',
    'hasOwnProperty: ',
    'name: ',
    'owner: ',
    'id: ',
    'rules: ',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '99999-12-31',
    '5 min',
    '<= 5 min',
    '-1 h',
    '1e9 d',
    '500 CNY',
    '200 %',
    '0 s',
  ],
  ...[
    '\ufeff',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\u200b',
    '\u2028',
    '\u0085',
    '\ufffe',
    '：',
    '，',
    '“',
    '　',
  ],
  ...[
    '尽快',
    '及时',
    '适当',
    '应',
    '不应',
    '必须',
    '服务员',
    '三十分钟',
    'as soon as possible ',
    'shall ',
    'should ',
  ],
  ...[
    '<Role id="',
    '" />',
    '<Note>',
    '</Note>',
    '<',
    '</',
    '/>',
    '<a href="javascript:x">',
    '<!-- -->',
    '{/* ',
    ' */}',
  ],
  ...[
    '{x}',
    '$' + '{x}',
    '{...x}',
    '`',
    '```\n',
    '~~~\n',
    '**',
    '_',
    '~~',
    '> ',
    '# ',
    '| a | b |\n|---|---|\n',
    '\\<',
  ],
  ...[
    '[a](b)',
    '![a](',
    '](',
    '[^1]',
    '[a]: b\n',
    '<https://x>',
    '&lt;',
    '&#0;',
    '&#xd800;',
    'import a from "b"\n',
  ],
  ...[
    '::error::x',
    '##[error]x',
    ']]>',
    '<![CDATA[',
    '$(x)',
    '../',
    '%2e%2e/',
    '@all',
    '#1',
    'role:',
    'process:check-in#',
  ],
  ...[
    '# loopbook-disable-next-line flow/sound -- x until 2027-01-31\n',
    '{/* loopbook-disable-next-line x */}\n',
  ],
];

const PATHS: readonly string[] = [
  ...[
    'loopbook.yaml',
    'company.yaml',
    'glossary.yaml',
    'exceptions.yaml',
    'roles/x.yaml',
    'processes/x.yaml',
  ],
  ...['standards/x.yaml', 'sops/x.mdx', 'sops/x.zh-CN.mdx', 'guides/x.mdx', 'data/x.csv', 'metrics/x.yaml'],
  ...[
    'services/x.yaml',
    'decision-rights/x.yaml',
    'feedback-loops/x.yaml',
    'training/x.yaml',
    'units/x.yaml',
  ],
  ...[
    'incentives/x.yaml',
    'inspections/x.yaml',
    'segments/x.yaml',
    'improvements/x.yaml',
    'assets/x.svg',
    'x',
  ],
  ...[
    'tools/a\nb.yaml',
    'tools/\u001b[31m.yaml',
    'tools/::error::.yaml',
    'tools/|<b>.yaml',
    'roles/X.YAML',
    'a/b/c.yaml',
  ],
  ...[
    'roles/__proto__.yaml',
    'roles/constructor.yaml',
    'processes/toString.yaml',
    'data/__proto__.csv',
    'tools/手册.yaml',
  ],
];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 2, max: 3000 }))
      .map(([text, times]) => text.repeat(times)),
  },
);

/** One change to the text of a file. */
type Edit = (text: string) => string;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, piece).map(
    ([at, text]): Edit =>
      (whole) =>
        spliced(whole, at, 0, text),
  ),
  fc.tuple(place, place, piece).map(
    ([at, size, text]): Edit =>
      (whole) =>
        spliced(whole, at, cut(size), text),
  ),
  fc.tuple(place, place).map(
    ([at, size]): Edit =>
      (whole) =>
        spliced(whole, at, cut(size) * 10, ''),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (whole) =>
        movedLine(whole, from, to),
  ),
  fc.tuple(place, fc.constantFrom(...loose)).map(
    ([at, { bytes }]): Edit =>
      (whole) =>
        spliced(whole, at, 0, Buffer.from(bytes).toString('utf8')),
  ),
  place.map(
    (at): Edit =>
      (whole) =>
        whole.slice(0, Math.floor(at * whole.length)),
  ),
  fc.integer({ min: 2, max: 60 }).map(
    (times): Edit =>
      (whole) =>
        whole.length < 3000 ? whole.repeat(times) : whole,
  ),
);

const edited = fc
  .tuple(
    fc.nat(1_000_000),
    fc.array(edit, { minLength: 1, maxLength: 8 }),
    fc.option(fc.constantFrom(...PATHS), { freq: 8 }),
    fc.boolean(),
  )
  .map(([index, edits, path, own]) => (files: readonly CorpusFile[]): CorpusFile => {
    const from = own ? files : loose;
    const file = from[index % from.length]!;
    const text = edits.reduce(
      (whole, change) => change(whole).slice(0, 200_000),
      Buffer.from(file.bytes).toString('utf8'),
    );
    return { path: path ?? file.path, bytes: Buffer.from(text) };
  });

const raw = fc
  .tuple(
    fc.constantFrom(...PATHS),
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(piece, { maxLength: 60 }).map((all) => Buffer.from(all.join(''))),
    ),
  )
  .map(
    ([path, bytes]) =>
      (): CorpusFile => ({ path, bytes }),
  );

/** Handbooks with one to three files of random bytes, of random pieces, or of real text with slips in it. */
export const fuzzInput: fc.Arbitrary<FuzzInput> = fc
  .tuple(
    fc.nat(small.length - 1),
    fc.array(fc.oneof({ weight: 4, arbitrary: edited }, { weight: 1, arbitrary: raw }), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([handbook, makers]) => ({ handbook, files: makers.map((make) => make(small[handbook]!)) }));

// helpers

/** As many characters as a slip of the hand takes, now and then a screenful. */
function cut(size: number): number {
  return Math.floor(size ** 3 * 200);
}

function spliced(whole: string, at: number, length: number, text: string): string {
  const start = Math.floor(at * whole.length);
  return whole.slice(0, start) + text + whole.slice(start + length);
}

function movedLine(whole: string, from: number, to: number): string {
  const lines = whole.split('\n');
  const [line = ''] = lines.splice(Math.floor(from * lines.length), 1);
  lines.splice(Math.floor(to * (lines.length + 1)), 0, line);
  return lines.join('\n');
}
