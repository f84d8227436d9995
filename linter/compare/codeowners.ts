import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { observationFile } from '../graph/questions/observations.ts';
import { type Language, render, type Template } from '../model/message.ts';
import { handlesOf } from './review.ts';

const BEGIN = '# loopbook: begin';
const END = '# loopbook: end';

const sentences = {
  made: {
    en: 'Written by "loopbook codeowners" from the owners in the handbook and "approvals" in loopbook.yaml.',
    'zh-CN': '由 loopbook codeowners 根据手册中的负责岗位和 loopbook.yaml 的 approvals 生成。',
  },
  mend: {
    en: 'Change those and run it again; what stands outside of these two marks is left alone.',
    'zh-CN': '请修改上述来源后重新生成；两个标记之外的内容不受影响。',
  },
  without: {
    en: 'Roles without an account, whose files fall to the owners of the folder: {roles}',
    'zh-CN': '以下岗位没有对应账号，其文件归文件夹的负责人：{roles}',
  },
  unwritable: {
    en: 'Files whose names this format cannot hold: {files}',
    'zh-CN': '以下文件的名称无法写入本格式：{files}',
  },
} satisfies Record<string, Template>;

export interface Codeowners {
  /** The block for the CODEOWNERS file, from its first mark to its last, with a line break at the end. */
  text: string;
  /** Ids of roles that own files and have no account. */
  without: string[];
  /** Files that cannot be named in the format. */
  unwritable: string[];
}

/**
 * Who is asked on the Git server when a file changes: the accounts of its owner's role. The last pattern that
 * fits a path counts, so that the folder comes first. Files that decide how everything is judged, and the
 * mapping of roles to accounts itself, are the company's owner's; `approvals/<role>.yaml` is that role's alone.
 *
 * @param prefix the handbook's folder in the repository, `policies/`; empty where it is the root
 * @param out the file itself, from the root of the repository: whoever may change it could give away all others
 */
export function codeownersOf(
  handbook: Handbook,
  prefix: string,
  out: string,
  language: Language,
): Codeowners {
  const handles = handlesOf(handbook);
  const company = handbook.company && ownerOf(handbook, handbook.company);
  const top = (company === undefined ? undefined : handles.get(company)) ?? [];
  const others = (handbook.settings.approvals?.others ?? []) as string[];
  const owners = new Map<string, string>();
  for (const [file, owner] of ownersOf(handbook)) owners.set(`${prefix}${file}`, owner);
  const lines = new Map<string, readonly string[]>();
  const unwritable: string[] = [];
  const add = (path: string, accounts: readonly string[] | undefined) => {
    if (!accounts || accounts.length === 0) return;
    if (isWritable(path)) lines.set(path, accounts);
    else unwritable.push(path);
  };
  for (const [path, owner] of owners) add(path, handles.get(owner));
  for (const name of ['loopbook.yaml', 'exceptions.yaml', 'baseline.json']) add(`${prefix}${name}`, top);
  for (const [role, accounts] of handles) add(`${prefix}approvals/${role}.yaml`, accounts);
  add(out, top);
  const without = [...new Set(owners.values())].filter((role) => !handles.has(role)).sort();
  const fallback = others.length > 0 ? others : top;
  const body = [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, accounts]) => lineOf(path, accounts));
  const head = [sentences.made[language], sentences.mend[language]];
  if (without.length > 0)
    head.push(render(sentences.without, { roles: without.map(oneWord).join(', ') }, language));
  if (unwritable.length > 0)
    head.push(
      render(
        sentences.unwritable,
        { files: unwritable.map((file) => JSON.stringify(file)).join(', ') },
        language,
      ),
    );
  const folder = fallback.length > 0 && isWritable(prefix) ? [lineOf(prefix, fallback)] : [];
  const text = [BEGIN, ...head.map((line) => `# ${line}`), '', ...folder, ...body, END].join('\n');
  return { text: `${text}\n`, without, unwritable };
}

/** A CODEOWNERS file with the block put in the place of the former one, or at its end. */
export function withBlock(file: string, block: string): string {
  const text = file.replaceAll('\r\n', '\n');
  const start = lineStart(text, BEGIN);
  const end = start < 0 ? -1 : lineStart(text, END, start);
  if (end >= 0) {
    const after = text.indexOf('\n', end);
    return text.slice(0, start) + block + (after < 0 ? '' : text.slice(after + 1));
  }
  const gap = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return text + gap + block;
}

// helpers

function lineStart(text: string, line: string, from = 0): number {
  const found = new RegExp(`^${line}[ \\t]*$`, 'm').exec(text.slice(from));
  return found ? from + found.index : -1;
}

function ownerOf(handbook: Handbook, entity: Entity): string | undefined {
  const target = handbook.referenceAt(entity, '/owner')?.target;
  return target?.kind === 'role' ? target.id : undefined;
}

/** Each file of an entity with the role that owns it: its own, its translations, its observations. */
function* ownersOf(handbook: Handbook): Generator<[file: string, owner: string]> {
  for (const entity of handbook.entities) {
    const owner = ownerOf(handbook, entity);
    if (owner === undefined) continue;
    yield [entity.file, owner];
    for (const { file } of entity.translations.values()) yield [file, owner];
  }
  for (const metric of handbook.all('metric')) {
    const [file, owner] = [observationFile(handbook, metric), ownerOf(handbook, metric)];
    if (file !== undefined && owner !== undefined) yield [file, owner];
  }
  const glossary = [...handbook.files.values()].find(({ place }) => place?.role === 'glossary');
  const keeper = handbook.glossary.owner && handbook.find(`role:${handbook.glossary.owner}`);
  if (glossary && keeper) yield [glossary.path, keeper.id];
}

function lineOf(path: string, accounts: readonly string[]): string {
  return `/${escaped(path)} ${accounts.join(' ')}`;
}

/** Patterns are those of .gitignore: signs that mean something there, and spaces, are escaped. */
function escaped(path: string): string {
  return path.replace(/[\\ *?#![\]]/g, '\\$&');
}

/** No line of the file can hold these, whatever stands before them. */
function isWritable(path: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(path);
}

function oneWord(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ');
}
