import { allRead } from '../../graph/all-read.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { leadsNowhere } from '../../graph/questions/leads-nowhere.ts';
import {
  brokenLinks,
  type CircleLink,
  circleLinks,
  qualityCircle,
} from '../../graph/questions/quality-circle.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Localised } from '../../model/message.ts';
import { wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule } from '../rule.ts';

interface Options {
  levels: string[];
  links: CircleLink[];
}

const linkWords: Record<CircleLink, { state: Localised; remedy: Localised }> = {
  trained: {
    state: { en: 'trained', 'zh-CN': '培训' },
    remedy: { en: '"covers" of a training', 'zh-CN': '某项培训（covers）' },
  },
  inspected: {
    state: { en: 'inspected', 'zh-CN': '检查' },
    remedy: { en: '"checks" of an inspection', 'zh-CN': '某项检查（checks）' },
  },
  fedBack: {
    state: { en: 'fed back on', 'zh-CN': '反馈' },
    remedy: {
      en: '"touchpoints" of a feedback loop where it holds',
      'zh-CN': '其适用处的反馈闭环（touchpoints）',
    },
  },
  improved: {
    state: { en: 'open to improvement', 'zh-CN': '改进' },
    remedy: { en: '"improves" of a feedback loop', 'zh-CN': '反馈闭环的改进对象（improves）' },
  },
};

const levels = fieldAt('standard', '/level')?.values?.map(({ value }) => value) ?? [];

export default defineRule<'broken' | 'outside', Options>({
  meta: {
    summary: {
      en: 'Require every shall-standard to be trained, inspected, fed back on and open to improvement.',
      'zh-CN': '每项“应”级标准都应有培训、有检查、有反馈、能改进。',
    },
    severity: 'warning',
    claims: ['S4-02'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        levels: {
          type: 'array',
          items: { type: 'string', enum: levels },
          maxItems: levels.length,
          uniqueItems: true,
          default: ['shall'],
        },
        links: {
          type: 'array',
          items: { type: 'string', enum: [...circleLinks] },
          maxItems: circleLinks.length,
          uniqueItems: true,
          default: [...circleLinks],
        },
      },
    },
  },
  messages: {
    broken: {
      en: 'Standard "{standard}" is {there}, but not {missing}; expected the whole circle of training, inspection, feedback and improvement. Add it to {remedies}.',
      'zh-CN':
        '标准“{standard}”有{there}，却没有{missing}，培训、检查、反馈、改进应环环相扣；请把它加入{remedies}。',
    },
    outside: {
      en: 'Standard "{standard}" stands outside the circle: neither trained nor inspected, neither fed back on nor improved. Take it into training, inspections and feedback loops, or retire it.',
      'zh-CN':
        '标准“{standard}”游离在闭环之外：没有培训、检查，也没有反馈、改进；请纳入培训、检查和反馈闭环，或停用。',
    },
  },
  check({ each, handbook, options, report }) {
    // The link that seems to be missing may stand in the file that could not be read.
    if (!allRead(handbook)) return;
    for (const standard of each(handbook.all('standard'))) {
      if (!inForce(standard) || !options.levels.includes(standard.data.level ?? '')) continue;
      const circle = qualityCircle(handbook, standard);
      const missing = brokenLinks(circle).filter(
        (link) => options.links.includes(link) && !isAbsent(handbook, link),
      );
      if (missing.length === 0 || isToldElsewhere(missing)) continue;
      if (missing.some((link) => isUnknown(handbook, link))) continue;
      const there = circleLinks.filter((link) => circle[link].size > 0);
      const place = { at: standard.at('/name'), subject: `${standard.key}/circle` };
      if (there.length === 0) {
        report({ message: 'outside', data: { standard: standard.id }, ...place });
        continue;
      }
      report({
        message: 'broken',
        data: {
          standard: standard.id,
          there: wordList(there.map((link) => linkWords[link].state)),
          missing: eitherOf(missing.map((link) => linkWords[link].state)),
          remedies: wordList(missing.map((link) => linkWords[link].remedy)),
        },
        ...place,
        related: there.flatMap((link) =>
          [...circle[link]].slice(0, 1).map((entity) => ({
            at: entity.at('/name'),
            template: madeHere,
            data: { state: linkWords[link].state },
          })),
        ),
      });
    }
  },
});

// helpers

const madeHere: Localised = { en: 'This keeps it {state}.', 'zh-CN': '“{state}”一环在这里。' };

/** The kinds whose entries make a link. */
const madeBy: Record<CircleLink, readonly Kind[]> = {
  trained: ['training'],
  inspected: ['inspection'],
  fedBack: ['feedback-loop'],
  improved: ['feedback-loop', 'improvement', 'inspection'],
};

/** A link that no standard has is told once, by the rules for training, inspections and feedback. */
function isAbsent(handbook: Handbook, link: CircleLink): boolean {
  return !madeBy[link].some((kind) => handbook.all(kind).some(inForce));
}

/** What makes a link, or the process or service that leads to it, may be the one that a reference misses. */
function isUnknown(handbook: Handbook, link: CircleLink): boolean {
  return [...madeBy[link], 'process' as const, 'service' as const].some((kind) =>
    leadsNowhere(handbook, kind),
  );
}

/** A standard that lacks nothing but an inspection is a matter of inspection/covered. */
function isToldElsewhere(missing: readonly CircleLink[]): boolean {
  return missing.length === 1 && missing[0] === 'inspected';
}

function eitherOf(words: readonly Localised[]): Localised {
  const and = wordList(words);
  return { en: and.en.replace(/ and (?=[^,]*$)/, ' or '), 'zh-CN': and['zh-CN'] };
}
