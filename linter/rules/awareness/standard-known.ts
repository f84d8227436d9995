import type { Entity } from '../../graph/entity.ts';
import { question } from '../../graph/question.ts';
import { byRole } from '../../graph/questions/by-role.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { leadsNowhere } from '../../graph/questions/leads-nowhere.ts';
import { rolesBound } from '../../graph/questions/roles-bound.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { allReadable } from '../../graph/readable.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Standard = Entity<'standard'>;
type Training = Entity<'training'>;
type MessageId = 'stages' | 'untaught' | 'roles';
interface Options {
  stages: string[];
}
type Context = RuleContext<MessageId, Options>;

const stages = fieldAt('standard', '/stage')?.values ?? [];

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require each standard to be taught to the roles it binds, and standards for reception, problems and feedback.',
      'zh-CN': '每项标准都应教给受其约束的岗位，接待、问题处理和反馈都应有标准。',
    },
    severity: 'warning',
    claims: ['S5-09', 'S5-10'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        stages: {
          type: 'array',
          items: { type: 'string', enum: stages.map(({ value }) => value) },
          maxItems: stages.length,
          uniqueItems: true,
          default: ['reception', 'problem', 'feedback'],
        },
      },
    },
  },
  messages: {
    stages: {
      en: 'No standard governs {stages}; expected standards from the first contact to feedback. Write one, or state the "stage" of one there is.',
      'zh-CN': '{stages}没有标准，从接待到反馈都应有标准；请编写，或在已有标准中写明“stage”。',
    },
    untaught: {
      en: 'No training covers standard "{standard}"; expected {roles} to be taught it. Add "standard:{standard}" to what their training covers.',
      'zh-CN':
        '没有培训涵盖标准“{standard}”，应教给岗位{roles}；请把“standard:{standard}”加入其培训的 covers。',
    },
    roles: {
      en: 'Standard "{standard}" binds {roles}, whose training does not cover it; expected everyone bound by it to know it. Add the roles to {trainings}, or the standard to their training.',
      'zh-CN':
        '标准“{standard}”约束岗位{roles}，但其培训没有涵盖该标准，受约束的人都应知道标准；请把岗位加入培训{trainings}，或在其培训中加上该标准。',
    },
  },
  check(context) {
    const { handbook } = context;
    const standards = handbook.all('standard').filter(inForce);
    if (standards.length === 0) return;
    if (allReadable(handbook, 'standard')) checkStages(context, standards);
    // Without any training, people/coverage says it once.
    if (handbook.all('training').some(inForce) && allReadable(handbook, 'training'))
      checkTaught(context, standards);
  },
});

// helpers

function checkStages({ handbook, options, report }: Context, standards: readonly Standard[]): void {
  const governed = new Set<string | undefined>(standards.map(({ data }) => data.stage));
  const missing = stages.filter(({ value }) => options.stages.includes(value) && !governed.has(value));
  const place = handbook.company ?? standards[0]!;
  if (missing.length === 0) return;
  report({
    message: 'stages',
    data: { stages: wordList(missing.map(({ label }) => label)) },
    at: place.at('/name'),
    subject: `${place.key}/stages`,
  });
}

function checkTaught({ handbook, each: eachOf, report }: Context, standards: readonly Standard[]): void {
  const trainingOf = byRole(handbook, 'training');
  for (const standard of eachOf(standards)) {
    // What people may do or leave need not be drilled.
    if (standard.data.level === 'may') continue;
    const trainings = trainingsByStandard(handbook).get(standard) ?? new Set<Training>();
    const untaught = [...rolesBound(handbook)(standard).roles].filter(
      // Who is not trained at all is a matter of people/coverage.
      (role) => trainingOf(role).length > 0 && !trainingOf(role).some((each) => trainings.has(each)),
    );
    if (untaught.length === 0 || leadsNowhere(handbook, 'training/roles')) continue;
    if (leadsNowhere(handbook, 'training/covers')) continue;
    report({
      message: trainings.size === 0 ? 'untaught' : 'roles',
      data: {
        standard: standard.id,
        roles: quotedList(untaught.map(({ id }) => id)),
        trainings: quotedList([...trainings].map(({ id }) => id)),
      },
      at: standard.at('/name'),
      subject: standard.key,
    });
  }
}

/** The trainings in force that teach each standard: by covering it, or an SOP that cites it. */
const trainingsByStandard = question(
  'trainings-by-standard',
  (handbook): ReadonlyMap<Standard, Set<Training>> => {
    const found = new Map<Standard, Set<Training>>();
    for (const training of handbook.all('training')) {
      if (!inForce(training)) continue;
      const cited = targetsOf(handbook, training, '/covers', 'sop').flatMap((sop) =>
        targetsOf(handbook, sop, '/standards', 'standard'),
      );
      for (const standard of [...targetsOf(handbook, training, '/covers', 'standard'), ...cited]) {
        const set = found.get(standard);
        if (set) set.add(training);
        else found.set(standard, new Set([training]));
      }
    }
    return found;
  },
);
