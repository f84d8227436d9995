import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { allReadable, isReadable } from '../../graph/readable.ts';
import { expectedWords, kindWords, partLabel } from '../../graph/reference-words.ts';
import type { Part, Reference } from '../../graph/references.ts';
import { visitFields } from '../../graph/visit-fields.ts';
import type { Location, Remedy } from '../../model/finding.ts';
import { toId } from '../../model/id.ts';
import { type Kind, kindNames, kinds } from '../../model/kinds.ts';
import type { Localised, MessageData } from '../../model/message.ts';
import { escapeToken } from '../../model/pointer.ts';
import { parseReference, parseTarget, type ReferenceTarget } from '../../model/reference.ts';
import { hint, nearest } from '../../model/suggest.ts';
import { spanAt } from '../../parse/spans.ts';
import { defineRule } from '../rule.ts';

type MessageId =
  | 'missing'
  | 'unknownKind'
  | 'malformed'
  | 'wrongKind'
  | 'missingPart'
  | 'ambiguous'
  | 'draft';

/** What is to be said of one reference, and what to write in its place if that can be guessed. */
interface Verdict {
  message: MessageId;
  data: MessageData;
  instead?: string | undefined;
}

/** A reference that failed: of an entry, or of the settings, the glossary and the exceptions, which are no entries. */
type Failed = Pick<Reference, 'raw' | 'expected' | 'target' | 'failure'> & { from?: Reference['from'] };

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require every reference to lead to an entry that exists, is of the right kind and no draft.',
      'zh-CN': '每个引用都应指向存在的、种类正确的、非草稿的条目。',
    },
    severity: 'error',
    claims: ['S2-01', 'S2-07', 'S4-01', 'S4-06'],
    fix: 'suggestion',
  },
  messages: {
    missing: {
      en: 'There is no {kind} "{id}"; {hint} Correct the id, or add {file}.',
      'zh-CN': '没有{kind}“{id}”；{hint}请改正 id，或新建 {file}。',
    },
    unknownKind: {
      en: '"{raw}" begins with "{prefix}", which is no kind of entry; {hint}',
      'zh-CN': '“{raw}”以“{prefix}”开头，没有这个种类；{hint}',
    },
    malformed: {
      en: '"{raw}" cannot be a reference; expected the id of {expected}, such as "{example}". Write the id, not the name.',
      'zh-CN': '“{raw}”不是引用的写法，应为{expected}的 id，例如“{example}”；请写 id，不要写名称。',
    },
    wrongKind: {
      en: '"{raw}" names {actual}; expected {expected}. Refer to the right entry, or move the reference to the field it belongs to.',
      'zh-CN': '“{raw}”是{actual}，此处应为{expected}；请改为正确的条目，或把引用移到它该在的字段。',
    },
    missingPart: {
      en: 'There is no {part} "{id}" in {where}; {hint} Correct the id, or add the {part}.',
      'zh-CN': '{where}中没有{part}“{id}”；{hint}请改正 id，或补上该{part}。',
    },
    ambiguous: {
      en: '"{raw}" may mean {candidates}; expected one of them. Write it in full.',
      'zh-CN': '“{raw}”可指 {candidates}，应只指其一；请写全。',
    },
    draft: {
      en: '"{raw}" is still a draft, though "{from}" is in force; expected an active {kind}. Activate it, or refer to another.',
      'zh-CN': '“{raw}”仍是草稿，而“{from}”已实施，应引用生效的{kind}；请启用它，或引用其他条目。',
    },
  },
  check({ each, handbook, report }) {
    for (const reference of doubtful(handbook, each(handbook.entities))) {
      const { from, raw } = reference;
      const subject = `${from.key}${reference.pointer ?? `/${raw}`}`;
      const at = addressOf(handbook, reference);
      if (reference.failure) {
        if (isUnread(handbook, reference)) continue;
        // Two parts of one entry with the same id are a matter of references/id.
        if (reference.failure === 'ambiguous' && !parseReference(raw)?.kind && isOwnPart(reference)) continue;
        const verdict = judge(handbook, reference);
        report({
          message: verdict.message,
          data: verdict.data,
          at,
          subject,
          suggest: remedies(raw, verdict.instead, at),
        });
      } else if (leadsToDraft(reference)) {
        const data = { raw, from: from.key, kind: kinds[reference.target!.kind].label };
        report({ message: 'draft', data, at, subject });
      }
    }
    for (const { raw, at, subject, expected } of outsideReferences(handbook)) {
      const failed = failureOutside(handbook, raw, expected);
      if (!failed) continue;
      const verdict = judge(handbook, { raw, expected, failure: failed });
      report({
        message: verdict.message,
        data: verdict.data,
        at,
        subject,
        suggest: remedies(raw, verdict.instead, at),
      });
    }
  },
});

