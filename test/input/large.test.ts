import { describe, expect, test } from 'vitest';
import { registry } from '../../linter/rules/registry.gen.ts';
import { baseFiles, lintMemory, type MemoryFiles } from '../support/handbook.ts';
import { findingsOf, sop } from './input.ts';

/** What all rules say, and that none of them stopped. */
function said(files: MemoryFiles, rule?: string) {
  const findings = lintMemory({ ...baseFiles(), ...files }, { rules: registry });
  expect(findings.filter(({ messageId }) => messageId === 'crash')).toEqual([]);
  return findings.filter((each) => rule === undefined || each.rule === rule);
}

describe('more than anybody writes', { timeout: 120_000 }, () => {
  test('a process of five thousand steps, in a row, with a branch at each', () => {
    const steps = Array.from({ length: 5000 }, (_, index) => {
      const next =
        index === 4999 ? 'end' : `[{ to: s${index + 1}, otherwise: true }, { to: end, when: done }]`;
      return `  - { id: s${index}, lane: backstage, role: service-agent, do: Act., time: 1 min, metric: reply-time, next: ${next} }`;
    });
    const process = `name: Long\nowner: service-manager\nservice: support\ngoal: satisfaction\nsteps:\n${steps.join('\n')}\n`;
    const findings = said({ 'processes/long.yaml': process });
    // Its shape is bounded: more steps than a process may have is said once, and nothing stops.
    expect(findings.some(({ at }) => at.file === 'processes/long.yaml')).toBe(true);
    expect(findings.filter(({ at }) => at.file === 'processes/long.yaml').length).toBeLessThan(120);
  });

  test('ten thousand roles each reporting to the one before', () => {
    const roles = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [
        `roles/r${index}.yaml`,
        `name: { en: R${index}, zh-CN: 岗位${index} }\nowner: quality-lead\nunit: head-office\nreportsTo: ${index === 0 ? 'general-manager' : `r${index - 1}`}\ncommitment: { en: Kept., zh-CN: 说到做到。 }\n`,
      ]),
    );
    expect(said(roles, 'authority/layers').length).toBeGreaterThan(0);
  });

  test('a hundred thousand rows of observations', () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `2026-${String((index % 12) + 1).padStart(2, '0')},${index % 9},10,service-centre`,
    );
    const csv = `period,value,n,by\n${rows.join('\n')}\n`;
    const findings = said({ 'data/reply-time.csv': csv }).filter(
      ({ at }) => at.file === 'data/reply-time.csv',
    );
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThan(200);
  });
});

describe('an SOP of hostile wording is judged in a moment', () => {
  // Each took from five seconds to an hour where time grew with the square of the text.
  const size = 100_000;
  test.each([
    ['Han without a break before one tone mark', `${'相关'.repeat(size / 2)} xā`],
    ['brackets that never close', `汉(${' \n'.repeat(size / 8)}ā`],
    ['lost characters', '�汉'.repeat(size / 2)],
    ['question marks between characters', '汉??'.repeat(size / 3)],
    ['readings and the other script', '務(hàn)'.repeat(size / 6)],
    ['components', '尽快<Role id="service-agent" />\n'.repeat(size / 30)],
  ])('%s', (_, text) => {
    // The parser has bounds of its own for a line.
    const body = text.replace(/.{40000}/gsu, '$&\n');
    const begun = process.cpuUsage().user;
    said({ 'sops/a.mdx': sop(`# Steps\n\n${body}\n`) });
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(4000);
  });
});

describe('observations that are not as they should be', () => {
  const inCsv = (content: string | Uint8Array) =>
    findingsOf({ 'data/reply-time.csv': content }, /^(?:syntax\/|metrics\/observations)/);

  test('a period twice', async () => {
    const [finding, ...more] = await inCsv('period,value,n\n2026-10,5,10\n2026-10,6,10\n');
    expect(more).toEqual([]);
    expect(finding?.at).toMatch(/^data\/reply-time\.csv:3:1-3:8$/);
  });

  test('GBK in place of UTF-8', async () => {
    const gbk = new Uint8Array([
      ...new TextEncoder().encode('period,value,n,by\n2026-10,5,10,'),
      0xb2,
      0xbf,
      0xc3,
      0xc5,
      10,
    ]);
    const [finding, ...more] = await inCsv(gbk);
    expect(more).toEqual([]);
    expect(finding?.en).toMatch(/UTF-8/);
    expect(finding?.zh).toMatch(/UTF-8/);
  });

  test('UTF-16, as spreadsheets write it', async () => {
    const text = '\ufeffperiod,value,n\r\n2026-10,5,10\r\n';
    const utf16 = new Uint8Array(new Uint16Array([...text].map((each) => each.charCodeAt(0))).buffer);
    const findings = await inCsv(utf16);
    expect(findings.length).toBe(1);
    expect(findings[0]?.en).toMatch(/UTF-8/);
  });
});

describe('a handbook in one language', () => {
  test.each(['en', 'zh-CN'])('is asked for no translation: %s', (locale) => {
    const settings = `title: t\nlocales: [${locale}]\n`;
    const findings = said({ 'loopbook.yaml': settings }, 'documents/translation');
    expect(findings.map(({ message }) => message.en)).toEqual([]);
  });
});

test('folders of kinds that hold nothing', async () => {
  expect(await findingsOf({ 'segments/.gitkeep': '', 'guides/empty/.keep': '' })).toEqual([]);
});
