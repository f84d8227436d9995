import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { placeOfReference } from '../../graph/reference-place.ts';
import type { Reference } from '../../graph/references.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Template } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

const again: Template = { en: 'It is referred to here too.', 'zh-CN': '此处也引用了它。' };
const statusHere: Template = { en: 'Its status stands here.', 'zh-CN': '状态写在这里。' };
const replacedHere: Template = {
  en: '"{successor}" replaces it here.',
  'zh-CN': '“{successor}”在此写明取代它。',
};

/** What tells of the past, or of who once was: records and document control. */
const records = /^\/(?:supersedes|owner|author|approvedBy|results|lastDelivered|changes|trigger)(?:\/|$)/;

export default defineRule({
  meta: {
    summary: {
      en: 'Disallow references from entries in force to what is retired, and two versions of one thing in force.',
      'zh-CN': '实施中的条目不得引用已停用的条目，同一事项不得有两个生效版本。',
    },
    severity: 'error',
    claims: ['S1-18', 'S5-15'],
    fix: 'automatic',
  },
  messages: {
    replaced: {
      en: '"{raw}" is retired; "{successor}" has replaced it. Refer to that instead.',
      'zh-CN': '“{raw}”已停用，由“{successor}”取代；请改为引用后者。',
    },
    retired: {
      en: '"{raw}" is retired, and nothing replaces it; expected an entry in force. Refer to another, or remove the reference.',
      'zh-CN': '“{raw}”已停用，也没有条目取代它，应引用实施中的条目；请改为引用其他条目，或删去引用。',
    },
    twoVersions: {
      en: '"{id}" is replaced by "{successor}", but both are in force; expected one version of one thing. Set the status of "{id}" to retired.',
      'zh-CN':
        '“{id}”已由“{successor}”取代，两者却同时生效，同一事项应只有一个版本；请把“{id}”的 status 设为 retired。',
    },
  },
  check({ each, handbook, report }) {
    for (const { from, file, target, references } of groupsToRetired(handbook, each(handbook.entities))) {
      const [first, ...others] = references;
      const successor = successorOf(handbook, target);
      const fix = successor && redirect(handbook, from, references, target, successor);
      report({
        message: successor ? 'replaced' : 'retired',
        data: { raw: first!.raw, successor: successor?.id ?? '' },
        at: placeOfReference(handbook, first!),
        subject: `${file === from.file ? from.key : file}/${target.key}`,
        related: [
          { at: target.at('/status'), template: statusHere },
          ...others.slice(0, 8).map((each) => ({ at: placeOfReference(handbook, each), template: again })),
        ],
        ...(fix && { fix }),
      });
    }
    for (const { from, pointer, target } of referencesFrom(handbook, each(handbook.entities))) {
      if (!pointer?.startsWith('/supersedes') || !target || !inForce(from) || !inForce(target)) continue;
      // Until the new version applies the old one does.
      if (from === target || (from.data.effective ?? '') > handbook.today) continue;
      report({
        message: 'twoVersions',
        data: { id: target.id, successor: from.id },
        at: target.at(target.has('/status') ? '/status' : '/name'),
        subject: `${target.key}/status`,
        related: [{ at: from.at(pointer), template: replacedHere, data: { successor: from.id } }],
        suggest: [retire(target)],
      });
    }
  },
});

// helpers

/** What one file refers to of one retired entry. */
interface Group {
  from: Entity;
  /** The file of the entry or of a translation. */
  file: string;
  target: Entity;
  references: Reference[];
}

/** The references from entries in force to retired ones; file by file, so that each can be mended at once. */
function* groupsToRetired(handbook: Handbook, entities: Iterable<Entity>): Generator<Group> {
  for (const from of entities) {
    if (!inForce(from)) continue;
    const groups = new Map<string, Group>();
    for (const reference of handbook.referencesOf(from)) {
      const { target, pointer, failure } = reference;
      if (failure || target?.status !== 'retired' || !target.sound) continue;
      if (records.test(pointer ?? '') || isClosed(from) || isOwnersUnit(handbook, reference)) continue;
      const { file } = reference.at;
      const name = `${file}\n${target.key}`;
      const group = groups.get(name);
      if (group) group.references.push(reference);
      else groups.set(name, { from, file, target, references: [reference] });
    }
    yield* groups.values();
  }
}

