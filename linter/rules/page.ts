import type { Span } from '../model/finding.ts';
import type { Language, Localised } from '../model/message.ts';

/** One file of an example, without its marks. */
export interface ExampleFile {
  path: string;
  /** Of the code block: `yaml`, `mdx`. */
  language: string;
  text: string;
  /** What `⟦…⟧` surrounds: where findings are expected, by start and then end. */
  marks: Span[];
}

export interface ExpectedFinding {
  messageId: string;
  message: Localised;
}

export interface Example {
  verdict: 'wrong' | 'right';
  title: Localised;
  /** Laid over the base handbook. */
  files: ExampleFile[];
  /** As many as there are marks, in the order of the files and their marks. */
  findings: ExpectedFinding[];
}

export interface OptionText {
  name: string;
  text: Localised;
}

/** A rule's page: what a reader needs to agree with the rule and to mend what it found. */
export interface RulePage {
  /** `theme/name`. */
  id: string;
  summary: Localised;
  /** Markdown. */
  why: Localised;
  mend: Localised;
  /** When the rule is better left off. */
  except: Localised;
  options: OptionText[];
  examples: Example[];
}

/** The headings of the sections in prose; they stand in this order, each first in English. */
export const headings = {
  why: { en: 'Why', 'zh-CN': '为什么' },
  mend: { en: 'How to mend it', 'zh-CN': '如何修改' },
  except: { en: 'When not to use it', 'zh-CN': '何时不用' },
} satisfies Record<string, Localised>;

export const optionsHeading: Localised = { en: 'Options', 'zh-CN': '选项' };
export const verdicts = {
  wrong: { en: 'Wrong', 'zh-CN': '错误' },
  right: { en: 'Right', 'zh-CN': '正确' },
} satisfies Record<Example['verdict'], Localised>;

const OPEN = '⟦';
const CLOSE = '⟧';

interface Section {
  heading: string;
  lines: string[];
}

/**
 * Reads a rule's page.
 *
 * @throws Error that names the page where it has another shape: pages are part of the program.
 */
export function parsePage(text: string): RulePage {
  const [head, ...sections] = split(text.replaceAll('\r\n', '\n'));
  const id = head!.heading;
  const [en, zh, ...more] = head!.lines.filter((line) => line !== '');
  if (en === undefined || zh === undefined || more.length > 0) {
    throw new Error(`${id}: expected the summary in two lines, English and Chinese, below the title`);
  }
  const prose = proseOf(id, sections.splice(0, Object.keys(headings).length * 2));
  const optionsTitle = `${optionsHeading.en} | ${optionsHeading['zh-CN']}`;
  const options = sections[0]?.heading === optionsTitle ? optionsOf(id, sections.shift()!) : [];
  return {
    id,
    summary: { en, 'zh-CN': zh },
    ...prose,
    options,
    examples: sections.map((each) => exampleOf(id, each)),
  };
}

/**
 * Takes the marks out of an example.
 *
 * @example unmark('role: ⟦waitr⟧') // => { text: 'role: waitr', marks: [[6, 11]] }
 */
