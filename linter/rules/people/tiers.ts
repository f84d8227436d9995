import { appendItem } from '../../graph/append-item.ts';
import { byRole } from '../../graph/by-role.ts';
import type { Entity } from '../../graph/entity.ts';
import { frontlineRoles } from '../../graph/frontline-roles.ts';
import { inForce } from '../../graph/in-force.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule } from '../rule.ts';

type Training = Entity<'training'>;
type Tier = 'new' | 'senior';
type Options = Record<Tier, string[]>;

const tiers: readonly Tier[] = ['new', 'senior'];
const staff: Record<Tier, Localised> = {
  new: { en: 'new staff', 'zh-CN': '新员工' },
  senior: { en: 'senior staff', 'zh-CN': '资深员工' },
};
const topics = fieldAt('training', '/topics/*')?.values ?? [];

export default defineRule<'noTier' | 'role', Options>({
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
      en: 'Frontline role "{role}" lacks {missing}; expected training in tiers, from the first day to hard cases. Add the role to such a training, or the topics to its training.',
      'zh-CN':
        '一线岗位“{role}”缺少{missing}，培训应分层，从入职基础到复杂情形；请把该岗位加入相应培训，或在其培训中补上主题。',
    },
  },
  check({ handbook, options, report }) {
    const trainings = handbook.all('training').filter(inForce);
    const trainingOf = byRole(handbook, 'training');
    // Who is not trained at all is a matter of people/coverage.
    const roles = [...frontlineRoles(handbook)].filter((role) => trainingOf(role).length > 0);
    if (roles.length === 0) return;
    const used = tiers.filter((tier) => trainings.some(({ data }) => data.tier === tier));
    for (const tier of tiers) {
      if (used.includes(tier)) continue;
      const place = handbook.company ?? roles[0]!;
      report({
        message: 'noTier',
        data: { staff: staff[tier], tier, topics: topicList(options[tier]) },
        at: place.at('/name'),
        subject: `${place.key}/training/${tier}`,
      });
    }
    for (const role of roles) {
      const own = trainingOf(role);
      const gaps = used.flatMap((tier) => gapIn(tier, own, options[tier]) ?? []);
      if (gaps.length === 0) continue;
      report({
        message: 'role',
        data: { role: role.id, missing: wordList(gaps.map(gapWords)) },
        at: role.at('/name'),
        subject: role.key,
        suggest: gaps.length === 1 ? remedies(gaps[0]!, role, own, trainings) : [],
      });
    }
  },
});

// helpers

function topicsSchema(standard: string[]) {
  const items = { type: 'string', enum: topics.map(({ value }) => value) };
  return { type: 'array', items, maxItems: topics.length, uniqueItems: true, default: standard };
}

/** What a role's training lacks in one tier: the tier itself, where no topics are named, or some topics. */
interface Gap {
  tier: Tier;
  topics: readonly string[];
}

function gapIn(tier: Tier, own: readonly Training[], wanted: readonly string[]): Gap | undefined {
  if (!own.some(({ data }) => data.tier === tier)) return { tier, topics: [] };
  const taught = new Set<string>();
  for (const { data } of own) {
    // What everybody is taught counts in both tiers.
    if (data.tier !== tier && (data.tier ?? 'all') !== 'all') continue;
    for (const each of data.topics ?? []) taught.add(each);
  }
  const absent = wanted.filter((topic) => !taught.has(topic));
  return absent.length > 0 ? { tier, topics: absent } : undefined;
}

function gapWords({ tier, topics: absent }: Gap): Localised {
  const { en, 'zh-CN': zh } = staff[tier];
  if (absent.length === 0) return { en: `training for ${en}`, 'zh-CN': `${zh}培训` };
  const list = topicList(absent);
  return {
    en: `${absent.length === 1 ? 'topic' : 'topics'} ${list.en} for ${en}`,
    'zh-CN': `${zh}的${list['zh-CN']}主题`,
  };
}

function remedies(
  { tier, topics: absent }: Gap,
  role: Entity<'role'>,
  own: readonly Training[],
  trainings: readonly Training[],
): Remedy[] {
  const training = (absent.length === 0 ? trainings : own).find(({ data }) => data.tier === tier);
  const item = absent[0] ?? role.id;
  const edit = training && absent.length < 2 && appendItem(training, absent[0] ? '/topics' : '/roles', item);
  if (!training || !edit) return [];
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
