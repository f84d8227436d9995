import { resolve } from 'node:path';
import { type Language, render, type Template } from '../model/message.ts';
import {
  destinations,
  findInstalledChrome,
  isPdfOrNew,
  pageCount,
  pathExists,
  printPdf,
  serve,
  writeFileAtomically,
} from '../node.ts';
import { cannotWrite } from './cannot-write.ts';
import { failure } from './handbook.ts';
import { type ExitCode, type Io, UserError } from './io.ts';
import { languageOf } from './language.ts';
import { outOf, type PageFlags } from './pages.ts';

export interface PdfFlags extends PageFlags {
  role?: string;
  locale?: string;
  file: string;
}

const messages = {
  noChrome: {
    en: 'No Chrome, Chromium or Edge was found on this machine; expected one to print with. Install it, or name its program in LOOPBOOK_CHROME.',
    'zh-CN':
      '本机没有找到 Chrome、Chromium 或 Edge，打印需要其一；请安装，或在 LOOPBOOK_CHROME 中写明程序路径。',
  },
  badChrome: {
    en: 'LOOPBOOK_CHROME is "{program}", which is no program that can be run. Correct it, or take it out.',
    'zh-CN': 'LOOPBOOK_CHROME 的值“{program}”不是可以运行的程序；请改正或删去。',
  },
  notPdf: {
    en: '"{file}" is no PDF and was left as it is. Choose another name by --file.',
    'zh-CN': '“{file}”不是 PDF，未改动；请用 --file 换一个名称。',
  },
  noBook: {
    en: 'The built site has no "{page}"; expected a role and a language of the handbook. Correct --role or --locale, or build the site again.',
    'zh-CN': '生成的站点中没有“{page}”，应为手册里的岗位和语言；请改正 --role 或 --locale，或重新生成站点。',
  },
  printed: {
    en: 'The book is in "{file}": {pages} pages.',
    'zh-CN': '书已写入“{file}”：共 {pages} 页。',
  },
} satisfies Record<string, Template>;

/** `loopbook pdf`: prints a built handbook, or one role's part of it, as a book through the browser of this machine. */
export async function pdfCommand(flags: PdfFlags, io: Io): Promise<ExitCode> {
  const language = languageOf(flags.lang, io);
  const out = outOf(flags, io);
  if (!pathExists(resolve(out, 'index.html'))) throw failure('notBuilt', { out }, language);
  const book = `${flags.locale ? `${flags.locale}/` : ''}book/`;
  const needed = [`${book}index.html`, ...(flags.role ? [`offline/${flags.role}.json`] : [])];
  const page = needed.find((each) => !pathExists(resolve(out, each)));
  if (page) throw new UserError(render(messages.noBook, { page }, language));
  const file = resolve(io.cwd, flags.file);
  refuseOtherFile(file, language);
  const program = await findInstalledChrome(io.env).catch(() => {
    throw new UserError(render(messages.badChrome, { program: io.env.LOOPBOOK_CHROME ?? '' }, language));
  });
  if (!program) throw new UserError(render(messages.noChrome, {}, language));
  const server = await serve(out, { port: 0, ...(flags.base && { base: flags.base }) });
  try {
    const url = `${server.url}${book}?${flags.role ? `role=${encodeURIComponent(flags.role)}` : 'all'}`;
    const pdf = await printPdf(url, '[data-bound]', { program }, (draft) => {
      return `${url}&numbers=${encodeURIComponent(JSON.stringify(Object.fromEntries(destinations(draft))))}`;
    });
    await writeFileAtomically(file, pdf).catch((error) => {
      throw cannotWrite(file, error, language);
    });
    io.err(`${render(messages.printed, { file, pages: pageCount(pdf) }, language)}\n`);
    return 0;
  } finally {
    await server.close();
  }
}

// helpers

/** A book takes the place of an earlier one, and of nothing else. */
function refuseOtherFile(file: string, language: Language): void {
  let mayWrite: boolean;
  try {
    mayWrite = isPdfOrNew(file);
  } catch (error) {
    throw cannotWrite(file, error, language);
  }
  if (!mayWrite) throw new UserError(render(messages.notPdf, { file }, language));
}
