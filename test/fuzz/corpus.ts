import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { baseFiles } from '../support/handbook.ts';

export interface CorpusFile {
  path: string;
  bytes: Uint8Array;
}

const root = join(import.meta.dirname, '../..');

/** Small handbooks as they are written: the base of the rules' examples, and what companies begin with. */
export function handbooks(): CorpusFile[][] {
  const base = Object.entries(baseFiles()).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const starters = join(root, 'linter/starters');
  return [base, ...readdirSync(starters).map((name) => filesIn(join(starters, name)))].map(sorted);
}

/** Single files of a large handbook, to be put into small ones. */
export function looseFiles(): CorpusFile[] {
  return filesIn(join(root, 'policies')).filter(({ bytes }) => bytes.length < 20_000);
}

function filesIn(folder: string): CorpusFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|mdx|csv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).replaceAll('\\', '/'), bytes: readFileSync(file) }));
}

function sorted(files: CorpusFile[]): CorpusFile[] {
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
