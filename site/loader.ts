import type { Loader } from 'astro/loaders';
import { kindNames } from '../linter/index.ts';
import { openHandbook } from './handbook.ts';

/** Fills Astro's content store from the handbook: small entries with a digest each, so that a change shows. */
export function handbookLoader(): Loader {
  return {
    name: 'loopbook',
    load: async ({ store, parseData, generateDigest }) => {
      const { handbook } = openHandbook();
      const present = new Set<string>();
      for (const kind of kindNames) {
        for (const entity of handbook.all(kind)) {
          const id = `${kind}/${entity.id}`;
          present.add(id);
          const name = handbook.text(entity.data.name, handbook.locales[0]!)?.text ?? entity.id;
          const data = await parseData({ id, data: { kind, id: entity.id, name } });
          const texts = [entity.text, ...[...entity.translations.values()].map(({ text }) => text)];
          store.set({ id, data, digest: generateDigest(texts.join('\0')) });
        }
      }
      for (const id of store.keys()) if (!present.has(id)) store.delete(id);
    },
  };
}
