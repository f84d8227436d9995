import type { Entity } from '../../graph/entity.ts';
import { hasFault } from '../../graph/file-fault.ts';
import type { Localised } from '../../model/message.ts';
import { lastDayOf } from '../../model/period.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Company = Entity<'company'>;
type Investment = NonNullable<Company['data']['investments']>[number];
type Area = NonNullable<Investment['area']>;

interface Options {
  areas: Area[];
}

const areaWords: Record<Area, Localised> = {
  people: { en: 'people', 'zh-CN': '人员' },
  technology: { en: 'technology', 'zh-CN': '技术' },
  process: { en: 'processes', 'zh-CN': '流程' },
  space: { en: 'space and facilities', 'zh-CN': '场所与设施' },
  brand: { en: 'the brand', 'zh-CN': '品牌' },
  research: { en: 'research', 'zh-CN': '调研' },
  other: { en: 'other things', 'zh-CN': '其他' },
};

export default defineRule<'missing' | 'expired' | 'unfunded', Options>({
  meta: {
    summary: {
      en: 'Require money for people, technology and processes that has not run out, and for every goal.',
      'zh-CN': '人员、技术、流程应有未到期的投入，每个目标都应有资金。',
    },
    severity: 'warning',
    claims: ['S3-06', 'S4-15'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        areas: {
          type: 'array',
          items: { type: 'string', enum: Object.keys(areaWords) },
          uniqueItems: true,
          maxItems: 7,
          default: ['people', 'technology', 'process'],
        },
      },
    },
  },
  messages: {
    missing: {
      en: 'No money is set aside for {areas}; expected an investment in each. Add area, amount and period under "investments".',
      'zh-CN': '没有为{areas}安排投入，每个领域都应有一笔；请在 investments 中写明领域、金额和期间。',
    },
    expired: {
      en: 'The money for {area} ran out with {period}, and nothing follows; expected an investment that lasts until today or longer. Add the next one.',
      'zh-CN': '{area}投入到 {period} 为止，之后没有安排，应有至今仍在期内的投入；请补上下一期。',
    },
    unfunded: {
      en: 'No current investment serves {goals}; expected money behind every goal. Name the goal in an investment, or drop it.',
      'zh-CN': '没有期内的投入用于目标{goals}，每个目标都应有资金支持；请在某笔投入中写明目标，或删去目标。',
    },
  },
  check({ handbook, options, report }) {
    const { company } = handbook;
    if (!company || hasFault(handbook, company)) return;
    const investments = company.data.investments ?? [];
    const current = investments.filter((each) => !hasRunOut(each, handbook.today));
    const missing = options.areas.filter((area) => !investments.some((each) => each.area === area));
    const subject = `${company.key}/investments`;
    const at = company.has('/investments') ? company.keyAt('/investments') : company.at('/name');
    if (missing.length > 0) {
      const areas = wordList(missing.map((area) => areaWords[area]));
      report({ message: 'missing', data: { areas }, at, subject });
    }
    for (const area of options.areas) {
      if (missing.includes(area) || current.some((each) => each.area === area)) continue;
      const last = latestOf(investments, area);
      report({
        message: 'expired',
        data: { area: areaWords[area], period: String(investments[last]?.period ?? '') },
        at: company.at(`/investments/${last}/period`),
        subject: `${subject}/${area}`,
      });
    }
    const funded = new Set(
      handbook.referencesOf(company).flatMap(({ pointer, part }) => {
        const index = /^\/investments\/(\d+)\/goal$/.exec(pointer ?? '')?.[1];
        return index && part && current.includes(investments[Number(index)]!) ? [part.id] : [];
      }),
    );
    // Where nothing is current the areas have been reported already.
    const unfunded = (company.data.goals ?? []).flatMap(({ id }) => (id && !funded.has(id) ? [id] : []));
    if (current.length === 0 || unfunded.length === 0) return;
    report({ message: 'unfunded', data: { goals: quotedList(unfunded) }, at, subject: `${subject}/goals` });
  },
});

// helpers

/** A period that cannot be read is a matter of the schema. */
function hasRunOut({ period }: Investment, today: string): boolean {
  const last = lastDayOf(period ?? '');
  return last !== undefined && last < today;
}

function latestOf(investments: readonly Investment[], area: Area): number {
  let latest = -1;
  let end = '';
  for (const [index, each] of investments.entries()) {
    const last = lastDayOf(each.period ?? '') ?? '';
    if (each.area !== area || last < end) continue;
    latest = index;
    end = last;
  }
  return latest;
}