export function unmark(marked: string): { text: string; marks: Span[] } {
  const open: number[] = [];
  const marks: Span[] = [];
  let text = '';
  for (const character of marked) {
    if (character === OPEN) open.push(text.length);
    else if (character === CLOSE) {
      const start = open.pop();
      if (start === undefined) throw new Error(`"${CLOSE}" without "${OPEN}" in an example`);
      marks.push([start, text.length]);
    } else text += character;
  }
  if (open.length > 0) throw new Error(`"${OPEN}" without "${CLOSE}" in an example`);
  return { text, marks: marks.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}

// helpers

/** Cuts a page at its headings; what looks like a heading inside a code block is not one. */
function split(text: string): Section[] {
  const sections: Section[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    fence = nextFence(fence, line);
    const heading = fence === '' ? /^##? (.+)$/.exec(line)?.[1] : undefined;
    if (heading !== undefined) sections.push({ heading: heading.trim(), lines: [] });
    else if (sections.length > 0) sections.at(-1)!.lines.push(line);
    else throw new Error('a page begins with its title "# theme/name"');
  }
  return sections;
}

/** The fence that is open after a line, empty where none is. */
function nextFence(open: string, line: string): string {
  const fence = /^(`{3,})/.exec(line)?.[1];
  if (fence === undefined) return open;
  if (open === '') return fence;
  return line.trim() === open ? '' : open;
}

function proseOf(id: string, sections: Section[]): Pick<RulePage, 'why' | 'mend' | 'except'> {
  const prose: Record<string, Partial<Localised>> = {};
  const wanted = Object.entries(headings).flatMap(([name, heading]) => [
    { name, language: 'en' as Language, heading: heading.en },
    { name, language: 'zh-CN' as Language, heading: heading['zh-CN'] },
  ]);
  for (const [index, { name, language, heading }] of wanted.entries()) {
    const section = sections[index];
    const text = section?.lines.join('\n').trim() ?? '';
    if (section?.heading !== heading || text === '') {
      throw new Error(
        `${id}: expected section "${heading}" with text, found "${section?.heading ?? 'the end'}"`,
      );
    }
    prose[name] = { ...prose[name], [language]: text };
  }
  return prose as Pick<RulePage, 'why' | 'mend' | 'except'>;
}

function optionsOf(id: string, { lines }: Section): OptionText[] {
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const match = /^- `([^`]+)`: (.+) \| (.+)$/.exec(line);
      if (!match) throw new Error(`${id}: expected "- \`name\`: English | 中文", found "${line}"`);
      return { name: match[1]!, text: { en: match[2]!, 'zh-CN': match[3]! } };
    });
}

function exampleOf(id: string, { heading, lines }: Section): Example {
  const match = /^(Wrong|Right): (.+) \| (错误|正确)：(.+)$/.exec(heading);
  const verdict = match?.[1] === 'Wrong' ? 'wrong' : 'right';
  if (!match || match[3] !== verdicts[verdict]['zh-CN']) {
    throw new Error(`${id}: expected "Wrong: … | 错误：…" or "Right: … | 正确：…", found "${heading}"`);
  }
  const title = { en: match[2]!, 'zh-CN': match[4]! };
  const { files, rest } = filesOf(lines);
  if (files.length === 0) throw new Error(`${id}: example "${title.en}" has no file`);
  const findings = findingsOf(`${id}: example "${title.en}"`, rest);
  const marks = files.reduce((sum, file) => sum + file.marks.length, 0);
  if (marks !== findings.length || (verdict === 'wrong') !== findings.length > 0) {
    throw new Error(
      `${id}: example "${title.en}" (${verdict}) has ${marks} marks and ${findings.length} messages`,
    );
  }
  return { verdict, title, files, findings };
}

function filesOf(lines: readonly string[]): { files: ExampleFile[]; rest: string[] } {
  const files: ExampleFile[] = [];
  const rest: string[] = [];
  let fence = '';
  let block: { language: string; path: string; lines: string[] } | undefined;
  for (const line of lines) {
    const before = fence;
    fence = nextFence(fence, line);
    if (before === '' && fence !== '') {
      const [language = '', path = ''] = line.slice(fence.length).split(' ');
      block = { language, path, lines: [] };
    } else if (before !== '' && fence === '' && block) {
      const { language, path } = block;
      files.push({ language, path, ...unmark(`${block.lines.join('\n')}\n`) });
    } else if (before !== '') block?.lines.push(line);
    else if (line.trim() !== '') rest.push(line);
  }
  return { files, rest };
}

/** The messages of all findings in English, then of all in Chinese. */
function findingsOf(where: string, lines: readonly string[]): ExpectedFinding[] {
  const said = lines.map((line) => {
    const match = /^- ([A-Za-z]\w*): (.+)$/.exec(line);
    if (!match) throw new Error(`${where}: expected "- messageId: message", found "${line}"`);
    return { messageId: match[1]!, message: match[2]! };
  });
  const count = said.length / 2;
  return said.slice(0, Math.ceil(count)).map(({ messageId, message }, index) => {
    const chinese = said[index + count];
    if (chinese?.messageId !== messageId)
      throw new Error(`${where}: "${messageId}" is not said in both languages`);
    return { messageId, message: { en: message, 'zh-CN': chinese.message } };
  });
}
