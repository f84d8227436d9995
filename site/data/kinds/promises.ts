import type { Entity } from '../../../linter/index.ts';
import type { Item } from '../blocks.ts';
import { targetsAt } from '../targets.ts';
import type { View } from '../view.ts';
import { type Line, plain } from '../words.ts';

/** The promises of a company or a service, each with what backs it up and what follows when it is broken. */
export function promiseItems(view: View, entity: Entity<'company'> | Entity<'service'>): Item[] {
  return (entity.data.promises ?? []).map((promise, index) => {
    const base = `/promises/${index}`;
    const title = (name: string) =>
      plain(`${view.field('service', `/promises/*/${name}`)}${view.t('colon')}`);
    const within = view.value('duration', promise.within);
    const linked = (name: string): Line[] => {
      const link = view.ref(entity, `${base}/${name}`);
      return link ? [[title(name), link]] : [];
    };
    return {
      id: promise.id,
      line: [{ ...(view.words(promise.statement) ?? plain('')), tone: 'strong' }],
      notes: [
        ...(within ? [[title('within'), plain(within, 'value')]] : []),
        ...targetsAt(view, entity, `${base}/standard`).map((line) => [title('standard'), ...line]),
        ...targetsAt(view, entity, `${base}/metric`).map((line) => [title('metric'), ...line]),
        ...linked('decision'),
        ...linked('recovery'),
      ],
    };
  });
}
