import { fileURLToPath } from 'node:url';
import { type Language, render, type Template } from '../model/message.ts';
import { packageIsWritable, packageRoot } from '../node.ts';
import { UserError } from './io.ts';

const notWritable: Template = {
  en: 'Pages are made in Loopbook\'s own folder "{folder}", which you may not write to. Install Loopbook in a folder of yours.',
  'zh-CN':
    '生成页面需要写入 Loopbook 自己的文件夹“{folder}”，但您没有权限；请把 Loopbook 安装在您自己的文件夹中。',
};

/** Stops before anything is begun where no page could be made. */
export function requireWorkplace(language: Language): void {
  if (packageIsWritable()) return;
  throw new UserError(render(notWritable, { folder: fileURLToPath(packageRoot) }, language));
}
