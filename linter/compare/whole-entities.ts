import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { Change, Effect } from '../model/change.ts';
import { type Kind, kinds } from '../model/kinds.ts';
import { same, type Template } from '../model/message.ts';
import { fieldAt } from '../schema/fields.ts';
import { changeOf } from './change-of.ts';
import { entityName } from './entity-name.ts';

const sentences = {
  added: { en: 'New {kind}: {name}', 'zh-CN': '新增{kind}“{name}”' },
  removed: { en: 'The {kind} "{name}" was removed', 'zh-CN': '删除了{kind}“{name}”' },
  renamed: {
    en: 'The {kind} "{name}" has the id "{after}" instead of "{before}"',
    'zh-CN': '{kind}“{name}”的标识由“{before}”改为“{after}”',
  },
} satisfies Record<string, Template>;

/** Kinds that hold the service up: with one of them something is missing. */
const upholding: readonly Kind[] = [
  'company',
  'service',
  'process',
  'standard',
  'sop',
  'metric',
  'feedback-loop',
  'training',
  'incentive',
  'inspection',
  'improvement',
];

export function addedEntity(handbook: Handbook, entity: Entity): Change {
  return changeOf(
    { effect: effectOfEntity(entity, true), subject: entity.key, to: entity.data, after: entity.at('/name') },
    { template: sentences.added, data: words(handbook, entity) },
  );
}

export function removedEntity(handbook: Handbook, entity: Entity): Change {
  return changeOf(
    {
      effect: effectOfEntity(entity, false),
      subject: entity.key,
      from: entity.data,
      before: entity.at('/name'),
    },
    { template: sentences.removed, data: words(handbook, entity) },
  );
}

/** Links to the old id go on working, so that nothing changes for anybody. */
export function renamedEntity(before: Entity, after: Entity, handbook: Handbook): Change {
  return changeOf(
    {
      effect: 'editorial',
      subject: after.key,
      path: 'id',
      from: before.id,
      to: after.id,
      before: before.at('/name'),
      after: after.at('/name'),
    },
    {
      template: sentences.renamed,
      data: { ...words(handbook, after), before: same(before.id), after: same(after.id) },
    },
  );
}

// helpers

/** What is not in force binds nobody yet, or any more. */
function effectOfEntity({ kind, data }: Entity, added: boolean): Effect {
  if (data.status === 'draft' || data.status === 'retired') return 'changes';
  if (kind === 'decision-right') return added ? 'widens-authority' : 'strengthens';
  if (upholding.includes(kind)) return added ? 'strengthens' : 'weakens';
  // A tool that stores personal data, a unit that deviates: with them comes what weakens.
  const weakening = Object.keys(data).some((name) => fieldAt(kind, `/${name}`)?.polarity === 'add-weakens');
  if (!weakening) return 'changes';
  return added ? 'weakens' : 'strengthens';
}

function words(handbook: Handbook, entity: Entity) {
  return { kind: kinds[entity.kind].label, name: entityName(handbook, entity) };
}
