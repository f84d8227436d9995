import { appendItem } from '../../graph/append-item.ts';
import type { Entity } from '../../graph/entity.ts';
import { byRole } from '../../graph/questions/by-role.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { leadsNowhere } from '../../graph/questions/leads-nowhere.ts';
import { allReadable } from '../../graph/readable.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule } from '../rule.ts';

type Training = Entity<'training'>;
type Role = Entity<'role'>;
type Tier = 'new' | 'senior';
type Options = Record<Tier, string[]>;

const tiers: readonly Tier[] = ['new', 'senior'];
const staff: Record<Tier, Localised> = {
  new: { en: 'new staff', 'zh-CN': '新员工' },
  senior: { en: 'senior staff', 'zh-CN': '资深员工' },
};
const topics = fieldAt('training', '/topics/*')?.values ?? [];

export default defineRule<'noTier' | 'role' | 'topics', Options>({
  meta: {
    summary: {
      en: 'Require training in tiers for every frontline role, each tier with its topics.',
      'zh-CN': '每个一线岗位的培训都应分层，新员工和资深员工各有规定主题。',
    },
    severity: 'warning',
    claims: ['S3-10', 'S5-08'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        new: topicsSchema(['product', 'norms', 'etiquette']),
        senior: topicsSchema(['complex-cases', 'emotion']),
      },
    },
  },
  messages: {
    noTier: {
      en: 'No training is for {staff}; expected one that teaches them {topics}. Write it with "tier: {tier}".',
      'zh-CN': '没有面向{staff}的培训，应有一项培训讲授{topics}；请编写，并注明“tier: {tier}”。',
    },
    role: {
      en: 'Frontline role "{role}" has no training for {staff}; expected training in tiers, from the first day to hard cases. Add the role to {trainings}.',
      'zh-CN':
        '一线岗位“{role}”没有{staff}培训，培训应分层，从入职基础到复杂情形；请把该岗位加入培训{trainings}。',
    },
    topics: {
      en: 'Training "{training}" for {staff} does not teach {topics}, nor does other training of {roles}; expected it in this tier. Add it to the topics.',
      'zh-CN':
        '面向{staff}的培训“{training}”没有讲授{topics}，岗位{roles}的其他培训也没有，这一层应讲授该主题；请加入 topics。',
    },
  },
  check({ handbook, options, report }) {
    if (!allReadable(handbook, 'training')) return;
    const trainings = handbook.all('training').filter(inForce);
    const trainingOf = byRole(handbook, 'training');
    // Who is not trained at all is a matter of people/coverage.
    const roles = [...frontlineRoles(handbook)].filter((role) => trainingOf(role).length > 0);
    if (roles.length === 0) return;
    const place = handbook.company ?? roles[0]!;
    for (const tier of tiers) {
      const ofTier = trainings.filter(({ data }) => data.tier === tier);
      if (ofTier.length === 0) {
        report({
          message: 'noTier',
          data: { staff: staff[tier], tier, topics: topicList(options[tier]) },
          at: place.at('/name'),
          subject: `${place.key}/training/${tier}`,
        });
        continue;
      }
      for (const role of roles) {
        if (trainingOf(role).some((each) => ofTier.includes(each))) continue;
        if (leadsNowhere(handbook, 'training/roles')) continue;
        report({
          message: 'role',
          data: { role: role.id, staff: staff[tier], trainings: quotedList(ofTier.map(({ id }) => id)) },
          at: role.at('/name'),
          subject: `${role.key}/${tier}`,
          suggest: ofTier.length === 1 ? adding(ofTier[0]!, '/roles', role.id) : [],
        });
      }
      for (const { training, topic, untaught } of topicGaps(tier, roles, trainingOf, options[tier])) {
        report({
          message: 'topics',
          data: {
            training: training.id,
            staff: staff[tier],
            topics: topicList([topic]),
            roles: quotedList(untaught.map(({ id }) => id)),
          },
          at: training.at(training.has('/topics') ? '/topics' : '/name'),
          subject: `${training.key}/topics/${topic}`,
          suggest: adding(training, '/topics', topic),
        });
      }
    }
  },
});

// helpers

function topicsSchema(standard: string[]) {
  const items = { type: 'string', enum: topics.map(({ value }) => value) };
  return { type: 'array', items, maxItems: topics.length, uniqueItems: true, default: standard };
}

interface TopicGap {
  training: Training;
  topic: string;
  untaught: Role[];
}

/**
 * Topics that roles are not taught in a tier, gathered by the training of that tier which should teach them:
 * one finding where it is mended, however many roles it concerns.
 */
function topicGaps(
  tier: Tier,
  roles: readonly Role[],
  trainingOf: (role: Role) => readonly Training[],
  wanted: readonly string[],
): TopicGap[] {
  const gaps = new Map<string, TopicGap>();
  for (const role of roles) {
    const own = trainingOf(role);
    const training = own.find(({ data }) => data.tier === tier);
    if (!training) continue;
    // What everybody is taught counts in both tiers.
    const counting = own.filter(({ data }) => data.tier === tier || (data.tier ?? 'all') === 'all');
    const taught = new Set<string>(counting.flatMap(({ data }) => data.topics ?? []));
    for (const topic of wanted) {
      if (taught.has(topic)) continue;
      const key = `${training.id} ${topic}`;
      const gap = gaps.get(key) ?? { training, topic, untaught: [] };
      gap.untaught.push(role);
      gaps.set(key, gap);
    }
  }
  return [...gaps.values()];
}

function adding(training: Training, list: string, item: string): Remedy[] {
  const edit = appendItem(training, list, item);
  if (!edit) return [];
  const description = {
    en: 'Add "{item}" to training "{training}".',
    'zh-CN': '把“{item}”加入培训“{training}”。',
  };
  return [{ description, data: { item, training: training.id }, edits: [edit] }];
}

/** Topics as they are to be written, in Chinese with what they mean. */
function topicList(names: readonly string[]): Localised {
  return wordList(
    names.map((name) => {
      const label = topics.find(({ value }) => value === name)?.label['zh-CN'] ?? name;
      return { en: `"${name}"`, 'zh-CN': `“${name}”（${label}）` };
    }),
  );
}
