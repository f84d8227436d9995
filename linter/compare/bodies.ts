import type { Nodes } from 'mdast';
import type { Entity, Translation } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import type { Change, Effect } from '../model/change.ts';
import type { Location } from '../model/finding.ts';
import { type Localised, type MessageData, same, type Template } from '../model/message.ts';
import { bodyStart } from '../parse/front-matter.ts';
import { treeOf } from '../parse/mdx.ts';
import { changeOf } from './change-of.ts';
import type { Renames } from './differences.ts';
import type { Document } from './document.ts';
import { entityName } from './entity-name.ts';
import { sameNumbers, sameWords, substanceDifference } from './substance.ts';
import { surplus } from './surplus.ts';
import { joined } from './words.ts';

const sentences = {
  numbers: {
    en: '{where}: numbers in the text changed (gone: {before}; new: {after})',
    'zh-CN': '{where}：正文中的数字有变（删去：{before}；新增：{after}）',
  },
  modals: {
    en: '{where}: words of duty or permission in the text changed (gone: {before}; new: {after})',
    'zh-CN': '{where}：正文中表示要求或许可的用词有变（删去：{before}；新增：{after}）',
  },
  inserts: {
    en: '{where}: what the text refers to changed (gone: {before}; new: {after})',
    'zh-CN': '{where}：正文引用的条目有变（删去：{before}；新增：{after}）',
  },
  steps: {
    en: '{where}: the text has {after} numbered steps instead of {before}',
    'zh-CN': '{where}：正文的编号步骤由 {before} 步改为 {after} 步',
  },
  reworded: { en: '{where}: text reworded', 'zh-CN': '{where}：正文文字有修改' },
  layout: { en: '{where}: text set out anew, same words', 'zh-CN': '{where}：正文排版有变，文字未变' },
  translated: { en: '{where}: translation added', 'zh-CN': '{where}：新增译文' },
  untranslated: { en: '{where}: translation removed', 'zh-CN': '{where}：删除译文' },
} satisfies Record<string, Template>;

/** One text of an entity, its own or a translation, in one revision. */
export interface BodySide {
  handbook: Handbook;
  entity: Entity;
  source: Entity | Translation;
  document: Document;
}

/** What changed in the body of an SOP or a guide, beside its data. */
export function bodyChanges(before: BodySide, after: BodySide, renames: Renames): Change[] {
  const [oldBody, newBody] = [rawBody(before.source.text), rawBody(after.source.text)];
  if (oldBody === newBody) return [];
  const [old, now] = [plainText(before.source.text), plainText(after.source.text)];
  const changes: Change[] = [];
  const add = (name: keyof typeof sentences, effect: Effect, data: MessageData = {}) => {
    const { subject, name: where } = after.document;
    const places = { before: bodyPlace(before.source), after: bodyPlace(after.source) };
    const facts = {
      effect,
      subject,
      path: `${after.source.file}#${name}`,
      from: oldBody,
      to: newBody,
      ...places,
    };
    changes.push(changeOf(facts, { template: sentences[name], data: { where, ...data } }));
  };
  const locale = 'locale' in after.source ? after.source.locale : after.handbook.locales[0]!;
  const { numbers, modals } = substanceDifference(old, now, locale);
  const isTranslation = 'locale' in after.source;
  const isMended = isTranslation && sameNumbers(plainText(after.entity.text), now, locale);
  if (numbers.lost.length + numbers.added.length > 0)
    add('numbers', isMended ? 'editorial' : 'unknown', listed(numbers));
  if (modals.lost.length + modals.added.length > 0) add('modals', 'unknown', listed(modals));
  const inserts = insertDifference(before, after, renames);
  if (inserts.lost.length + inserts.added.length > 0)
    add('inserts', isTranslation ? 'editorial' : 'changes', insertWords(inserts));
  const [oldSteps, newSteps] = [before.source.body?.steps ?? 0, after.source.body?.steps ?? 0];
  if (oldSteps !== newSteps) {
    const effect = isTranslation ? 'editorial' : newSteps < oldSteps ? 'unknown' : 'changes';
    add('steps', effect, { before: oldSteps, after: newSteps });
  }
  if (changes.length === 0) add(sameWords(old, now) ? 'layout' : 'reworded', 'editorial');
  return changes;
}

export function translationAdded({ document, source }: BodySide): Change {
  const facts = {
    effect: 'editorial',
    subject: document.subject,
    path: source.file,
    to: source.text,
  } as const;
  return changeOf(
    { ...facts, after: source.at('/name') },
    { template: sentences.translated, data: { where: document.name } },
  );
}

/** Those who read only that language lose it. */
export function translationRemoved({ document, source }: BodySide): Change {
  const facts = {
    effect: 'changes',
    subject: document.subject,
    path: source.file,
    from: source.text,
  } as const;
  return changeOf(
    { ...facts, before: source.at('/name') },
    { template: sentences.untranslated, data: { where: document.name } },
  );
}

// helpers

const blocks = new Set(['paragraph', 'heading', 'listItem', 'tableCell', 'tableRow', 'code', 'break']);

/** All that a reader reads, tables and scripts included, one block a line; no component, no address. */
function plainText(text: string): string {
  let plain = '';
  const visit = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') plain += node.value;
    if ('children' in node) for (const child of node.children) visit(child);
    if (blocks.has(node.type)) plain += '\n';
  };
  visit(treeOf(text));
  return plain;
}

function rawBody(text: string): string {
  return text.slice(bodyStart(text) ?? 0).replaceAll('\r\n', '\n');
}

function bodyPlace({ file, text }: Entity | Translation): Location {
  const start = bodyStart(text) ?? 0;
  const [, blank = '', line = ''] = /^(\s*)([^\n]*)/.exec(text.slice(start)) ?? [];
  return { file, span: [start + blank.length, start + blank.length + line.length] };
}

function listed({ lost, added }: { lost: string[]; added: string[] }): MessageData {
  return { before: listWords(lost.map(same)), after: listWords(added.map(same)) };
}

function listWords(all: readonly Localised[]): Localised {
  return all.length === 0 ? { en: 'none', 'zh-CN': '无' } : joined(all);
}

interface Insert {
  key: string;
  name: Localised;
}

/** The components and links of a text, by what they lead to. */
function insertsOf({ handbook, entity, source }: BodySide, renames: Renames | undefined): Insert[] {
  return handbook.referencesOf(entity).flatMap(({ pointer, at, component, target, raw }) => {
    if (pointer !== undefined || at.file !== source.file) return [];
    const key = target ? (renames?.get(target.key) ?? target.key) : raw;
    const name = target ? entityName(handbook, target) : same(raw);
    return [{ key: `${component?.name ?? 'link'} ${key}`, name }];
  });
}

function insertDifference(before: BodySide, after: BodySide, renames: Renames) {
  const [old, now] = [insertsOf(before, renames), insertsOf(after, undefined)];
  return { lost: surplus(old, now), added: surplus(now, old) };
}

function insertWords({ lost, added }: { lost: Insert[]; added: Insert[] }): MessageData {
  return { before: listWords(lost.map(({ name }) => name)), after: listWords(added.map(({ name }) => name)) };
}
