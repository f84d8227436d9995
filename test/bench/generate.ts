/**
 * Handbooks of any size, made from a seed: valid by all rules, so that a run over one measures the linter
 * and not its messages. Everything in them is made up.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { companyDrafts, extentFor } from './generate/company.ts';
import type { Draft } from './generate/draft.ts';
import { processDraft } from './generate/process.ts';
import { randomFrom } from './generate/random.ts';
import { sopDraft } from './generate/sop.ts';
import { chinese, english } from './generate/words.ts';

export interface HandbookSize {
  processes: number;
  sops: number;
  /** `mixed` writes every other file in Chinese. */
  language?: 'en' | 'zh-CN' | 'mixed';
  seed?: number;
}

/** The files of a handbook: path → text. Same size and seed, same bytes. */
export function generateHandbook({
  processes,
  sops,
  language = 'en',
  seed = 1,
}: HandbookSize): Map<string, string> {
  const extent = extentFor(processes, sops);
  const wordsOf = (index: number) => {
    if (language === 'mixed') return index % 2 === 0 ? english : chinese;
    return language === 'en' ? english : chinese;
  };
  const drafts = [settings(language), ...companyDrafts(extent)];
  for (let index = 0; index < Math.max(extent.processes, sops); index++) {
    const random = randomFrom(seed * 1_000_003 + index);
    const words = wordsOf(index);
    if (index < extent.processes) drafts.push(processDraft(index, extent, words, random));
    if (index < sops) drafts.push(sopDraft(index, extent, words, random));
  }
  return new Map(drafts.map((draft) => [draft.path, textOf(draft)]));
}

/** Writes files below a folder, which is emptied first. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const parent of new Set([...files.keys()].map(dirname)))
    await mkdir(join(folder, parent), { recursive: true });
  for (const [path, text] of files) await writeFile(join(folder, path), text);
}

// helpers

function settings(language: 'en' | 'zh-CN' | 'mixed'): Draft {
  const locale = language === 'mixed' ? 'zh-CN' : language;
  return {
    path: 'loopbook.yaml',
    data: { title: 'Example handbook', locales: [locale], today: '2026-11-22' },
  };
}

function textOf({ path, data, body }: Draft): string {
  const reviewed = path === 'loopbook.yaml' ? {} : { reviewEvery: '365 d', reviewed: '2026-09-01' };
  const yaml = stringify({ ...data, ...reviewed }, { lineWidth: 0 });
  return body === undefined ? yaml : `---\n${yaml}---\n\n${body}`;
}
