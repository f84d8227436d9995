import type { Entity } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { Change, Effect } from '../model/change.ts';
import { type Kind, kinds } from '../model/kinds.ts';
import { type Language, type Localised, same, type Template } from '../model/message.ts';
import { type Field, fieldAt } from '../schema/fields.ts';
import { changeOf } from './change-of.ts';
import { entityName } from './entity-name.ts';

const sentences = {
  added: { en: 'New {kind}: {name}', 'zh-CN': '新增{kind}“{name}”' },
  addedWith: {
    en: 'New {kind}: {name} (judged so because of "{fields}")',
    'zh-CN': '新增{kind}“{name}”（判定依据：“{fields}”）',
  },
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
  const effect = effectOfEntity(entity, true);
  const [template, fields] =
    effect === 'weakens' ? [sentences.addedWith, titlesOf(weakeningIn(entity))] : [sentences.added];
  return changeOf(
    { effect, subject: entity.key, to: entity.data, after: entity.at('/name') },
    { template, data: { ...words(handbook, entity), ...(fields && { fields }) } },
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
  // A tool that stores personal data, a unit that deviates: with them comes what weakens. What they are good
  // for besides goes with them, so that their end is neither.
  return added && weakeningIn({ kind, data }).length > 0 ? 'weakens' : 'changes';
}

/** Fields of an entity that weaken by being there at all. */
function weakeningIn({ kind, data }: Pick<Entity, 'kind' | 'data'>): Field[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const field = fieldAt(kind, `/${name}`);
    const isEmpty = Array.isArray(value) && value.length === 0;
    return field?.polarity === 'add-weakens' && !isEmpty ? [field] : [];
  });
}

function titlesOf(fields: readonly Field[]): Localised {
  const titles = (language: Language, comma: string) =>
    fields.map(({ title }) => title[language]).join(comma);
  return { en: titles('en', ', '), 'zh-CN': titles('zh-CN', '、') };
}

function words(handbook: Handbook, entity: Entity) {
  return { kind: kinds[entity.kind].label, name: entityName(handbook, entity) };
}