// helpers

/** Whether the part may stand in a file that could not be read in full: that file is to be mended first. */
function isUnread(handbook: Handbook, { failure, from, target, expected }: Reference): boolean {
  if (failure !== 'missing-part') return false;
  if (target) return !isReadable(handbook, target);
  const kindsAsked = expected.flatMap(({ kind, part }) => (part ? [kind ?? from.kind] : []));
  return !kindsAsked.every((kind) => allReadable(handbook, kind));
}

/** Of a link in a body, the address alone. */
function addressOf(handbook: Handbook, { at, raw, pointer, component }: Reference): Location {
  if (pointer !== undefined || component) return at;
  const found =
    handbook.files
      .get(at.file)
      ?.text?.slice(...at.span)
      .lastIndexOf(raw) ?? -1;
  if (found === -1) return at;
  return { file: at.file, span: [at.span[0] + found, at.span[0] + found + raw.length] };
}

/** Drafts may lean on drafts, and plans on what is to come. Owners are a matter of ownership/owner. */
function leadsToDraft({ from, target, pointer }: Reference): boolean {
  if (target?.status !== 'draft' || target === from) return false;
  if (from.status === 'draft' || from.status === 'retired' || from.kind === 'improvement') return false;
  return pointer !== '/owner';
}

function judge(handbook: Handbook, failed: Failed): Verdict {
  const { raw, expected } = failed;
  const parsed = parseReference(raw);
  if (!parsed) return judgeMalformed(handbook, failed);
  const whole = expected.filter(({ part }) => !part);
  if (failed.failure === 'ambiguous') return judgeAmbiguous(handbook, failed, parsed.part ?? parsed.id!);
  if (failed.failure === 'wrong-kind') return wrongKind(failed, parsed.kind!, parsed.part !== undefined);
  if (failed.failure === 'missing-part' && (parsed.part || whole.length === 0)) {
    return judgePart(handbook, failed, parsed.part ?? parsed.id!);
  }
  const id = parsed.id!;
  const targets = whole.length > 0 && !parsed.part ? whole : expected;
  const possible = parsed.kind ? [parsed.kind] : targets.flatMap(({ kind }) => kind ?? []);
  const near = nearestEntry(handbook, id, possible);
  const other = parsed.kind || near ? undefined : kindNames.find((kind) => handbook.get(kind, id));
  if (other) return wrongKind(failed, other, false);
  // No file can bear this name: most likely it is what the entry is called.
  if (!near && (toId(id) === undefined || /[，、；]/.test(id))) return judgeMalformed(handbook, failed);
  return judgeMissing(handbook, raw, id, possible, near);
}

