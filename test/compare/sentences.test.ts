import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare } from '../../linter/engine/compare.ts';
import type { FileSource } from '../../linter/graph/source.ts';
import { buildHandbook } from '../../linter/index.ts';
import { render } from '../../linter/model/message.ts';
import { diskSource } from '../../linter/node.ts';
import { TODAY } from '../support/handbook.ts';
import { type TypicalChange, typicalChanges } from './typical-changes.ts';

const top = resolve(import.meta.dirname, '../..');

describe('what is said of a typical change, in both languages', () => {
  test.each(typicalChanges.map((each, index) => [`${index} ${each.file}`, each] as const))(
    '%s',
    (_, typical) => {
      const [before, after] = revisionsOf(typical);
      const changes = compare(before, after);
      const said = changes.map(({ effect, subject, template, data }) => [
        effect,
        subject,
        render(template, data, 'en'),
        render(template, data, 'zh-CN'),
      ]);
      expect(said).toEqual(typical.says);
      for (const { before: was, after: is } of changes) {
        // Each place is in the file of its own revision.
        for (const [place, handbook] of [[was, before] as const, [is, after] as const]) {
          if (place)
            expect(handbook.files.get(place.file)?.text?.length).toBeGreaterThanOrEqual(place.span[1]);
        }
      }
    },
  );
});

test('there are typical changes of a hotel, a bank and a clinic', () => {
  expect(new Set(typicalChanges.map(({ root }) => root)).size).toBe(3);
  expect(typicalChanges.length).toBeGreaterThan(30);
});

function revisionsOf({ root, file, edit: [from, to] }: TypicalChange) {
  const source = diskSource(join(top, root));
  const text = new TextDecoder().decode(source.find(({ path }) => path === file)!.bytes);
  if (from !== undefined) expect(text).toContain(from);
  const edited: FileSource =
    from === undefined || to === undefined
      ? source.filter(({ path }) => path !== file)
      : source.map((each) =>
          each.path === file
            ? { path: file, bytes: new TextEncoder().encode(text.replace(from, () => to)) }
            : each,
        );
  return [source, edited].map((files) => buildHandbook(files, { clock: TODAY })) as [
    ReturnType<typeof buildHandbook>,
    ReturnType<typeof buildHandbook>,
  ];
}
