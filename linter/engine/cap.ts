import { SETTINGS_FILE } from '../graph/settings-file.ts';
import type { JudgedProblem } from '../model/finding.ts';
import type { Template } from '../model/message.ts';

/** What a rule says of a file it has more to say of than anyone reads; nothing hides it. */
export const MORE = 'more';

/** How many problems of one rule in one file are kept, and how many of the whole handbook. */
const MOST_IN_FILE = 200;
const MOST_IN_ALL = 100_000;

const messages = {
  inFile: {
    en: '{count} more problems of this kind are in the file. Mend those shown first.',
    'zh-CN': '文件中还有 {count} 处同类问题；请先修改已列出的。',
  },
  inAll: {
    en: '{count} more problems of this kind are in the handbook, which has too many to list. Mend those shown first.',
    'zh-CN': '手册中还有 {count} 处同类问题，问题过多，未全部列出；请先修改已列出的。',
  },
} satisfies Record<string, Template>;

/**
 * Keeps the problems of one rule within bounds, so that a hostile file can fill neither memory nor a report:
 * of each file the first, by `inOrder`, whatever order they come in. What is left out is counted by a problem
 * of its own, which is an error and changes with the count, so that none can join them unseen.
 */
export class Cap {
  readonly #inOrder: (a: JudgedProblem, b: JudgedProblem) => number;
  readonly #byFile = new Map<string, { kept: JudgedProblem[]; cut: number }>();

  constructor(inOrder: (a: JudgedProblem, b: JudgedProblem) => number) {
    this.#inOrder = inOrder;
  }

  add(problem: JudgedProblem): void {
    const { file } = problem.at;
    const own = this.#byFile.get(file) ?? { kept: [], cut: 0 };
    this.#byFile.set(file, own);
    own.kept.push(problem);
    if (own.kept.length >= 4 * MOST_IN_FILE) this.#trim(own);
  }

  /** The problems kept. @param before how many the rules before this one have brought */
  problems(before: number): JudgedProblem[] {
    const all: JudgedProblem[] = [];
    let beyond = 0;
    for (const [file, own] of [...this.#byFile].sort(([a], [b]) => (a < b ? -1 : 1))) {
      this.#trim(own);
      const room = Math.max(0, MOST_IN_ALL - before - all.length);
      for (const problem of own.kept.slice(0, room)) all.push(problem);
      beyond += Math.max(0, own.kept.length - room);
      if (room === 0) beyond += own.cut;
      else if (own.cut > 0) all.push(this.#more(own.kept[0]!, 'inFile', file, own.cut));
    }
    const [any] = this.#byFile.values();
    if (beyond > 0) all.push(this.#more(any!.kept[0]!, 'inAll', SETTINGS_FILE, beyond));
    return all;
  }

  #trim(own: { kept: JudgedProblem[]; cut: number }): void {
    if (own.kept.length <= MOST_IN_FILE) return;
    own.kept.sort(this.#inOrder);
    own.cut += own.kept.splice(MOST_IN_FILE).length;
  }

  #more({ rule }: JudgedProblem, message: keyof typeof messages, file: string, count: number): JudgedProblem {
    return {
      rule,
      messageId: MORE,
      template: messages[message],
      data: { count },
      at: { file, span: [0, 0] },
      subject: `${file}#${MORE}-${count}`,
      severity: 'error',
    };
  }
}
