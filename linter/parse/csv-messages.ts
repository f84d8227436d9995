import type { Template } from '../model/message.ts';

export const csvMessages = {
  quoteOpen: {
    en: 'A quote opens here and is never closed; expected a second one at the end of the cell. Close it, or delete it: figures need no quotes.',
    'zh-CN': '此处的引号没有收尾，单元格末尾应有另一个引号；请补上，或删去（数字不需要引号）。',
  },
  quote: {
    en: 'A quote stands in the middle of a cell; expected quotes around the whole cell or none. Delete it: figures need no quotes.',
    'zh-CN': '单元格中间有引号，应整格加引号或不加；请删去（数字不需要引号）。',
  },
} satisfies Record<string, Template>;
