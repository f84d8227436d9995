import { idMeant } from '../model/id.ts';
import { type Kind, kindNames, kindOfFolder, kinds } from '../model/kinds.ts';
import type { Template } from '../model/message.ts';
import { hint, nearest } from '../model/suggest.ts';
import type { ProblemCollector } from './problem.ts';

/** What a file is, told by its path alone. */
export type FilePlace =
  | { role: 'settings' | 'glossary' | 'exceptions' | 'baseline' | 'observations' | 'asset' | 'ignored' }
  | ({ role: 'entity'; kind: Kind } & Named)
  | { role: 'approvals'; by: string }
  | ({ role: 'translation'; kind: Kind; locale: string } & Named);

/** Who writes a file name that is no id will be told so once; all else goes by the id that is meant. */
export interface Named {
  id: string;
  /** What the file name says, where that is another id or none. */
  written?: string;
}

export const layoutMessages = {
  unknownFolder: {
    en: 'Folder "{folder}" is no kind of a handbook; {hint} Move the file, or list it under "ignore" in loopbook.yaml.',
    'zh-CN': '文件夹“{folder}”不是手册的种类；{hint}请移动文件，或在 loopbook.yaml 的 ignore 中列出。',
  },
  unknownFile: {
    en: 'File "{name}" has no place here; {hint} Move it into the folder of its kind, or list it under "ignore" in loopbook.yaml.',
    'zh-CN': '文件“{name}”不应放在这里；{hint}请移到对应种类的文件夹，或在 loopbook.yaml 的 ignore 中列出。',
  },
  rootName: {
    en: 'File "{name}" is not read under this name; expected "{renamed}". Rename it, or delete it if there is one of this name already.',
    'zh-CN': '文件“{name}”的名称无法识别，应为“{renamed}”；请改名，若已有该文件则请删除。',
  },
  wrongExtension: {
    en: 'File "{name}" ends in ".{extension}"; expected ".{expected}" in folder "{folder}". Rename it to "{renamed}".',
    'zh-CN':
      '文件“{name}”的扩展名为“.{extension}”，在文件夹“{folder}”中应为“.{expected}”；请改名为“{renamed}”。',
  },
  localeForm: {
    en: 'File "{name}" is a translation under a name that no program knows; expected the language tag after a full stop. Rename it to "{renamed}".',
    'zh-CN': '文件“{name}”是译文，但名称无法识别，语言标签应写在英文句点之后；请改名为“{renamed}”。',
  },
  foreignFile: {
    en: 'File "{name}" is no text; expected ".{expected}" files in folder "{folder}". Copy what it says into one, and keep the original in assets/ or elsewhere.',
    'zh-CN':
      '文件“{name}”不是文本文件，文件夹“{folder}”中只应有“.{expected}”文件；请把内容写进这样的文件，原件移到 assets 文件夹或手册之外。',
  },
  unknownLocale: {
    en: 'File "{name}" is a translation into "{locale}"; expected one of {locales}. Rename it, or add the locale to loopbook.yaml.',
    'zh-CN':
      '文件“{name}”是“{locale}”译文，应为 {locales} 之一；请改名，或在 loopbook.yaml 的 locales 中加上。',
  },
} satisfies Record<string, Template>;

const rootFiles: Record<string, FilePlace> = {
  'loopbook.yaml': { role: 'settings' },
  'glossary.yaml': { role: 'glossary' },
  'exceptions.yaml': { role: 'exceptions' },
  'baseline.json': { role: 'baseline' },
  'company.yaml': { role: 'entity', kind: 'company', id: 'company' },
};

/** What an editor may have made of a text. */
const textExtensions = new Set(['', 'yml', 'yaml', 'mdx', 'md', 'markdown', 'txt']);

/** Files that people and tools keep beside any folder of text. */
const companions = /^(?:readme(?:\.[\w-]+)*\.md|licen[cs]e(?:\.\w+)?|codeowners|\..*)$/i;

