import { type Language, render, type Template } from '../model/message.ts';
import { refusalOf, type SiteRefusal } from '../node.ts';
import { UserError } from './io.ts';

const messages = {
  handbook: {
    en: '"{out}" is the handbook itself; its files would be replaced. Choose another folder, as in --out ../public.',
    'zh-CN': '“{out}”就是手册本身，其中的文件会被覆盖；请换一个文件夹，例如 --out ../public。',
  },
  insideHandbook: {
    en: '"{out}" lies in the handbook, whose next check would read the pages as policies. Choose a folder outside, as in --out ../public, or list it under "ignore" in loopbook.yaml.',
    'zh-CN':
      '“{out}”在手册之内，下次检查会把网页当作制度来读；请换到手册之外，例如 --out ../public，或在 loopbook.yaml 的 ignore 中列出该文件夹。',
  },
  holdsHandbook: {
    en: '"{out}" holds the handbook; its pages need a folder of their own. Choose one, as in --out ../public.',
    'zh-CN': '“{out}”里有手册；网页需要单独的文件夹，例如 --out ../public。',
  },
  notAFolder: {
    en: '"{out}" is a file or lies below one; expected a folder to write the pages to. Choose another name.',
    'zh-CN': '“{out}”是文件，或位于文件之下，应为存放网页的文件夹；请换一个名称。',
  },
  notOurs: {
    en: '"{out}" holds "{file}" and was not written by Loopbook, so nothing in it was touched. Choose an empty or a new folder, or delete this one if you need nothing in it.',
    'zh-CN':
      '“{out}”里有“{file}”，不是 Loopbook 生成的文件夹，因此没有改动；请换成空文件夹或新文件夹，如果里面的内容都不需要，也可以先把它删除。',
  },
} satisfies Record<SiteRefusal['reason'], Template>;

/** Stops a build that would write among files which are not its own. */
export function refuseForeignFolder(
  out: string,
  { root, language }: { root: string; language: Language },
): void {
  const refusal = refusalOf(out, root);
  if (refusal) throw new UserError(render(messages[refusal.reason], { out, ...refusal }, language));
}
