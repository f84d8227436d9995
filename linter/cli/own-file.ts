import { relative, sep } from 'node:path';
import type { Handbook } from '../graph/handbook.ts';
import { type Language, render, type Template } from '../model/message.ts';
import { realPathOf } from '../node.ts';
import { UserError } from './io.ts';

const handbookFile: Template = {
  en: '"{file}" belongs to the handbook and was left as it is; expected a file to write to. Choose another name.',
  'zh-CN': '“{file}”是手册中的文件，未改动；应为用于写入的文件，请换一个名称。',
};

/** Stops what would write over a policy; `shown` is the path as the user knows it. */
export function refuseHandbookFile(
  file: string,
  shown: string,
  { root, handbook, language }: { root: string; handbook: Handbook; language: Language },
): void {
  const path = relative(realPathOf(root), realPathOf(file)).split(sep).join('/');
  const place = handbook.files.get(path)?.place;
  if (!place || place.role === 'ignored') return;
  throw new UserError(render(handbookFile, { file: shown }, language));
}
