import type { MessageData, Template } from '../model/message.ts';
import type { ProblemCollector } from '../parse/problem.ts';
import type { Unreadable } from './source.ts';

export const fileMessages = {
  empty: {
    en: 'The file is empty; expected at least {fields}. Fill it in or delete it.',
    'zh-CN': '文件是空的，至少应有 {fields}；请填写或删除。',
  },
  notFields: {
    en: 'The file holds no fields; expected lines of the form "field: value". Rewrite it.',
    'zh-CN': '文件中没有字段，应由“字段: 值”各行组成；请改写。',
  },
  conflict: {
    en: 'Two changes met here and Git left both; expected one text. Between "<<<<<<<" and ">>>>>>>" keep what holds, and delete the lines with these marks and "=======".',
    'zh-CN':
      '此处有两份改动冲突，Git 把两者都留下了，只应有一份；请在“<<<<<<<”和“>>>>>>>”之间保留正确的内容，并删除带有这些标记和“=======”的行。',
  },
  orphan: {
    en: 'The file translates "{id}", which does not exist; expected the original in "{original}". Add it, or rename this file.',
    'zh-CN': '此文件是“{id}”的译文，但原文不存在，应有“{original}”；请补上原文，或给此文件改名。',
  },
  more: {
    en: '{count} more problems of this kind are in the file. Mend those shown first.',
    'zh-CN': '文件中还有 {count} 处同类问题；请先修改已列出的。',
  },
  moreOfAll: {
    en: '{count} more problems are in the file. Mend those shown first.',
    'zh-CN': '文件中还有 {count} 处问题；请先修改已列出的。',
  },
  seeAlso: { en: 'The other one stands here.', 'zh-CN': '另一处在这里。' },
  denied: {
    en: 'The file cannot be read: permission denied. Give read permission.',
    'zh-CN': '文件无法读取：没有权限；请授予读取权限。',
  },
  vanished: {
    en: 'The file disappeared while it was read. Run the command again.',
    'zh-CN': '文件在读取过程中消失；请重新运行命令。',
  },
  'not-a-file': {
    en: 'This is neither a file nor a folder (a device, socket or pipe). Remove it.',
    'zh-CN': '这既不是文件也不是文件夹（设备、套接字或管道）；请移除。',
  },
  'outside-root': {
    en: 'The symbolic link leads out of the handbook and is not followed. Replace it by the file itself.',
    'zh-CN': '符号链接指向手册之外，不予读取；请换成文件本身。',
  },
  'dead-link': {
    en: 'The symbolic link leads nowhere: what it names does not exist, or leads back to it. Replace it by the file itself, or delete it.',
    'zh-CN': '符号链接没有指向任何文件：目标不存在，或又指回自身；请换成文件本身，或删除此链接。',
  },
  'too-large': {
    en: 'The file has {size} bytes; expected at most {limit}. Split it, or raise limits.maxFileSize in loopbook.yaml.',
    'zh-CN':
      '文件有 {size} 字节，上限为 {limit} 字节；请拆分，或在 loopbook.yaml 中调高 limits.maxFileSize。',
  },
} satisfies Record<string, Template>;

export function unreadableProblem(unreadable: Unreadable, report: ProblemCollector): void {
  const data: MessageData =
    unreadable.reason === 'too-large' ? { size: unreadable.size, limit: unreadable.limit } : {};
  report.add('syntax/file', fileMessages, { messageId: unreadable.reason, span: [0, 0], data });
}
