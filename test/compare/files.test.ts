import { describe, expect, test } from 'vitest';
import { compare } from '../../linter/engine/compare.ts';
import { render } from '../../linter/model/message.ts';
import { handbookOf, type MemoryFiles } from '../support/handbook.ts';

const base: MemoryFiles = {
  'loopbook.yaml':
    'title: Tea house\nlocales: [en]\nrules: { flow/sound: error, flow/complexity: [warning, { steps: 12 }] }\n',
  'company.yaml': 'name: Tea house\nowner: owner\nconcept: Tea\npositioning: cost\ngoals: []\n',
  'units/house.yaml': 'name: House\nowner: owner\ntype: store\n',
  'roles/owner.yaml': 'name: Owner\nowner: owner\nunit: house\ncommitment: Here\n',
  'roles/waiter.yaml': 'name: Waiter\nowner: owner\nunit: house\nreportsTo: owner\ncommitment: Quick\n',
  'metrics/wait.yaml': 'name: Wait\nowner: owner\nunit: min\ndirection: lower\nsource: Till\nevery: 30 d\n',
  'standards/seat.yaml':
    'name: Seating\nowner: owner\nlevel: shall\nstatement: The waiter shall seat guests.\nappliesTo: [role:waiter]\nmetric: wait\ntarget: "<= 10 min"\n',
  'decision-rights/refund.yaml':
    'name: Refund\nowner: owner\nsubject: A refund\ngrants:\n  - { role: waiter, limit: 50 CNY, escalate: owner, within: 5 min }\n  - { role: owner, limit: none }\n',
  'data/wait.csv': 'period,value,n\n2026-09,8,40\n2026-10,9,44\n',
};

/** What is said when these files take the place of those of the base; an undefined one is gone. */
function said(files: Record<string, string | undefined>, from: MemoryFiles = base): string[] {
  const after = Object.fromEntries(
    Object.entries({ ...from, ...files }).filter(([, text]) => text !== undefined),
  );
  return compare(handbookOf(from), handbookOf(after as MemoryFiles)).map(
    ({ effect, subject, template, data }) => `${effect} ${subject}: ${render(template, data, 'en')}`,
  );
}

function edited(file: string, before: string | RegExp, after: string): Record<string, string> {
  const text = String(base[file]);
  expect(text).toMatch(before);
  return { [file]: text.replace(before, () => after) };
}

describe('settings', () => {
  test('a severity that sinks weakens, by what it comes to and not by how it is written', () => {
    const to = (rules: string) => said(edited('loopbook.yaml', /rules:.*/, `rules: ${rules}`));
    const other = 'flow/complexity: [warning, { steps: 12 }]';
    expect(to(`{ flow/sound: info, ${other} }`)).toEqual([
      'weakens loopbook.yaml: Rule flow/sound: severity lowered from "error" to "info"',
    ]);
    // Without a setting the rule is an error by itself.
    expect(to(`{ ${other} }`)).toEqual([
      'editorial loopbook.yaml: Rule flow/sound: setting written anew, the severity stays "error"',
    ]);
    expect(to('{ flow/sound: error, flow/complexity: [error, { steps: 12 }] }')).toEqual([
      'strengthens loopbook.yaml: Rule flow/complexity: severity raised from "warning" to "error"',
    ]);
    expect(to('{ flow/sound: error, flow/complexity: [warning, { steps: 40 }] }')).toEqual([
      'unknown loopbook.yaml: Rule flow/complexity: option steps changed from "12" to "40"',
    ]);
  });

  test('an override that is milder for some files weakens', () => {
    const override = 'overrides:\n  - { files: ["standards/**"], rules: { flow/sound: off } }\n';
    expect(said({ 'loopbook.yaml': base['loopbook.yaml'] + override })).toEqual([
      'weakens loopbook.yaml: Rule flow/sound for standards/**: severity lowered from "error" to "off"',
    ]);
  });

  test('a pinned day and other accounts for roles cannot be judged', () => {
    const more = 'today: 2026-01-01\napprovals: { roles: { owner: ["@tea/owner"] } }\n';
    expect(said({ 'loopbook.yaml': base['loopbook.yaml'] + more }).map((each) => each.split(' ')[0])).toEqual(
      ['unknown', 'unknown'],
    );
  });

  test('a company rule that goes weakens', () => {
    const rule =
      'customRules:\n  - { id: named, given: { kind: role, field: /summary }, must: { present: true }, message: State it }\n';
    const with_ = { ...base, 'loopbook.yaml': base['loopbook.yaml'] + rule };
    expect(said({ 'loopbook.yaml': base['loopbook.yaml'] as string }, with_)).toEqual([
      'weakens loopbook.yaml#named: Settings: company rule "named" removed',
    ]);
    const looser = rule.replace('present: true', 'present: false');
    expect(
      said({ 'loopbook.yaml': base['loopbook.yaml'] + looser }, with_).map((each) => each.split(' ')[0]),
    ).toEqual(['unknown']);
  });
});

