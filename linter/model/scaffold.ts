import type { Remedy } from './finding.ts';

/** The suggestion to add some lines to a file, for an author to complete where they say “…”. */
export function scaffold(file: string, lines: string): Remedy {
  return {
    description: { en: 'Add to {file}:\n{lines}', 'zh-CN': '在 {file} 中加入：\n{lines}' },
    data: { file, lines },
  };
}
