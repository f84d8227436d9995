import { type Language, type Localised, render, type Template } from '../model/message.ts';
import { UserError } from './io.ts';

const cannot: Template = {
  en: '"{out}" cannot be written: {reason}. {remedy}',
  'zh-CN': '“{out}”无法写入：{reason}；{remedy}',
};

interface Reason {
  reason: Localised;
  remedy: Localised;
}

const elsewhere: Localised = { en: 'Choose another place.', 'zh-CN': '请换一个位置。' };

/** What the system's error codes mean to somebody who writes policies. */
const reasons: Record<string, Reason> = {
  EACCES: {
    reason: { en: 'you have no permission', 'zh-CN': '没有权限' },
    remedy: { en: 'Check its permissions, or choose another place.', 'zh-CN': '请检查权限，或换一个位置。' },
  },
  EROFS: { reason: { en: 'the disk is read-only', 'zh-CN': '磁盘为只读' }, remedy: elsewhere },
  ENOSPC: {
    reason: { en: 'the disk is full', 'zh-CN': '磁盘已满' },
    remedy: { en: 'Make room, or choose another place.', 'zh-CN': '请腾出空间，或换一个位置。' },
  },
  EISDIR: { reason: { en: 'it is a folder', 'zh-CN': '它是文件夹' }, remedy: elsewhere },
  ENOTDIR: {
    reason: { en: 'a part of the path is a file, not a folder', 'zh-CN': '路径中有一段是文件，不是文件夹' },
    remedy: elsewhere,
  },
  EEXIST: {
    reason: { en: 'it is a file, not a folder', 'zh-CN': '它是文件，不是文件夹' },
    remedy: elsewhere,
  },
  ENAMETOOLONG: { reason: { en: 'its name is too long', 'zh-CN': '名称过长' }, remedy: elsewhere },
};
const aliases: Record<string, string> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC' };

/** A user's error where the system refused to write; what is no error of the system stays what it is. */
export function cannotWrite(out: string, error: unknown, language: Language): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (!code || !/^E[A-Z]+$/.test(code)) return error;
  const known = reasons[aliases[code] ?? code] ?? { reason: reasonOf(code), remedy: elsewhere };
  return new UserError(render(cannot, { out, ...known }, language));
}

/** An error code of the system in words, where there are any. */
export function reasonOf(code: string): Localised {
  return reasons[aliases[code] ?? code]?.reason ?? { en: code, 'zh-CN': code };
}
