import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { allReadable } from '../../graph/readable.ts';
import type { Localised } from '../../model/message.ts';
import { formatQuantity, parseRatio, type Ratio } from '../../model/quantity.ts';
import { wordList } from '../../model/word-list.ts';
import { fieldAt } from '../../schema/fields.ts';
import { defineRule } from '../rule.ts';

type Loop = Entity<'feedback-loop'>;
type Side = 'online' | 'offline' | 'latent';
interface Options {
  latent: string[];
  share: string;
  least: number;
}

const methods = fieldAt('feedback-loop', '/method')?.values ?? [];

/** Methods that leave no doubt; all others may be either, unless `channel` says. */
const channelOfMethod: Readonly<Record<string, 'online' | 'offline'>> = {
  community: 'online',
  ticket: 'online',
  review: 'online',
  'social-listening': 'online',
  analytics: 'online',
  'mystery-shopper': 'offline',
  'focus-group': 'offline',
  interview: 'offline',
  observation: 'offline',
};

const sideWords: Record<Side, Localised> = {
  online: { en: 'an online one (community, tickets, reviews)', 'zh-CN': '线上方式（社群、工单、评价）' },
  offline: {
    en: 'an offline one (mystery shoppers, talks face to face)',
    'zh-CN': '线下方式（神秘顾客、面对面座谈）',
  },
  latent: {
    en: 'one for needs that nobody voices (focus groups, interviews, observation)',
    'zh-CN': '挖掘隐性需求的方式（焦点小组、访谈、观察）',
  },
};

export default defineRule<'missing' | 'share', Options>({
  meta: {
    summary: {
      en: 'Require feedback from online and offline sources, and from methods that bring out hidden needs.',
      'zh-CN': '反馈应兼有线上和线下来源，并有挖掘隐性需求的方式。',
    },
    severity: 'warning',
    claims: ['S3-25'],
    fix: 'none',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        latent: {
          type: 'array',
          items: { type: 'string', enum: methods.map(({ value }) => value) },
          maxItems: methods.length,
          uniqueItems: true,
          default: [
            'focus-group',
            'interview',
            'observation',
            'advisory-board',
            'co-creation',
            'mystery-shopper',
          ],
        },
        share: { type: 'string', maxLength: 20, default: '80 %' },
        least: { type: 'integer', minimum: 2, maximum: 100, default: 3 },
      },
    },
  },
  messages: {
    missing: {
      en: 'Customers are heard by {methods} alone; expected {missing} as well. Add a feedback loop.',
      'zh-CN': '倾听客户只靠{methods}，还应有{missing}；请增加反馈闭环。',
    },
    share: {
      en: '{count} of {total} feedback loops use one method ({method}); expected at most {share}. Hear customers in another way too.',
      'zh-CN':
        '{total} 个反馈闭环中有 {count} 个用同一种方式（{method}），占比应不超过 {share}；请增加其他方式。',
    },
  },
  check({ handbook, options, report }) {
    const loops = handbook.all('feedback-loop').filter(inForce);
    const [first] = loops;
    if (!first || !allReadable(handbook, 'feedback-loop')) return;
    const { company } = handbook;
    const at = company?.sound ? company.at('/name') : first.at('/name');
    const subject = `${company?.key ?? 'company:company'}/feedback`;
    const missing = (['online', 'offline', 'latent'] as const).filter(
      (side) => !loops.some((loop) => isOn(loop, side, options.latent)),
    );
    if (missing.length > 0) {
      const used = [...new Set(loops.map(({ data }) => data.method ?? 'other'))];
      const data = {
        methods: wordList(used.map(labelOf)),
        missing: wordList(missing.map((side) => sideWords[side])),
      };
      report({ message: 'missing', data, at, subject });
    }
    checkShare(handbook, loops, options, (data) => report({ message: 'share', data, at, subject }));
  },
});

// helpers

function isOn({ data }: Loop, side: Side, latent: readonly string[]): boolean {
  const method = data.method ?? 'other';
  if (side === 'latent') return latent.includes(method);
  const channel = data.channel ?? channelOfMethod[method] ?? 'both';
  return channel === side || channel === 'both';
}

function checkShare(
  handbook: Handbook,
  loops: readonly Loop[],
  options: Options,
  report: (data: Record<string, number | string | Localised>) => void,
): void {
  const most = shareOf(handbook, options.share);
  if (!most || loops.length < options.least) return;
  const counts = new Map<string, number>();
  for (const { data } of loops)
    counts.set(data.method ?? 'other', (counts.get(data.method ?? 'other') ?? 0) + 1);
  const [method, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  if ((count / loops.length) * 100 <= Number(most.number)) return;
  const share = { en: formatQuantity(most, 'en'), 'zh-CN': formatQuantity(most, 'zh-CN') };
  report({ count, total: loops.length, method: labelOf(method), share });
}

/** The company's own limit goes before the rule's. */
function shareOf({ company }: Handbook, setting: string): Ratio | undefined {
  for (const written of [company?.data.limits?.methodShare, setting]) {
    const parsed = parseRatio(written ?? '');
    if (parsed.ok && parsed.value.unit === '%') return parsed.value;
  }
  return undefined;
}

function labelOf(method: string): Localised {
  return methods.find(({ value }) => value === method)?.label ?? { en: method, 'zh-CN': method };
}