describe('what hides findings', () => {
  const exception =
    'exceptions:\n  - { rule: flow/sound, entity: "standard:seat", reason: Later, owner: owner, approvedBy: owner, until: 2027-01-31 }\n';

  test('an exception that is added or longer weakens', () => {
    expect(said({ 'exceptions.yaml': exception })[0]).toMatch(/^weakens exceptions\.yaml/);
    const longer = exception.replace('2027-01-31', '2027-06-30');
    expect(said({ 'exceptions.yaml': longer }, { ...base, 'exceptions.yaml': exception })).toEqual([
      expect.stringMatching(/^weakens exceptions\.yaml.*put off from 2027-01-31 to 2027-06-30$/),
    ]);
    expect(said({ 'exceptions.yaml': undefined }, { ...base, 'exceptions.yaml': exception })[0]).toMatch(
      /^strengthens/,
    );
  });

  test('a comment that hides findings weakens', () => {
    const comment = '# loopbook-disable-next-line standards/target -- later until 2027-01-31\ntarget:';
    expect(said(edited('standards/seat.yaml', 'target:', comment))).toEqual([
      'weakens standards/seat.yaml: standards/seat.yaml: a comment now hides findings of standards/target',
    ]);
  });

  test('a baseline that grows weakens', () => {
    const entry = (fingerprint: string) =>
      `{"entity":"standard:seat","rule":"flow/sound","message":"m","since":"2026-11-22","fingerprint":"${fingerprint}"}`;
    const baseline = (...entries: string[]) => `{"version":1,"entries":[${entries.join(',')}]}\n`;
    const [one, two] = [entry('a'.repeat(16)), entry('b'.repeat(16))];
    // As many as before, but another one: what was swapped in is new.
    expect(said({ 'baseline.json': baseline(two) }, { ...base, 'baseline.json': baseline(one) })).toEqual([
      'weakens baseline.json: baseline.json: findings now hidden: 1 (flow/sound)',
      'strengthens baseline.json: baseline.json: findings no longer hidden: 1 (flow/sound)',
    ]);
  });
});

describe('what cannot be told is said', () => {
  test('a file that no longer parses does not pass for one whose fields were removed', () => {
    expect(said(edited('decision-rights/refund.yaml', /grants:/, 'grants: ['))).toEqual([
      expect.stringMatching(/^unknown decision-rights\/refund\.yaml: .* cannot be read in full/),
    ]);
  });

  test('a value that does not fit its schema does not pass for a narrower authority', () => {
    const effects = said(edited('decision-rights/refund.yaml', 'limit: 50 CNY', 'limit: 5000')).map(
      (each) => each.split(' ')[0],
    );
    expect(effects).toContain('unknown');
  });

  test('a second file of the same id is named', () => {
    const copy = String(base['standards/seat.yaml']).replace('10 min', '60 min');
    expect(said({ 'standards/zz/seat.yaml': copy })).toEqual([
      'unknown standards/zz/seat.yaml: standards/zz/seat.yaml claims the kind and id of standards/seat.yaml; which of the two holds cannot be told',
    ]);
    // One that comes first by its path takes the place of the other.
    expect(said({ 'standards/aa/seat.yaml': copy }).join('\n')).toContain(
      'weakens standard:seat: Seating: target loosened from at most 10 min to at most 60 min',
    );
  });

  test('figures that are rewritten are a question, new ones are not', () => {
    const csv = String(base['data/wait.csv']);
    expect(said({ 'data/wait.csv': `${csv}2026-11,7,41\n` })).toEqual([
      'changes data/wait.csv: data/wait.csv: observations added: 1',
    ]);
    expect(said({ 'data/wait.csv': csv.replace('2026-10,9', '2026-10,5') })).toEqual([
      'unknown data/wait.csv: data/wait.csv: observations rewritten: 1, such as 2026-10: 9 → 2026-10: 5',
    ]);
  });
});

