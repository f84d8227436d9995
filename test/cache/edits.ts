import type { Handbook } from '../../linter/index.ts';
import { candidatesOf } from '../mutations/candidates.ts';
import { mutationKinds } from '../mutations/mutation.ts';
import { pick, type Random } from '../mutations/random.ts';
import { applyEdits } from '../support/edits.ts';
import type { MemoryFiles } from '../support/handbook.ts';

type Texts = Record<string, string>;

/** A way in which people change a handbook; undefined where there is nothing to change so. */
type Edit = (texts: Texts, handbook: Handbook, random: Random) => MemoryFiles | undefined;

/** Changes of meaning, of words, of lines, of files, and of what all files stand under. */
export const edits: Record<string, Edit> = {
  mutation(texts, handbook, random) {
    const kind = pick(mutationKinds, random);
    const candidates = candidatesOf(handbook).filter((each) => each.kind === kind);
    const mutation = pick(candidates, random)?.make(random);
    if (!mutation) return undefined;
    const changed = applyEdits(texts, mutation.edits);
    for (const path of mutation.dropped ?? []) delete changed[path];
    return changed;
  },
  words: (texts, _, random) =>
    inFile(texts, /\.(?:yaml|mdx)$/, random, (text) =>
      text.replace(pick([...text.matchAll(/[a-z]{4,}/g)], random)?.[0] ?? '', pick(someWords, random)!),
    ),
  sentence: (texts, _, random) =>
    inFile(texts, /\.mdx$/, random, (text) => `${text}\n${pick(sentences, random)}\n`),
  'line twice': (texts, _, random) => inLines(texts, random, (lines, at) => lines.splice(at, 0, lines[at]!)),
  'line lost': (texts, _, random) => inLines(texts, random, (lines, at) => lines.splice(at, 1)),
  'line up': (texts, _, random) =>
    inLines(texts, random, (lines, at) => lines.splice(Math.max(0, at - 1), 0, ...lines.splice(at, 1))),
  'blank line above': (texts, _, random) => inFile(texts, /\.yaml$/, random, (text) => `# note\n\n${text}`),
  'file renamed': (texts, _, random) => {
    const path = pick(placesOf(texts, /^[a-z-]+\/[^/]+\.(?:yaml|mdx)$/), random)!;
    const { [path]: text = '', ...others } = texts;
    return { ...others, [path.replace(/(\.[\w-]+)?(\.\w+)$/, '-x$1$2')]: text };
  },
  'file copied': (texts, _, random) => {
    const path = pick(placesOf(texts, /^[a-z-]+\/[^/.]+\.(?:yaml|mdx)$/), random)!;
    return { ...texts, [path.replace(/(\.\w+)$/, '-copy$1')]: texts[path]! };
  },
  'step renamed': (texts, _, random) =>
    inFile(texts, /^processes\//, random, (text) => {
      const ids = [...text.matchAll(/\bid: ([\w-]+)/g)].map(([, id]) => id!);
      return text.replaceAll(new RegExp(`\\b${pick(ids, random) ?? '-'}\\b`, 'g'), 'renamed');
    }),
  status: (texts, _, random) =>
    inFile(texts, /^[a-z-]+\/.*\.yaml$/, random, (text) => `status: ${pick(statuses, random)}\n${text}`),
  number: (texts, _, random) =>
    inFile(texts, /\.(?:csv|yaml)$/, random, (text) =>
      text.replace(
        pick([...text.matchAll(/\b\d+\b/g)], random)?.[0] ?? '-',
        String(Math.floor(random() * 99)),
      ),
    ),
  settings: (texts, _, random) => ({
    ...texts,
    'loopbook.yaml': `${texts['loopbook.yaml']}${random() < 0.5 ? 'preset: strict\n' : '# note\n'}`,
  }),
  glossary: (texts, _, random) =>
    inFile(texts, /^glossary\.yaml$/, random, (text) => text.replace(/avoid:.*/, 'avoid: [guest, step]')),
};

/** The same edit may meet text that is not there; then another is tried. */
export function editAtRandom(texts: Texts, handbook: Handbook, random: Random): [string, Texts] {
  for (;;) {
    const name = random() < 0.6 ? 'mutation' : pick(Object.keys(edits), random)!;
    const changed = edits[name]!(texts, handbook, random);
    if (changed) return [name, changed as Texts];
  }
}

// helpers

const someWords = ['soon', 'carefully', 'role', 'customer', 'retired', '及时'];
const sentences = [
  'Answer as soon as possible.',
  'Pay up to 500 CNY at once.',
  'Staff should call [the manager](role:manager).',
  '<Step id="x" />',
  '请尽快处理。',
];
const statuses = ['draft', 'trial', 'retired', 'active'];

function placesOf(texts: Texts, pattern: RegExp): string[] {
  return Object.keys(texts).filter((path) => pattern.test(path));
}

function inFile(
  texts: Texts,
  pattern: RegExp,
  random: Random,
  change: (text: string) => string,
): Texts | undefined {
  const path = pick(placesOf(texts, pattern), random);
  return path === undefined ? undefined : { ...texts, [path]: change(texts[path]!) };
}

function inLines(texts: Texts, random: Random, change: (lines: string[], at: number) => void) {
  return inFile(texts, /\.(?:yaml|mdx|csv)$/, random, (text) => {
    const lines = text.split('\n');
    change(lines, Math.floor(random() * lines.length));
    return lines.join('\n');
  });
}
