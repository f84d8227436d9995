import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { idsInName } from '../../graph/nameless.ts';
import { partLabel } from '../../graph/reference-words.ts';
import { isId, MAX_ID_LENGTH } from '../../model/id.ts';
import { kinds } from '../../model/kinds.ts';
import type { Localised, MessageData, Template } from '../../model/message.ts';
import { parseReference } from '../../model/reference.ts';
import { defineRule, type Report } from '../rule.ts';

/** Stands for an id where none can be guessed. */
const EXAMPLE = 'front-desk';

const MOST_RELATED = 8;

const mendHere: Template = {
  en: 'With the file renamed, write "{id}" here.',
  'zh-CN': '文件改名后，此处请写“{id}”。',
};

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
    script: {
      en: 'The file name gives the id "{id}"; expected lower-case letters a to z, digits and single hyphens. Rename the file, for example to {example}; the name that people read stays in "name".',
      'zh-CN':
        '由文件名得到的 id 是“{id}”，只应有小写字母 a 到 z、数字和单个连字符；请给文件改名，例如 {example}，给人看的名称仍写在 name 中。',
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
      if (isNamingTold(handbook, entity.file)) continue;
      const [id, other] = [nameOf(entity), nameOf(first)];
      const message = id !== other && isSameButCase(id, other) ? 'sameButCase' : 'duplicate';
      const data: MessageData =
        message === 'sameButCase'
          ? { id, other }
          : { kind: kinds[entity.kind].label, id: entity.id, first: first.file };
      const related = [{ at: first.at(''), template: firstHere }];
      report({ message, data, at: entity.at(''), subject: `${entity.key}/${entity.file}`, related });
    }
    const standing = firstByFold(handbook.entities);
    for (const entity of each(handbook.entities)) {
      const { id } = entity;
      const other = standing.get(foldedKey(entity))!;
      const place = { at: entity.at(''), subject: entity.key };
      if (other !== entity) {
        const related = [{ at: other.at(''), template: firstHere }];
        const data = { id: nameOf(entity), other: nameOf(other) };
        report({ message: 'sameButCase', data, ...place, related });
      } else if (id.length > MAX_ID_LENGTH) {
        report({ message: 'long', data: { id, length: id.length, limit: MAX_ID_LENGTH }, ...place });
      } else {
        for (const misnamed of misnamedFiles(handbook, entity)) report(misnamed);
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

/** What a file says its id is. */
function nameOf({ id, written }: Entity): string {
  return written ?? id;
}

function isSameButCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function foldedKey(entity: Entity): string {
  return `${entity.kind}:${nameOf(entity).toLowerCase()}`;
}

/** Of entries whose file names differ in capitals only, the well-formed one stands, else the first. */
function firstByFold(entities: readonly Entity[]): Map<string, Entity> {
  const standing = new Map<string, Entity>();
  for (const entity of entities) {
    if (isId(nameOf(entity)) || !standing.has(foldedKey(entity))) standing.set(foldedKey(entity), entity);
  }
  return standing;
}

/** Whether the file's name was already found wrong, and a right one suggested, when its place was told. */
function isNamingTold(handbook: Handbook, file: string): boolean {
  const problems = handbook.files.get(file)?.problems ?? [];
  return problems.some(
    ({ rule, data }) =>
      rule === 'syntax/file' && typeof data.renamed === 'string' && isAsciiName(data.renamed),
  );
}

function isAsciiName(name: string): boolean {
  return /^[\x21-\x7e]+$/.test(name);
}

/** The files of an entity, translations too, whose names are no ids. */
function* misnamedFiles(handbook: Handbook, entity: Entity): Generator<Report<'form' | 'script'>> {
  const { id, kind, key } = entity;
  const meant = isId(id) ? id : idReferredBy(handbook, entity);
  for (const file of [entity, ...entity.translations.values()]) {
    if (isId(file.written ?? id) || isNamingTold(handbook, file.file)) continue;
    const folder = file.file.slice(0, file.file.lastIndexOf('/') + 1);
    const ending = `${'locale' in file ? `.${file.locale}` : ''}.${kinds[kind].extension}`;
    const place = { at: file.at('/name'), subject: 'locale' in file ? `${key}/${file.locale}` : key };
    const said = file.written ?? id;
    if (meant === undefined) {
      yield { message: 'script', data: { id: said, example: `${folder}${EXAMPLE}${ending}` }, ...place };
      continue;
    }
    const related = file === entity ? referencesToMend(handbook, entity, meant) : [];
    const data = { id: said, renamed: `${folder}${meant}${ending}` };
    yield { message: 'form', data, ...place, ...(related.length > 0 && { related }) };
  }
}

/** For a name that cannot be spelt: the id that references use, else the one that the entry's name gives. */
function idReferredBy(handbook: Handbook, entity: Entity): string | undefined {
  const used = handbook.referencedBy(entity).map(({ raw }) => parseReference(raw)?.id ?? '');
  return [...used, ...idsInName(entity)].find((each) => {
    const found = isId(each) && handbook.find(`${entity.kind}:${each}`);
    return found === undefined || found === entity;
  });
}

/** References that hold as long as the file bears its wrong name. */
function referencesToMend(handbook: Handbook, entity: Entity, id: string): Report['related'] & {} {
  const isOld = (raw: string) => {
    const written = parseReference(raw, 'blanks')?.id;
    return written !== undefined && written !== id && !entity.aliases.includes(written);
  };
  return handbook
    .referencedBy(entity)
    .filter(({ raw, part }) => isOld(raw) && !(part && !raw.includes('#')))
    .slice(0, MOST_RELATED)
    .map(({ at }) => ({ at, template: mendHere, data: { id } }));
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