const localeSuffix = /^(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/;

/**
 * Tells what a file is. Paths are relative to the handbook's root, with `/`; no locales means that they are
 * not known. A file that cannot be placed
 * is reported and undefined.
 */
export function placeOf(
  path: string,
  locales: readonly string[],
  report: ProblemCollector,
): FilePlace | undefined {
  const segments = path.split('/');
  const name = segments.at(-1)!;
  if (companions.test(name) || segments.some((segment) => segment.startsWith('.')))
    return { role: 'ignored' };
  if (segments.length === 1) return placeAtRoot(name, report);
  const folder = segments[0]!;
  if (folder === 'assets') return { role: 'asset' };
  if (folder === 'data') return placeData(segments, name, report);
  if (folder === 'approvals') return placeApprovals(segments, name, report);
  const kind = kindOfFolder(folder);
  if (!kind) {
    const meant = folderMeant(folder);
    const known = kindNames.map((each) => kinds[each].folder).filter((each) => each !== '');
    report.add('syntax/file', layoutMessages, {
      messageId: 'unknownFolder',
      span: [0, 0],
      data: {
        folder,
        hint: meant ? hint(meant, [meant]) : hint(folder, [...known, 'data', 'assets', 'approvals']),
      },
    });
    const kindMeant = meant && kindOfFolder(meant);
    // Read as what it is meant to be, the file need not be missed everywhere else as well.
    return kindMeant ? placeInKind(kindMeant, meant, name, locales, report) : undefined;
  }
  return placeInKind(kind, folder, name, locales, report);
}

function placeAtRoot(name: string, report: ProblemCollector): FilePlace | undefined {
  const place = Object.hasOwn(rootFiles, name) ? rootFiles[name] : undefined;
  if (place) return place;
  const renamed = name.toLowerCase().replace(/\.yml$/, '.yaml');
  const meant = Object.hasOwn(rootFiles, renamed) ? rootFiles[renamed] : undefined;
  if (meant) {
    report.add('syntax/file', layoutMessages, {
      messageId: 'rootName',
      span: [0, 0],
      data: { name, renamed },
    });
    return meant.role === 'entity' ? { ...meant, written: name } : undefined;
  }
  const data = { name, hint: hint(name, Object.keys(rootFiles)) };
  report.add('syntax/file', layoutMessages, { messageId: 'unknownFile', span: [0, 0], data });
  return undefined;
}

function placeData(segments: string[], name: string, report: ProblemCollector): FilePlace | undefined {
  if (segments.length === 2 && name.endsWith('.csv')) return { role: 'observations' };
  const data = { name, hint: { en: 'expected data/<metric>.csv.', 'zh-CN': '应为 data/<指标>.csv。' } };
  report.add('syntax/file', layoutMessages, { messageId: 'unknownFile', span: [0, 0], data });
  return undefined;
}

/** Whoever approves signs in a file of their own, which Git servers can let them alone change. */
function placeApprovals(segments: string[], name: string, report: ProblemCollector): FilePlace | undefined {
  if (segments.length === 2 && name.endsWith('.yaml'))
    return { role: 'approvals', by: name.slice(0, -'.yaml'.length) };
  const expected = { en: 'expected approvals/<role>.yaml.', 'zh-CN': '应为 approvals/<岗位>.yaml。' };
  report.add('syntax/file', layoutMessages, {
    messageId: 'unknownFile',
    span: [0, 0],
    data: { name, hint: expected },
  });
  return undefined;
}

function placeInKind(
  kind: Kind,
  folder: string,
  name: string,
  locales: readonly string[],
  report: ProblemCollector,
  written?: string,
): FilePlace | undefined {
  const expected = kinds[kind].extension;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1) : '';
  const whole = dot > 0 ? name.slice(0, dot) : name;
  if (extension !== expected) {
    if (!textExtensions.has(extension.toLowerCase())) {
      const data = { name, expected, folder };
      report.add('syntax/file', layoutMessages, { messageId: 'foreignFile', span: [0, 0], data });
      return undefined;
    }
    const bare = whole.replace(/\.(?:ya?ml|mdx?)$/i, '');
    const { tongue = '', id = bare } = expected === 'mdx' ? partsOf(bare) : {};
    const renamed = `${idMeant(id)}${tongue}`;
    const data = { name, extension, expected, folder, renamed: `${renamed}.${expected}` };
    report.add('syntax/file', layoutMessages, { messageId: 'wrongExtension', span: [0, 0], data });
    // Fields where a text is expected, or the other way round, are another slip.
    if (expected === 'mdx' ? isYaml(extension) : extension === 'mdx') return undefined;
    return placeInKind(kind, folder, `${renamed}.${expected}`, locales, report, id);
  }
  const stem = whole;
  const meant = expected === 'mdx' ? translationMeant(stem, locales) : undefined;
  if (meant !== undefined) {
    const renamed = `${idMeant(meant.id)}.${meant.locale}.${expected}`;
    report.add('syntax/file', layoutMessages, {
      messageId: 'localeForm',
      span: [0, 0],
      data: { name, renamed },
    });
    return placeInKind(kind, folder, renamed, locales, report, meant.id);
  }
  const translated = expected === 'mdx' ? localeSuffix.exec(stem) : null;
  if (!translated) return { role: 'entity', kind, ...named(stem, written) };
  const own = named(translated[1]!, written);
  const locale = translated[2]!;
  if (locales.length > 0 && !locales.includes(locale)) {
    const known = { en: locales.join(', '), 'zh-CN': locales.join('、') };
    const data = { name, locale, locales: known };
    report.add('syntax/file', layoutMessages, { messageId: 'unknownLocale', span: [0, 0], data });
    return undefined;
  }
  if (locale === locales[0]) return { role: 'entity', kind, ...own };
  return { role: 'translation', kind, ...own, locale };
}

