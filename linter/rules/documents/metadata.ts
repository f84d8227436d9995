import type { Entity } from '../../graph/entity.ts';
import { hasFault } from '../../graph/file-fault.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { type Kind, kinds } from '../../model/kinds.ts';
import type { Localised } from '../../model/message.ts';
import { scaffold } from '../../model/scaffold.ts';
import { wordList } from '../../model/word-list.ts';
import { kindsOption } from '../kinds-option.ts';
import { defineRule } from '../rule.ts';

interface Options {
  kinds: Kind[];
}

const controls = {
  approvedBy: { en: 'who approved it ("approvedBy")', 'zh-CN': '批准岗位（approvedBy）' },
  version: { en: 'a version ("version")', 'zh-CN': '版本（version）' },
  effective: { en: 'the day from which it applies ("effective")', 'zh-CN': '生效日期（effective）' },
  reviewEvery: { en: 'a review period ("reviewEvery")', 'zh-CN': '复审周期（reviewEvery）' },
} satisfies Record<string, Localised>;

type Control = keyof typeof controls;

/** Guides that bind somebody; cases, culture and questions and answers do not. */
const bindingGuides = new Set(['policy', 'script', 'emergency']);

export default defineRule<'incomplete' | 'selfApproved' | 'versionForm' | 'farAhead', Options>({
  meta: {
    summary: {
      en: 'Require an approver who is not the author, a version, a day of effect and a review period of controlled documents.',
      'zh-CN': '受控文件应有非编写者的批准岗位、版本、生效日期和复审周期。',
    },
    severity: 'error',
    claims: ['S2-04', 'S5-09'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        kinds: kindsOption(['sop', 'guide']),
      },
    },
  },
  messages: {
    incomplete: {
      en: 'Controlled {kind} "{id}" lacks {missing}; expected staff to see which version they work by and who stands behind it. Add what is missing.',
      'zh-CN': '受控{kind}“{id}”缺少{missing}，应让员工看到所依据的版本和由谁批准；请补上。',
    },
    selfApproved: {
      en: 'Role "{role}" approved what it wrote itself; expected a second pair of eyes. Name another role under "approvedBy".',
      'zh-CN': '“{role}”批准了自己编写的文件，应由另一个岗位把关；请在 approvedBy 中改写为其他岗位。',
    },
    versionForm: {
      en: 'Version "{version}" does not begin with a number; expected one such as "2.1", whose first number tells when to train again. Rewrite it.',
      'zh-CN': '版本“{version}”不以数字开头，应写成“2.1”这样，首位数字表示是否须重新培训；请改写。',
    },
    farAhead: {
      en: '"effective" is {effective}, more than a year from today, though the document counts as in force; expected the day it holds from. Correct the date, or set "status: draft".',
      'zh-CN':
        'effective 为 {effective}，距今一年以上，而该文件已按有效处理，应为实际生效的日期；请更正日期，或把 status 设为 draft。',
    },
  },
  check({ each, handbook, options, report }) {
    for (const entity of each(handbook.entities)) {
      if (!inForce(entity) || !isControlled(entity, options.kinds)) continue;
      const missing = (Object.keys(controls) as Control[]).filter((field) => !entity.data[field]);
      if (missing.length > 0 && !hasFault(handbook, entity)) {
        report({
          message: 'incomplete',
          data: {
            kind: kinds[entity.kind].label,
            id: entity.id,
            missing: wordList(missing.map((field) => controls[field])),
          },
          at: entity.at('/name'),
          subject: entity.key,
          suggest: [scaffold(entity.file, scaffoldOf(handbook, entity, missing))],
        });
      }
      const author = handbook.referenceAt(entity, entity.data.author ? '/author' : '/owner')?.target;
      const approver = handbook.referenceAt(entity, '/approvedBy')?.target;
      if (author && author === approver) {
        const place = { at: entity.at('/approvedBy'), subject: `${entity.key}/approvedBy` };
        report({ message: 'selfApproved', data: { role: approver.id }, ...place });
      }
      const { version, effective } = entity.data;
      if (effective !== undefined && effective > aYearFrom(handbook.today)) {
        report({
          message: 'farAhead',
          data: { effective },
          at: entity.at('/effective'),
          subject: `${entity.key}/effective`,
        });
      }
      if (version !== undefined && !/^v?\d/i.test(version)) {
        report({
          message: 'versionForm',
          data: { version },
          at: entity.at('/version'),
          subject: `${entity.key}/version`,
        });
      }
    }
  },
});

// helpers

/** Documents are announced before they take effect, but not years before. */
function aYearFrom(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}

/** What to add, with what is known: the author's superior may approve, and today is a day to begin on. */
function scaffoldOf(handbook: Handbook, entity: Entity, missing: readonly Control[]): string {
  const author = handbook.referenceAt(entity, entity.data.author ? '/author' : '/owner')?.target;
  const superior = author && handbook.referenceAt(author, '/reportsTo')?.target?.id;
  const values: Record<Control, string> = {
    approvedBy: superior ?? '…',
    version: '"1.0"',
    effective: handbook.today,
    reviewEvery: '365 d',
  };
  return missing.map((field) => `${field}: ${values[field]}`).join('\n');
}

/** What carries a version or an approval claims to be controlled, whatever its kind. */
function isControlled(entity: Entity, controlled: readonly Kind[]): boolean {
  const { version, effective, author, approvedBy } = entity.data;
  if (version ?? effective ?? author ?? approvedBy) return true;
  if (!controlled.includes(entity.kind)) return false;
  return entity.kind !== 'guide' || bindingGuides.has((entity as Entity<'guide'>).data.type ?? '');
}
