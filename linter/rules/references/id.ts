import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { partLabel } from '../../graph/reference-words.ts';
import { isId, MAX_ID_LENGTH, toId } from '../../model/id.ts';
import { kinds } from '../../model/kinds.ts';
import type { Localised, Template } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

const firstHere: Template = { en: 'The first one stands here.', 'zh-CN': '第一处在这里。' };

export default defineRule({
  meta: {
    summary: {
      en: 'Require ids that are kebab-case, unique within their kind and safe on every system.',
      'zh-CN': 'id 应为短横线小写形式，同一种类内不重复，在任何系统上都能使用。',
    },
    severity: 'error',
    claims: ['S2-12', 'S5-09'],
    fix: 'none',
  },
  messages: {
    form: {
      en: 'The file name gives the id "{id}"; expected lower-case letters, digits and single hyphens. Rename the file to {renamed}.',
      'zh-CN': '由文件名得到的 id 是“{id}”，只应有小写字母、数字和单个连字符；请把文件改名为 {renamed}。',
    },
    long: {
      en: 'Id "{id}" has {length} characters; expected at most {limit}. Give the file a shorter name.',
      'zh-CN': 'id“{id}”有 {length} 个字符，最多 {limit} 个；请缩短文件名。',
    },
    duplicate: {
      en: 'The {kind} "{id}" exists already in {first}; expected one file for each id. Merge the two, or rename this one.',
      'zh-CN': '{kind}“{id}”已有文件 {first}，一个 id 只应有一个文件；请合并，或给本文件改名。',
    },
    sameButCase: {
      en: 'Id "{id}" differs from "{other}" in capitals only; many systems take them for one file. Rename one of them.',
      'zh-CN': 'id“{id}”与“{other}”只有大小写不同，许多系统视为同一文件；请给其中一个改名。',
    },
    aliasTaken: {
      en: 'Alias "{alias}" is the id of another {kind}, {first}; expected an id that is no longer used. Delete the alias.',
      'zh-CN': '别名“{alias}”是另一个{kind} {first} 的 id，别名应是不再使用的旧 id；请删除该别名。',
    },
    aliasTwice: {
      en: 'Alias "{alias}" stands in {first} too; expected one {kind} for each old id. Delete it in one of them.',
      'zh-CN': '别名“{alias}”在 {first} 中也有，一个旧 id 只应对应一个{kind}；请在其中一处删除。',
    },
    partTwice: {
      en: 'The {part} "{id}" appears twice; expected each id once. Rename one of the two.',
      'zh-CN': '{part}“{id}”出现两次，每个 id 只应出现一次；请给其中一个改名。',
    },
  },
  check({ each, handbook, report }) {
    for (const { entity, first } of handbook.duplicates) {
      const data = { kind: kinds[entity.kind].label, id: entity.id, first: first.file };
      const related = [{ at: first.at(''), template: firstHere }];
      report({
        message: 'duplicate',
        data,
        at: entity.at(''),
        subject: `${entity.key}/${entity.file}`,
        related,
      });
    }
    const standing = firstByFold(handbook.entities);
    for (const entity of each(handbook.entities)) {
      const { id } = entity;
      const other = standing.get(foldedKey(entity))!;
      const place = { at: entity.at(''), subject: entity.key };
      if (other !== entity) {
        const related = [{ at: other.at(''), template: firstHere }];
        report({ message: 'sameButCase', data: { id, other: other.id }, ...place, related });
      } else if (id.length > MAX_ID_LENGTH) {
        report({ message: 'long', data: { id, length: id.length, limit: MAX_ID_LENGTH }, ...place });
      } else if (!isId(id)) {
        report({ message: 'form', data: { id, renamed: renamed(entity) }, ...place });
      }
      for (const { part, at, earlier } of repeatedParts(handbook, entity)) {
        const data = { part: partLabel(part.type), id: part.id };
        report({
          message: 'partTwice',
          data,
          at,
          subject: `${entity.key}#${part.id}`,
          related: [{ at: earlier, template: firstHere }],
        });
      }
    }
    for (const { entity, alias, index, holder } of aliasClashes(handbook)) {
      const at = entity.at(`/aliases/${index}`);
      const kind: Localised = kinds[entity.kind].label;
      const message = holder.id === alias ? 'aliasTaken' : 'aliasTwice';
      report({
        message,
        data: { alias, kind, first: holder.file },
        at,
        subject: `${entity.key}/aliases/${alias}`,
      });
    }
  },
});

// helpers

function foldedKey({ kind, id }: Entity): string {
  return `${kind}:${id.toLowerCase()}`;
}

/** Of entries whose ids differ in capitals only, the well-formed one stands, else the first. */
function firstByFold(entities: readonly Entity[]): Map<string, Entity> {
  const standing = new Map<string, Entity>();
  for (const entity of entities) {
    if (isId(entity.id) || !standing.has(foldedKey(entity))) standing.set(foldedKey(entity), entity);
  }
  return standing;
}

function renamed({ id, kind, file }: Entity): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return `${folder}${toId(id) ?? kind}.${kinds[kind].extension}`;
}

function* repeatedParts(handbook: Handbook, entity: Entity) {
  const seen = new Map<string, string>();
  for (const part of handbook.partsOf(entity)) {
    const name = `${part.type}#${part.id}`;
    const earlier = seen.get(name);
    if (earlier === undefined) seen.set(name, part.pointer);
    else yield { part, at: entity.at(`${part.pointer}/id`), earlier: entity.at(`${earlier}/id`) };
  }
}

/** An alias that is an id in use, or that another entry of the kind claims too. */
function* aliasClashes(handbook: Handbook) {
  const claimed = new Map<string, Entity>();
  for (const entity of handbook.entities) {
    for (const [index, alias] of entity.aliases.entries()) {
      const key = `${entity.kind}:${alias}`;
      const named = handbook.find(key);
      const holder = named?.id === alias ? named : claimed.get(key);
      if (holder) yield { entity, alias, index, holder };
      else claimed.set(key, entity);
    }
  }
}