/** A file's id, by the name it has here and the one it bears on disk. */
function named(name: string, written: string = name): Named {
  const id = idMeant(name);
  const composed = written.normalize('NFC');
  return composed === id ? { id } : { id, written: composed };
}

/** The folder that somebody meant: nearly written so, or by what the kind is called. */
function folderMeant(folder: string): string | undefined {
  const named = kindNames.find((kind) =>
    Object.values(kinds[kind].label).some((label) => label.toLowerCase() === folder.toLowerCase()),
  );
  const folders = kindNames.map((kind) => kinds[kind].folder).filter((each) => each !== '');
  return (named && kinds[named].folder) || nearest(folder, folders);
}

/** A stem such as `check-in.en` in its two parts. */
function partsOf(stem: string): { id?: string; tongue?: string } {
  const found = localeSuffix.exec(stem);
  return found ? { id: found[1]!, tongue: `.${found[2]}` } : {};
}

function isYaml(extension: string): boolean {
  return extension === 'yaml' || extension === 'yml';
}

/** `check-in.zh_CN`, `check-in-zh-CN`, `check-in.zh` or `check-in.中文` as it ought to be, if it is no such name yet. */
function translationMeant(
  stem: string,
  locales: readonly string[],
): { id: string; locale: string } | undefined {
  const found = /^(.+?)(?:\.|[-_](?=[a-z]{2}[-_][A-Z]{2}$))([^.]+)$/.exec(stem);
  const [, id, written] = found ?? [];
  if (id === undefined || written === undefined) return undefined;
  const tag = spokenNames[written] ?? written.replace('_', '-').toLowerCase();
  const near = locales.filter((locale) => {
    const plain = locale.toLowerCase();
    return plain === tag || plain.startsWith(`${tag}-`);
  });
  const [locale, ...others] = near;
  if (locale === undefined || others.length > 0 || stem === `${id}.${locale}`) return undefined;
  return { id, locale };
}

const spokenNames: Record<string, string> = { 中文: 'zh', 简体中文: 'zh', 英文: 'en', 英语: 'en', cn: 'zh' };
