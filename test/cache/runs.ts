import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { lint } from '../../linter/engine/lint.ts';
import { type Memory, memoryOf } from '../../linter/engine/memory.ts';
import { type FileFacts, readFacts } from '../../linter/graph/facts.ts';
import type { FileSource } from '../../linter/graph/source.ts';
import { buildHandbook, type Handbook, json, pretty, registry } from '../../linter/index.ts';
import type { Language } from '../../linter/model/message.ts';
import { withDigests } from '../../linter/node.ts';
import { type MemoryFiles, TODAY } from '../support/handbook.ts';

/** Everything that a run prints, in both languages. */
export interface Printed {
  handbook: Handbook;
  text: string;
  /** What the run leaves, as it comes back from a file. */
  memory: Memory;
  /** Whether anything of the earlier run was of use. */
  isWarm: boolean;
}

export function sourceOf(files: MemoryFiles): FileSource {
  const source = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  return withDigests(source.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** Lints these files, from nothing or from what an earlier run left. */
export function printed(source: FileSource, earlier?: Memory, today = TODAY): Printed {
  const run = (language: Language) => {
    const handbook = buildHandbook(source, {
      clock: today,
      facts: rememberedFacts,
      digest: (text) => hash('sha256', text),
      ...(earlier && { earlier: earlier.handbook }),
    });
    const rules = { earlier: earlier?.rules, now: new Map() };
    const result = lint(handbook, { language, registry, memory: rules });
    const shown = { lang: language, colour: false, width: 100, quiet: false };
    const text = pretty(result, { ...shown, source: (file) => handbook.files.get(file)?.text });
    return { handbook, rules, text: json(result) + text };
  };
  const { handbook, rules, text } = run('en');
  const isWarm = handbook.answers.areClean([]);
  const memory = deserialize(serialize(memoryOf(handbook, rules.now)));
  return { handbook, text: text + run('zh-CN').text, memory, isWarm };
}

/** What is printed by a run that knows nothing of memories. */
export function plainly(source: FileSource, today = TODAY): string {
  const handbook = buildHandbook(source, { clock: today, facts: rememberedFacts });
  return (['en', 'zh-CN'] as const)
    .map((language) => {
      const result = lint(handbook, { language, registry });
      const shown = { lang: language, colour: false, width: 100, quiet: false };
      return json(result) + pretty(result, { ...shown, source: (file) => handbook.files.get(file)?.text });
    })
    .join('');
}

// helpers

const known = new Map<string, FileFacts>();

/** Facts depend on bytes and locales alone; what is tested here is what is made of them. */
function rememberedFacts(file: FileSource[number], locales: readonly string[]): FileFacts {
  const name = `${locales} ${file.path} ${file.digest}`;
  const facts = known.get(name) ?? readFacts(file, locales);
  known.set(name, facts);
  return facts;
}
