import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, removeFolders, report } from '../cli/cli.ts';
import { baseFiles, type MemoryFiles } from '../support/handbook.ts';
import { findingsIn, tool } from './input.ts';

afterAll(removeFolders);

const role = 'roles/service-agent.yaml';
const sop = 'sops/handle-request.mdx';
const translation = 'sops/handle-request.zh-CN.mdx';

/** All that is said of a handbook in which files have other names, and references may be as they are called. */
async function saidOf(
  renamed: Record<string, string>,
  change = (text: string) => text,
  more: MemoryFiles = {},
) {
  const files = Object.entries(baseFiles()).map(([path, text]) => [renamed[path] ?? path, change(text)]);
  return findingsIn(folderOf({ ...Object.fromEntries(files), ...more }), /./);
}

const form = (at: string, id: string, renamed: string) => ({
  at,
  rule: 'references/id',
  en: `The file name gives the id "${id}"; expected lower-case letters, digits and single hyphens. Rename the file to ${renamed}.`,
  zh: `由文件名得到的 id 是“${id}”，只应有小写字母、数字和单个连字符；请把文件改名为 ${renamed}。`,
});

describe('a file whose name is no id is one finding', () => {
  const names = ['Service-Agent', 'service_agent', 'Service Agent', 'ServiceAgent', 'Sèrvice Agent', '客服'];

  test.each(names)('%s, referred to as it ought to be called', async (name) => {
    const path = `roles/${name}.yaml`;
    expect(await saidOf({ [role]: path })).toEqual([form(`${path}:1:7-1:41`, name, role)]);
  });

  test.each(names)('%s, referred to as it is called', async (name) => {
    const path = `roles/${name}.yaml`;
    const asCalled = (text: string) => text.replaceAll(/(?<=[[ :"])service-agent(?=[\], }"]|$)/gm, name);
    const found = await saidOf({ [role]: path }, asCalled);
    // The texts that name the role were changed with it.
    expect(found.filter(({ rule }) => rule !== 'documents/translation')).toEqual([
      form(`${path}:1:7-1:41`, name, role),
    ]);
  });

  test.each([
    ['Handle Request', 'Handle Request'],
    ['HANDLE-REQUEST', 'handle-request'],
    ['办理请求', '办理请求'],
  ])('an SOP called %s, with its translation called %s', async (original, translated) => {
    const [own, other] = [`sops/${original}.mdx`, `sops/${translated}.zh-CN.mdx`];
    const found = await saidOf({ [sop]: own, [translation]: other });
    const wrong = [form(`${own}:2:7-2:23`, original, sop)];
    if (translated !== 'handle-request') wrong.push(form(`${other}:2:7-2:11`, translated, translation));
    expect(found).toEqual(wrong);
  });
});

describe('a name that cannot be spelt', () => {
  const more = { 'tools/电话.yaml': tool().replace('Case log', '电话') };
  const at = 'tools/电话.yaml:1:7-1:9';
  /** The process says of one of its steps that it is done with this tool. */
  const used = (id: string) => (text: string) => text.replace('tool: case-log', `tool: ${id}`);
  const aboutReferences = async (...asked: Parameters<typeof saidOf>) =>
    (await saidOf(...asked)).filter(({ rule }) => rule.startsWith('references/'));

  test('is shown the allowed form where nothing tells what is meant', async () => {
    expect(await aboutReferences({}, undefined, more)).toEqual([
      {
        at,
        rule: 'references/id',
        en: 'The file name gives the id "电话"; expected lower-case letters a to z, digits and single hyphens. Rename the file, for example to tools/front-desk.yaml; the name that people read stays in "name".',
        zh: '由文件名得到的 id 是“电话”，只应有小写字母 a 到 z、数字和单个连字符；请给文件改名，例如 tools/front-desk.yaml，给人看的名称仍写在 name 中。',
      },
    ]);
  });

  test('is the one that a reference means which leads nowhere else', async () => {
    expect(await aboutReferences({}, used('phone'), more)).toEqual([form(at, '电话', 'tools/phone.yaml')]);
  });

  test('is what its own name says in English', async () => {
    const named = { 'tools/电话.yaml': tool().replace('Case log', '{ en: Phone system, zh-CN: 电话系统 }') };
    const [finding] = await aboutReferences({}, used('电话'), named);
    expect(finding).toMatchObject(form('tools/电话.yaml:1:7-1:40', '电话', 'tools/phone-system.yaml'));
  });

  test('and another such: the id that leads nowhere is taken for neither', async () => {
    const two = { ...more, 'tools/手机.yaml': tool().replace('Case log', '手机') };
    const found = await aboutReferences({}, used('phone'), two);
    expect(found.map(({ rule }) => rule)).toEqual(['references/resolves', 'references/id', 'references/id']);
  });

  test('keeps apart what differs in its Chinese half alone', async () => {
    const two = {
      'tools/一楼A.yaml': tool().replace('Case log', '一'),
      'tools/二楼A.yaml': tool().replace('Case log', '二'),
    };
    const found = await aboutReferences({}, undefined, two);
    expect(found.map(({ en }) => en.slice(0, 32))).toEqual([
      'The file name gives the id "一楼A"',
      'The file name gives the id "二楼A"',
    ]);
  });
});

describe('two files that mean one id', () => {
  const twice = (path: string) => saidOf({}, undefined, { [path]: tool() });

  test('by capitals: a disk that tells them not apart keeps one of them', async () => {
    expect(await twice('tools/Case-Log.yaml')).toEqual([
      {
        at: 'tools/Case-Log.yaml:1:7-1:15',
        rule: 'references/id',
        en: 'Id "Case-Log" differs from "case-log" in capitals only; many systems take them for one file. Rename one of them.',
        zh: 'id“Case-Log”与“case-log”只有大小写不同，许多系统视为同一文件；请给其中一个改名。',
      },
    ]);
  });

  test('by blanks: the one that needs no new name stands', async () => {
    expect(await twice('tools/Case Log.yaml')).toEqual([
      {
        at: 'tools/Case Log.yaml:1:7-1:15',
        rule: 'references/id',
        en: 'The tool "case-log" exists already in tools/case-log.yaml; expected one file for each id. Merge the two, or rename this one.',
        zh: '工具“case-log”已有文件 tools/case-log.yaml，一个 id 只应有一个文件；请合并，或给本文件改名。',
      },
    ]);
  });
});

test('references that say what the file is called are shown as what to change with it', async () => {
  const asCalled = (text: string) => text.replace('tool: case-log', 'tool: Case Log');
  const files = Object.entries(baseFiles()).map(([path, text]) => [
    path === 'tools/case-log.yaml' ? 'tools/Case Log.yaml' : path,
    asCalled(text),
  ]);
  const { findings } = await report(folderOf(Object.fromEntries(files)));
  expect(findings.map(({ rule }) => rule)).toEqual(['references/id']);
  expect(findings[0]!.related?.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'processes/handle-request.yaml: With the file renamed, write "case-log" here.',
  ]);
});
