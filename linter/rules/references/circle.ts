import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { entityQuestion } from '../../graph/question.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Localised } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

/** Fields that lead from an entry to another of its kind and must come to an end. */
const chains: { kind: Kind; field: string; relation: Localised }[] = [
  { kind: 'role', field: '/reportsTo', relation: { en: 'report to', 'zh-CN': '汇报' } },
  { kind: 'unit', field: '/parent', relation: { en: 'belong to', 'zh-CN': '隶属' } },
];

export default defineRule({
  meta: {
    summary: {
      en: 'Disallow circles in who reports to whom, which unit belongs to which and what replaces what.',
      'zh-CN': '汇报关系、部门隶属和新旧替代不得绕成一圈。',
    },
    severity: 'error',
    claims: ['S1-02', 'S1-04'],
    fix: 'none',
  },
  messages: {
    circle: {
      en: 'These {relation} one another in a circle: {path}; expected the line to end at the top. Correct "{field}" in one of them.',
      'zh-CN': '{relation}关系绕成一圈：{path}；应止于最高一级，请改正其中一处的 {field}。',
    },
    replaces: {
      en: 'These replace one another in a circle: {path}; expected the newest to be replaced by none. Correct "supersedes" in one of them.',
      'zh-CN': '新旧替代绕成一圈：{path}；最新的不应再被取代，请改正其中一处的 supersedes。',
    },
  },
  check({ handbook, report }) {
    for (const { kind, field, relation } of chains) {
      const next = (entity: Entity) => {
        const target = handbook.referenceAt(entity, field)?.target;
        return target ? [target] : [];
      };
      for (const circle of circlesOf(handbook.all(kind) as readonly Entity[], next)) {
        const [first] = circle as [Entity];
        const data = { relation, path: pathOf(circle), field: field.slice(1) };
        report({ message: 'circle', data, at: first.at(field), subject: first.key + field });
      }
    }
    for (const circle of circlesOf(handbook.entities, (entity) => replacedBy(handbook, entity))) {
      const [first] = circle as [Entity];
      report({
        message: 'replaces',
        data: { path: pathOf(circle) },
        at: first.at('/supersedes'),
        subject: `${first.key}/supersedes`,
      });
    }
  },
});

// helpers

const keysReplaced = entityQuestion('supersedes', (handbook, entity) =>
  handbook
    .referencesOf(entity)
    .flatMap(({ pointer, target }) => (pointer?.startsWith('/supersedes') && target ? [target.key] : [])),
);

function replacedBy(handbook: Handbook, entity: Entity): Entity[] {
  return keysReplaced(handbook, entity).map((key) => handbook.find(key)!);
}

function pathOf(circle: readonly Entity[]): string {
  return [...circle, circle[0]!].map(({ id }) => id).join(' → ');
}

/** One circle for each group that leads back into itself, beginning with its first entry in the order given. */
function circlesOf(entities: readonly Entity[], next: (entity: Entity) => readonly Entity[]): Entity[][] {
  const circles: Entity[][] = [];
  const done = new Set<Entity>();
  for (const start of entities) {
    if (done.has(start)) continue;
    // Depth first without recursion: a chain may be as long as the handbook.
    const path: Entity[] = [];
    const stack: { entity: Entity; depth: number }[] = [{ entity: start, depth: 0 }];
    while (stack.length > 0) {
      const { entity, depth } = stack.pop()!;
      path.length = depth;
      const seen = path.indexOf(entity);
      if (seen !== -1) circles.push(path.slice(seen));
      if (seen !== -1 || done.has(entity)) continue;
      done.add(entity);
      path.push(entity);
      for (const target of next(entity).toReversed()) stack.push({ entity: target, depth: depth + 1 });
    }
  }
  return circles;
}
