import { assert, boolean, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenLinks, circleLinks, qualityCircles } from '../../linter/graph/questions/quality-circle.ts';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';

/** A standard that holds at one step, with each link made by one entry of its own. */
const head = 'name: x\nowner: r\n';
const base: MemoryFiles = {
  'standards/s.yaml': `${head}level: shall\nstatement: x\nappliesTo: [process:p#one]\n`,
  'services/v.yaml': `${head}touchpoints: [{ id: desk, name: Desk }, { id: phone, name: Phone }]\n`,
  'processes/p.yaml': `${head}service: v\nsteps: [{ id: one, lane: frontstage, touchpoint: desk, next: end }, { id: two, lane: frontstage, touchpoint: phone, next: end }]\n`,
};
const links = {
  trained: { 'training/t.yaml': `${head}roles: [all]\ncovers: [standard:s]\n` },
  inspected: { 'inspections/i.yaml': `${head}checks: [s]\n` },
  fedBack: { 'feedback-loops/l.yaml': `${head}method: survey\ntouchpoints: [service:v#desk]\n` },
  improved: { 'improvements/m.yaml': `${head}trigger: metric:k\nchanges: [standard:s]\n` },
} satisfies Record<(typeof circleLinks)[number], MemoryFiles>;

function circleOf(...files: MemoryFiles[]) {
  const handbook = handbookOf(Object.assign({}, base, ...files));
  return qualityCircles(handbook).get(handbook.get('standard', 's')!)!;
}

const keys = (set: ReadonlySet<{ key: string }>) => [...set].map(({ key }) => key).sort();

describe('a link is made', () => {
  test('by one entry each', () => {
    const circle = circleOf(...Object.values(links));
    expect(brokenLinks(circle)).toEqual([]);
    expect(keys(circle.trained)).toEqual(['training:t']);
    expect(keys(circle.inspected)).toEqual(['inspection:i']);
    expect(keys(circle.fedBack)).toEqual(['feedback-loop:l']);
    expect(keys(circle.improved)).toEqual(['improvement:m']);
  });

  test('by training on an SOP that sets the standard out', () => {
    const circle = circleOf({
      'sops/o.mdx': `---\n${head}roles: [r]\nprocess: p\nstandards: [s]\n---\n\nText.\n`,
      'training/t.yaml': `${head}roles: [all]\ncovers: [sop:o]\n`,
    });
    expect(keys(circle.trained)).toEqual(['training:t']);
  });

  test('by an item of an inspection', () => {
    const circle = circleOf({
      'inspections/i.yaml': `${head}checks: []\nitems: [{ id: a, text: x, standard: s }]\n`,
    });
    expect(keys(circle.inspected)).toEqual(['inspection:i']);
  });

  test('by an improvement that the inspection sets off', () => {
    const circle = circleOf(links.inspected, { 'improvements/m.yaml': `${head}trigger: inspection:i\n` });
    expect(keys(circle.improved)).toEqual(['improvement:m']);
  });

  test('by a loop that improves the process: it is heard, and changes the standard', () => {
    const circle = circleOf({
      'feedback-loops/l.yaml': `${head}method: survey\ntouchpoints: []\nimproves: [process:p]\n`,
    });
    expect([keys(circle.fedBack), keys(circle.improved)]).toEqual([['feedback-loop:l'], ['feedback-loop:l']]);
  });

  test('by a loop that the process names', () => {
    const circle = circleOf({
      'feedback-loops/l.yaml': `${head}method: survey\ntouchpoints: []\n`,
      'processes/p.yaml': `${base['processes/p.yaml']}feedback: [l]\n`,
    });
    expect(keys(circle.fedBack)).toEqual(['feedback-loop:l']);
  });
});

describe('no link is made', () => {
  test('where customers are heard at another step', () => {
    const circle = circleOf({
      'feedback-loops/l.yaml': `${head}method: survey\ntouchpoints: [service:v#phone]\n`,
    });
    expect(keys(circle.fedBack)).toEqual([]);
  });

  test('by what is a draft or retired', () => {
    const off = (files: MemoryFiles) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `${text}status: draft\n`]));
    expect(brokenLinks(circleOf(...Object.values(links).map(off)))).toEqual([...circleLinks]);
  });
});

test('a link is broken exactly where its entry is missing', () => {
  assert(
    property(
      record({ trained: boolean(), inspected: boolean(), fedBack: boolean(), improved: boolean() }),
      (has) => {
        const circle = circleOf(...circleLinks.filter((link) => has[link]).map((link) => links[link]));
        expect(brokenLinks(circle)).toEqual(circleLinks.filter((link) => !has[link]));
      },
    ),
    { numRuns: 40 },
  );
});

test('ten thousand standards each get their circle', () => {
  const files: MemoryFiles = { ...base, ...links.fedBack };
  for (let i = 0; i < 10_000; i++) {
    files[`standards/s${i}.yaml`] = `${head}level: shall\nstatement: x\nappliesTo: [service:v]\n`;
  }
  const handbook = handbookOf(files);
  expect(qualityCircles(handbook).size).toBe(10_001);
});
