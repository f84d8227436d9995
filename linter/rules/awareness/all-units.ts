import type { Entity } from '../../graph/entity.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { servesCustomers, unitsLeadingTo, unitsServed } from '../../graph/questions/units-served.ts';
import { allReadable, isReadable } from '../../graph/readable.ts';
import type { Localised } from '../../model/message.ts';
import { scaffold } from '../../model/scaffold.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Unit = Entity<'unit'>;
type MessageId = 'unit' | 'deadEnd' | 'notOneLine';
interface Options {
  commitmentLength: number;
}
type Context = RuleContext<MessageId, Options>;

const absent = {
  commitments: { en: 'no commitment ("commitments")', 'zh-CN': '承诺（commitments）' },
  serves: { en: 'nobody whom it serves ("serves")', 'zh-CN': '服务对象（serves）' },
} satisfies Record<string, Localised>;

const scaffolds = {
  commitments: 'commitments:\n  - …',
  serves: 'serves:\n  - { unit: …, what: …, within: …, metric: … }',
} satisfies Record<keyof typeof absent, string>;

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require every unit to state its commitments and to reach the customer, and every role a one-line commitment.',
      'zh-CN': '每个部门都应写明承诺并经服务关系到达客户，每个岗位都应有一句话承诺。',
    },
    severity: 'error',
    claims: ['S1-02', 'S5-01', 'S5-19'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { commitmentLength: { type: 'integer', minimum: 10, maximum: 1000, default: 160 } },
    },
  },
  messages: {
    unit: {
      en: 'Unit "{unit}" states {missing}; expected every unit to say what it does for good service and for whom, customers or colleagues. Add it.',
      'zh-CN':
        '部门“{unit}”没有写{missing}，每个部门都应写明为做好服务作出什么承诺、为谁服务（客户或同事）；请补充。',
    },
    deadEnd: {
      en: 'Unit "{unit}" serves {served}, from where nothing reaches a customer; expected a chain of "serves" that ends at the customer. Add whom it serves in the end.',
      'zh-CN':
        '部门“{unit}”服务于{served}，但沿服务关系到不了客户，应有一条以客户为终点的服务链；请补上最终为谁服务。',
    },
    notOneLine: {
      en: 'The commitment of role "{role}" has {length} characters or several lines; expected one line of at most {most} that people remember. Shorten it.',
      'zh-CN':
        '岗位“{role}”的承诺有 {length} 个字符或分成多行，应为一句能记住的话，不超过 {most} 个字符；请改短。',
    },
  },
  check(context) {
    const { handbook } = context;
    const units = handbook.all('unit').filter(inForce);
    const silent = units.filter(({ data }) => !data.serves?.length);
    const serving = units.filter((unit) => servesCustomers(handbook, unit));
    // Where the chain breaks at a unit that serves nobody, that unit is told, and not all before it.
    const settled = new Set([
      ...unitsLeadingTo(handbook, units, serving),
      ...unitsLeadingTo(handbook, units, silent),
    ]);
    const certain = allReadable(handbook, 'unit');
    for (const unit of units) {
      if (isReadable(handbook, unit)) checkStated(context, unit);
      if (certain && !settled.has(unit)) reportDeadEnd(context, unit);
    }
    for (const role of handbook.all('role')) if (inForce(role)) checkCommitment(context, role);
  },
});

// helpers

function checkStated({ report }: Context, unit: Unit): void {
  const missing = (['commitments', 'serves'] as const).filter((field) => !unit.data[field]?.length);
  if (missing.length > 0) {
    report({
      message: 'unit',
      data: { unit: unit.id, missing: wordList(missing.map((field) => absent[field])) },
      at: unit.at('/name'),
      subject: unit.key,
      suggest: [scaffold(unit.file, missing.map((field) => scaffolds[field]).join('\n'))],
    });
  }
}

function reportDeadEnd({ handbook, report }: Context, unit: Unit): void {
  report({
    message: 'deadEnd',
    data: { unit: unit.id, served: quotedList(unitsServed(handbook, unit).map(({ id }) => id)) },
    at: unit.at('/serves'),
    subject: `${unit.key}/serves`,
  });
}

function checkCommitment({ options, report }: Context, role: Entity<'role'>): void {
  const { commitment } = role.data;
  const texts = typeof commitment === 'string' ? { '': commitment } : commitment;
  for (const [locale, text] of Object.entries(texts ?? {})) {
    const length = [...(text ?? '')].length;
    if (!text || (length <= options.commitmentLength && !text.trim().includes('\n'))) continue;
    report({
      message: 'notOneLine',
      data: { role: role.id, length, most: options.commitmentLength },
      at: role.at(locale ? `/commitment/${locale}` : '/commitment'),
      subject: `${role.key}/commitment`,
    });
    // A translation of the same text says nothing new.
    return;
  }
}