test('what is merely added weakens only by what it holds, and its end is not judged', () => {
  const till = 'name: Till\nowner: owner\ntype: pos\npurpose: Bills\n';
  const book = `${till}stores: [{ id: phone, field: Phone, purpose: Calling back }]\n`;
  const tools = { 'tools/till.yaml': till, 'tools/book.yaml': book.replace('Till', 'Book') };
  expect(said(tools)).toEqual([
    'weakens tool:book: New tool: Book (judged so because of "Stores")',
    'changes tool:till: New tool: Till',
  ]);
  expect(said({ 'tools/till.yaml': undefined, 'tools/book.yaml': undefined }, { ...base, ...tools })).toEqual(
    ['changes tool:book: The tool "Book" was removed', 'changes tool:till: The tool "Till" was removed'],
  );
  expect(said({ 'tools/book.yaml': book.replace('stores: [{', 'status: draft\nstores: [{') })).toEqual([
    'changes tool:book: New tool: Till',
  ]);
});

describe('identity', () => {
  test('an alias carries an entity and all that refers to it to its new id', () => {
    const waiter = `${base['roles/waiter.yaml']}aliases: [waiter]\n`;
    const renamed = {
      'roles/waiter.yaml': undefined,
      'roles/host.yaml': waiter,
      ...edited('standards/seat.yaml', 'role:waiter', 'role:host'),
      ...edited('decision-rights/refund.yaml', 'role: waiter, limit: 50 CNY', 'role: host, limit: 80 CNY'),
    };
    expect(said(renamed)).toEqual([
      'widens-authority decision-right:refund#host: Refund: Waiter may decide up to 80 CNY (was 50 CNY)',
      'changes role:host: Waiter: former ids added: "waiter"',
      'editorial role:host: The role "Waiter" has the id "host" instead of "waiter"',
    ]);
  });

  test('a weaker entity that was there already does not inherit the place of one that goes', () => {
    const weak = String(base['standards/seat.yaml']).replace('Seating', 'Waving').replace('<= 10', '<= 90');
    const before = { ...base, 'standards/wave.yaml': weak };
    const after = { 'standards/seat.yaml': undefined, 'standards/wave.yaml': `${weak}aliases: [seat]\n` };
    expect(said(after, before)).toContain('weakens standard:seat: The standard "Seating" was removed');
  });

  test('a file that moves, its comments and the order of its fields change nothing', () => {
    const lines = String(base['standards/seat.yaml']).trim().split('\n');
    const turned = ['# A comment', ...lines.reverse(), ''].join('\n');
    expect(said({ 'standards/seat.yaml': undefined, 'standards/door/seat.yaml': turned })).toEqual([]);
  });

  test('grants that change places are no grants that change', () => {
    const [first, second] = String(base['decision-rights/refund.yaml']).match(/ {2}- \{.*\n/g)!;
    const text = String(base['decision-rights/refund.yaml']).replace(first! + second!, second! + first!);
    expect(said({ 'decision-rights/refund.yaml': text })).toEqual([
      'changes decision-right:refund: Refund: order of grants changed',
    ]);
  });
});
