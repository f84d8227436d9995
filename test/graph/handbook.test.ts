import { describe, expect, test } from 'vitest';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';

const settings = { 'loopbook.yaml': 'title: x\nlocales: [en, zh-CN]\ntoday: 2026-05-01\n' };
const role = (name: string, more = '') => `name: ${name}\nowner: boss\nunit: shop\ncommitment: x\n${more}`;
const of = (files: MemoryFiles) => handbookOf({ ...settings, ...files });

describe('entities', () => {
  test('kind by folder, id by file name, in folders below too, sorted by id', () => {
    const handbook = of({
      'roles/b.yaml': role('B'),
      'roles/night/a.yaml': role('A'),
      'company.yaml': 'name: C\nowner: b\n',
    });
    expect(handbook.all('role').map(({ key, file }) => [key, file])).toEqual([
      ['role:a', 'roles/night/a.yaml'],
      ['role:b', 'roles/b.yaml'],
    ]);
    expect(handbook.company?.key).toBe('company:company');
    expect(handbook.get('role', 'a')?.data.name).toBe('A');
    expect(handbook.get('role', 'c')).toBeUndefined();
    expect(handbook.find('role:constructor')).toBeUndefined();
  });

  test('the first file of an id, by path, is the entity; the others are duplicates', () => {
    const handbook = of({ 'roles/a.yaml': role('first'), 'roles/x/a.yaml': role('second') });
    expect(handbook.get('role', 'a')?.data.name).toBe('first');
    expect(handbook.duplicates.map(({ entity, first }) => [entity.file, first.file])).toEqual([
      ['roles/x/a.yaml', 'roles/a.yaml'],
    ]);
  });

  test('a file that does not parse is there, but not judged; others are as they are', () => {
    const handbook = of({ 'roles/a.yaml': 'name: [A\n', 'roles/b.yaml': role('B', 'reportsTo: a\n') });
    expect(handbook.all('role').map(({ id }) => id)).toEqual(['b']);
    expect(handbook.get('role', 'a')?.sound).toBe(false);
    const [reference] = handbook.referencesOf(handbook.get('role', 'b')!).filter(({ raw }) => raw === 'a');
    expect(reference?.target?.key).toBe('role:a');
    expect(reference?.failure).toBeUndefined();
  });

  test('what the schema refuses is left out, the rest is kept with its places', () => {
    const text = role('A', 'tags: [ok, 1, fine]\nreportsTo: b\n');
    const entity = of({ 'roles/a.yaml': text }).get('role', 'a')!;
    expect(entity.data).toMatchObject({ name: 'A', reportsTo: 'b' });
    expect(entity.data.tags).toEqual(['ok', 'fine']);
    expect(text.slice(...entity.at('/tags/1').span)).toBe('fine');
    expect(text.slice(...entity.keyAt('/reportsTo').span)).toBe('reportsTo');
    expect([entity.has('/reportsTo'), entity.has('/level')]).toEqual([true, false]);
  });

  test('the place of a field that is not there is that of what holds it', () => {
    const text = role('A');
    const entity = of({ 'roles/a.yaml': text }).get('role', 'a')!;
    expect(text.slice(...entity.at('/level').span)).toBe('A');
    expect(text.slice(...entity.at('/unit/x/y').span)).toBe('shop');
  });
});

describe('translations', () => {
  const sop = (name: string) => `---\nname: ${name}\nowner: a\nroles: [a]\nprocess: p\n---\n\n## Why\n`;

  test('belong to their original', () => {
    const handbook = of({ 'sops/a.mdx': sop('A'), 'sops/a.zh-CN.mdx': '---\nname: 甲\n---\n\n## 缘由\n' });
    const entity = handbook.get('sop', 'a')!;
    expect([...entity.translations.keys()]).toEqual(['zh-CN']);
    expect(entity.translations.get('zh-CN')?.data.name).toBe('甲');
    expect(entity.translations.get('zh-CN')?.body?.headings.map(({ text }) => text)).toEqual(['缘由']);
    expect(handbook.problems).toEqual([]);
  });

  test('without an original are a problem', () => {
    const { problems } = of({ 'sops/a.zh-CN.mdx': '---\nname: 甲\n---\n' });
    expect(problems.map(({ messageId, at }) => [messageId, at.file])).toEqual([
      ['orphan', 'sops/a.zh-CN.mdx'],
    ]);
  });

  test('texts fall back to the nearest locale there is', () => {
    const { text } = of({});
    expect(text({ en: 'a', 'zh-CN': '甲' }, 'zh-CN')).toEqual({ text: '甲', locale: 'zh-CN' });
    expect(text({ en: 'a' }, 'zh-CN')).toEqual({ text: 'a', locale: 'en' });
    expect(text('a', 'zh-CN')).toEqual({ text: 'a', locale: 'en' });
    expect(text({}, 'en')).toBeUndefined();
    expect(text(undefined, 'en')).toBeUndefined();
  });
});

describe('references', () => {
  const process = [
    'name: P',
    'owner: a',
    'service: s',
    'steps:',
    '  - { id: ask, lane: customer, next: answer }',
    '  - { id: answer, lane: frontstage, role: role:a, next: end }',
    '',
  ].join('\n');

  test('to entities, to parts of the same entity, and back', () => {
    const handbook = of({ 'roles/a.yaml': role('A'), 'processes/p.yaml': process });
    const entity = handbook.get('process', 'p')!;
    expect(handbook.referenceAt(entity, '/steps/1/role')?.target?.key).toBe('role:a');
    const next = handbook.referenceAt(entity, '/steps/0/next');
    expect([next?.target?.key, next?.part?.id, next?.part?.pointer]).toEqual([
      'process:p',
      'answer',
      '/steps/1',
    ]);
    expect(handbook.referenceAt(entity, '/steps/1/next')).toBeUndefined();
    expect(handbook.partsOf(entity).map(({ type, id }) => `${type} ${id}`)).toEqual([
      'step ask',
      'step answer',
    ]);
    const back = handbook
      .referencedBy(handbook.get('role', 'a')!)
      .map(({ from, pointer }) => `${from.key}${pointer}`);
    expect(back).toContain('process:p/steps/1/role');
    expect(handbook.referenceAt(entity, '/service')?.failure).toBe('missing');
  });

  test('an old id that an alias keeps alive', () => {
    const handbook = of({
      'roles/a.yaml': role('A', 'aliases: [old]\n'),
      'roles/b.yaml': role('B', 'reportsTo: old\n'),
    });
    expect(handbook.referenceAt(handbook.get('role', 'b')!, '/reportsTo')?.target?.key).toBe('role:a');
    expect(handbook.find('role:old')?.key).toBe('role:a');
    expect(handbook.get('role', 'old')).toBeUndefined();
  });
});

test('the date: asked for, else pinned, else the clock’s', () => {
  expect(of({}).today).toBe('2026-05-01');
  expect(handbookOf({ 'loopbook.yaml': 'title: x\nlocales: [en]\n' }, '2026-01-01').today).toBe('2026-01-01');
});

test('without settings texts are read in English, and nothing is called a wrong locale', () => {
  const handbook = handbookOf({ 'roles/a.yaml': role('{ zh-CN: 甲 }') });
  expect(handbook.locales).toEqual(['en']);
  expect(handbook.problems).toEqual([]);
});