function judgeMissing(
  handbook: Handbook,
  raw: string,
  id: string,
  possible: readonly Kind[],
  near: { kind: Kind; id: string } | undefined,
): Verdict {
  const kind = near?.kind ?? possible[0]!;
  const { label } = kinds[kind];
  const words = near || possible.length === 1 ? label : expectedNames(possible);
  const known = possible.flatMap((each) => handbook.all(each).map((entity) => entity.id));
  const data = { kind: words, id, hint: hintOf(id, known), file: fileOf(kind, id) };
  // A prefix needed to tell kinds apart is kept or added.
  const prefix =
    raw.includes(':') || (near && handbook.find(`${possible[0]}:${near.id}`)?.kind !== near.kind);
  return {
    message: 'missing',
    data,
    instead: near && raw.replace(/^(?:[a-z-]+:)?[^#]+/, `${prefix ? `${near.kind}:` : ''}${near.id}`),
  };
}

function fileOf(kind: Kind, id: string): string {
  const { folder, extension } = kinds[kind];
  return folder === '' ? `${kind}.${extension}` : `${folder}/${toId(id) ?? id}.${extension}`;
}

function expectedNames(possible: readonly Kind[]): Localised {
  return {
    en: possible.map((kind) => kinds[kind].label.en).join(' or '),
    'zh-CN': possible.map((kind) => kinds[kind].label['zh-CN']).join('或'),
  };
}

function hintOf(id: string, known: readonly string[]): Localised {
  return known.length > 0
    ? hint(id, known)
    : { en: 'none has been written yet.', 'zh-CN': '目前一个也没有。' };
}

function nearestEntry(
  handbook: Handbook,
  id: string,
  possible: readonly Kind[],
): { kind: Kind; id: string } | undefined {
  const ids = possible.flatMap((kind) => handbook.all(kind).map((entity) => entity.id));
  const near = nearest(id, ids);
  const kind = near && possible.find((each) => handbook.get(each, near));
  return near && kind ? { kind, id: near } : undefined;
}

function judgeMalformed(handbook: Handbook, { raw, expected }: Failed): Verdict {
  const prefix = /^([A-Za-z-]+):[^:\s]+$/.exec(raw)?.[1];
  if (prefix !== undefined && !kindNames.includes(prefix as Kind)) {
    const possible = expected.flatMap(({ kind }) => kind ?? []);
    const near = nearest(prefix, possible);
    const data = { raw, prefix, hint: hint(prefix, possible.length > 0 ? possible : kindNames) };
    return { message: 'unknownKind', data, instead: near && raw.replace(prefix, near) };
  }
  const kind = expected.find((target) => target.kind)?.kind;
  const ids = kind ? handbook.all(kind).map((entity) => entity.id) : [];
  const near = nearest(toId(raw) ?? raw, ids) ?? byName(handbook, raw, kind);
  const example = near ?? ids[0] ?? toId(raw) ?? 'front-desk';
  return { message: 'malformed', data: { raw, expected: expectedWords(expected), example }, instead: near };
}

/** Authors who do not know ids write names. */
function byName(handbook: Handbook, name: string, kind: Kind | undefined): string | undefined {
  if (!kind) return undefined;
  return handbook
    .all(kind)
    .find((entity) =>
      handbook.locales.some((locale) => handbook.text(entity.data.name, locale)?.text === name),
    )?.id;
}

function wrongKind({ raw, expected }: Failed, actual: Kind, part: boolean): Verdict {
  const words = kindWords(actual);
  const data = part ? { en: `a part of ${words.en}`, 'zh-CN': `${words['zh-CN']}的一部分` } : words;
  return { message: 'wrongKind', data: { raw, actual: data, expected: expectedWords(expected) } };
}

function judgePart(handbook: Handbook, failed: Failed, id: string): Verdict {
  const { raw, expected, from } = failed;
  const targets = expected.filter(({ part }) => part);
  const { part: type = '', kind } = targets[0] ?? {};
  const target = failed.target ?? (kind ? undefined : from);
  const candidates = target
    ? handbook.partsOf(target).filter((part) => part.type === type)
    : partsLike(handbook, targets);
  const bare = raw.includes('#') ? raw.slice(0, raw.indexOf('#') + 1) : '';
  const nameOf = (part: Part) => (target ? part.id : `${part.owner.key}#${part.id}`);
  const near =
    candidates.find((part) => part.id === id) ??
    candidates.find(
      (part) =>
        part.id ===
        nearest(
          id,
          candidates.map((each) => each.id),
        ),
    );
  const where: Localised = target
    ? { en: `"${target.key}"`, 'zh-CN': `“${target.key}”` }
    : { en: 'the entries referred to here', 'zh-CN': '此处引用的条目' };
  const words = near ? hint(nameOf(near), [nameOf(near)]) : hintOf(id, [...new Set(candidates.map(nameOf))]);
  const instead =
    near && (target ? `${failed.target ? bare : raw.startsWith('#') ? '#' : ''}${near.id}` : nameOf(near));
  return { message: 'missingPart', data: { part: partLabel(type), id, where, hint: words }, instead };
}

function isOwnPart({ expected, raw }: Reference): boolean {
  return !raw.includes('#') && expected.every(({ kind, part }) => part !== undefined && !kind);
}

function partsLike(handbook: Handbook, targets: readonly ReferenceTarget[]): Part[] {
  return targets.flatMap(({ kind, part: type }) =>
    kind
      ? handbook.all(kind).flatMap((entity) => handbook.partsOf(entity).filter((part) => part.type === type))
      : [],
  );
}

function judgeAmbiguous(handbook: Handbook, { raw, expected }: Failed, id: string): Verdict {
  const names = partsLike(
    handbook,
    expected.filter(({ part }) => part),
  )
    .filter((part) => part.id === id)
    .map((part) => `${part.owner.key}#${part.id}`);
  const candidates = { en: names.map((name) => `"${name}"`).join(' or '), 'zh-CN': names.join(' 或 ') };
  return { message: 'ambiguous', data: { raw, candidates } };
}

function remedies(
  raw: string,
  instead: string | undefined,
  { file, span: [start, end] }: Location,
): Remedy[] {
  if (instead === undefined || instead === raw) return [];
  const text = instead.startsWith('#') ? `"${instead}"` : instead;
  return [
    {
      description: { en: 'Write "{instead}" instead of "{raw}".', 'zh-CN': '把“{raw}”改为“{instead}”。' },
      data: { raw, instead },
      edits: [{ file, start, end, text }],
    },
  ];
}

/** References that lead nowhere, or to a draft. */
function* doubtful(handbook: Handbook, entities: Iterable<Entity>): Generator<Reference> {
  for (const entity of entities) {
    for (const each of handbook.referencesOf(entity))
      if (each.failure || each.target?.status === 'draft') yield each;
  }
}

interface OutsideReference {
  raw: string;
  at: Location;
  subject: string;
  expected: ReferenceTarget[];
}

/** References that the settings, the glossary and the exceptions make. */
function outsideReferences(handbook: Handbook): OutsideReference[] {
  const found: OutsideReference[] = [];
  for (const facts of handbook.files.values()) {
    const schema = facts.place?.role;
    if ((schema !== 'settings' && schema !== 'glossary' && schema !== 'exceptions') || !facts.data) continue;
    const add = (raw: string, pointer: string, at: 'key' | 'value', ref: readonly string[]) => {
      const span = spanAt(facts.spans, pointer, at) ?? [0, 0];
      found.push({
        raw,
        at: { file: facts.path, span },
        subject: `${facts.path}#${pointer}`,
        expected: ref.map(parseTarget),
      });
    };
    visitFields(schema, facts.data, (field, pointer, value) => {
      if (field.ref && typeof value === 'string' && !field.except?.includes(value))
        add(value, pointer, 'value', field.ref);
      if (!field.keyRef || value === null || typeof value !== 'object') return;
      for (const name of Object.keys(value))
        add(name, `${pointer}/${escapeToken(name)}`, 'key', field.keyRef);
    });
  }
  return found;
}

function failureOutside(
  handbook: Handbook,
  raw: string,
  expected: readonly ReferenceTarget[],
): Reference['failure'] {
  // A file whose name has blanks is referred to with them.
  const parsed = parseReference(raw, 'blanks');
  if (!parsed?.id) return 'malformed';
  if (parsed.kind && !expected.some(({ kind }) => kind === parsed.kind)) return 'wrong-kind';
  const possible = expected.flatMap(({ kind }) =>
    kind && (!parsed.kind || parsed.kind === kind) ? [kind] : [],
  );
  if (possible.some((kind) => handbook.find(`${kind}:${parsed.id}`))) return undefined;
  return parseReference(raw) ? 'missing' : 'malformed';
}