function* referencesFrom(handbook: Handbook, entities: Iterable<Entity>): Generator<Reference> {
  for (const entity of entities) yield* handbook.referencesOf(entity);
}

function isClosed(entity: Entity): boolean {
  return entity.kind === 'improvement' && (entity as Entity<'improvement'>).data.phase === 'closed';
}

/** The retired unit of a role that owns something is a matter of ownership/owner. */
function isOwnersUnit(handbook: Handbook, { from, pointer }: Reference): boolean {
  if (from.kind !== 'role' || pointer !== '/unit') return false;
  return handbook.referencedBy(from).some((each) => each.pointer === '/owner' && inForce(each.from));
}

/** The one entry in force that replaces another, followed over versions that are retired in turn. */
function successorOf(handbook: Handbook, retired: Entity): Entity | undefined {
  const seen = new Set<Entity>([retired]);
  for (let at = retired; ; ) {
    const next = handbook
      .referencedBy(at)
      .filter(({ from, pointer }) => pointer?.startsWith('/supersedes') && from.kind === retired.kind)
      .map(({ from }) => from);
    if (next.length !== 1 || seen.has(next[0]!)) return undefined;
    at = next[0]!;
    if (inForce(at)) return at;
    seen.add(at);
  }
}

/** Undefined where a part is missing in the successor, or a list would hold it twice. */
function redirect(
  handbook: Handbook,
  from: Entity,
  references: readonly Reference[],
  retired: Entity,
  successor: Entity,
): Remedy | undefined {
  const parts = new Set(handbook.partsOf(successor).map(({ type, id }) => `${type}#${id}`));
  const edits = [];
  for (const reference of references) {
    const { raw, part, pointer } = reference;
    if (from === successor || (part && !parts.has(`${part.type}#${part.id}`))) return undefined;
    if (isInList(pointer) && namesInList(handbook, from, pointer!, successor)) return undefined;
    const place = placeOfReference(handbook, reference);
    const [start, end] = place.span;
    if (handbook.files.get(place.file)?.text?.slice(start, end) !== raw) return undefined;
    // An old id that an alias keeps alive is replaced as well.
    const text = raw.replace(/^((?:[a-z-]+:)?)[^#]+/, `$1${successor.id}`);
    if (raw.startsWith('#') || text === raw || !raw.includes(retired.id)) return undefined;
    edits.push({ file: place.file, start, end, text });
  }
  return {
    description: { en: 'Refer to "{successor}".', 'zh-CN': '改为引用“{successor}”。' },
    data: { successor: successor.id },
    edits,
  };
}

function isInList(pointer: string | undefined): boolean {
  return /\/\d+$/.test(pointer ?? '');
}

function namesInList(handbook: Handbook, from: Entity, pointer: string, successor: Entity): boolean {
  const list = pointer.slice(0, pointer.lastIndexOf('/') + 1);
  return handbook
    .referencesOf(from)
    .some((each) => each.target === successor && each.pointer?.startsWith(list));
}

function retire(entity: Entity): Remedy {
  const description: Template = { en: 'Retire "{id}".', 'zh-CN': '停用“{id}”。' };
  if (entity.has('/status')) {
    const { file, span } = entity.at('/status');
    return {
      description,
      data: { id: entity.id },
      edits: [{ file, start: span[0], end: span[1], text: 'retired' }],
    };
  }
  const { file, span } = entity.keyAt('/name');
  const newline = entity.text.includes('\r\n') ? '\r\n' : '\n';
  const text = `status: retired${newline}`;
  return { description, data: { id: entity.id }, edits: [{ file, start: span[0], end: span[0], text }] };
}
