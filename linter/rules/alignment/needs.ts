import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import { hasFault } from '../../graph/file-fault.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { addDuration, daysBetween } from '../../model/date.ts';
import type { Localised } from '../../model/message.ts';
import { type Duration, formatQuantity, parseDuration } from '../../model/quantity.ts';
import { scaffold } from '../../model/scaffold.ts';
import { wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Service = Entity<'service'>;
type Need = NonNullable<Service['data']['needs']>[number];

interface Options {
  days: number;
}

const fieldWords = {
  source: { en: 'a source', 'zh-CN': '来源' },
  date: { en: 'a date', 'zh-CN': '日期' },
  process: { en: 'a process that meets it', 'zh-CN': '满足该需求的流程' },
} satisfies Record<string, Localised>;

export default defineRule<'none' | 'incomplete' | 'old' | 'future', Options>({
  meta: {
    summary: {
      en: 'Require every service to state what customers need, from a source that is not too old.',
      'zh-CN': '每项服务都应写明客户需要什么，并有不太久以前的依据。',
    },
    severity: 'warning',
    claims: ['S1-06', 'S4-12', 'S4-28'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { days: { type: 'integer', minimum: 30, maximum: 3650, default: 730 } },
    },
  },
  messages: {
    none: {
      en: 'Service "{service}" states no needs; expected at least one that customers have told you. Ask, and write "needs" with text, source and date.',
      'zh-CN':
        '服务“{service}”没有写明客户需求，应至少有一项来自客户的需求；请先调研，再填写 needs 的内容、来源和日期。',
    },
    incomplete: {
      en: 'The need "{need}" lacks {missing}; expected to know how it is known, since when, and what answers it. Add what is missing.',
      'zh-CN': '需求“{need}”缺少{missing}，应写明依据从何而来、何时得知、由什么来满足；请补上。',
    },
    old: {
      en: 'The evidence for "{need}" is {age} days old; expected at most {limit}. Ask again, and write down what customers say now.',
      'zh-CN': '需求“{need}”的依据已有 {age} 天，不应超过{limit}；请重新调研，写下客户现在的说法。',
    },
    future: {
      en: 'The need "{need}" is dated {date}, after today; expected the day on which it was learnt. Correct the date.',
      'zh-CN': '需求“{need}”的日期 {date} 晚于今天，应为得知该需求的日期；请改正日期。',
    },
  },
  check({ handbook, options, report }) {
    const oldest = oldestAge(handbook, options.days);
    for (const service of handbook.all('service')) {
      if (!inForce(service)) continue;
      const needs = service.data.needs ?? [];
      if (needs.length === 0 && !hasFault(handbook, service)) {
        const at = service.has('/needs') ? service.keyAt('/needs') : service.at('/name');
        const lines = `needs:\n  - { text: …, source: …, date: ${handbook.today}, process: … }`;
        const suggest = [scaffold(service.file, lines)];
        report({
          message: 'none',
          data: { service: service.id },
          at,
          subject: `${service.key}/needs`,
          suggest,
        });
      }
      for (const [index, need] of needs.entries()) {
        const pointer = `/needs/${index}`;
        const subject = `${service.key}${need.id ? `#${need.id}` : pointer}`;
        const name = nameOf(handbook, need);
        const missing = (['source', 'date', 'process'] as const).filter((field) => !need[field]);
        if (missing.length > 0 && !hasFaultIn(handbook, service, pointer)) {
          const data = { need: name, missing: wordList(missing.map((field) => fieldWords[field])) };
          const at = service.at(`${pointer}/${need.id ? 'id' : 'text'}`);
          report({ message: 'incomplete', data, at, subject });
        }
        if (!need.date) continue;
        const place = { at: service.at(`${pointer}/date`), subject: `${subject}/date` };
        const age = daysBetween(need.date, handbook.today);
        if (age < 0) report({ message: 'future', data: { need: name, date: need.date }, ...place });
        else if (isOlder(need.date, oldest, handbook.today)) {
          const limit = { en: formatQuantity(oldest, 'en'), 'zh-CN': ` ${formatQuantity(oldest, 'zh-CN')}` };
          report({ message: 'old', data: { need: name, age, limit }, ...place });
        }
      }
    }
  },
});

// helpers

/** The company's own limit goes before the rule's. */
function oldestAge({ company }: Handbook, days: number): Duration {
  const stated = parseDuration(company?.data.limits?.needAge ?? '');
  return stated.ok ? stated.value : { kind: 'duration', number: String(days), unit: 'd' };
}

function isOlder(date: string, oldest: Duration, today: string): boolean {
  const until = addDuration(date, oldest);
  return until !== undefined && until < today;
}

function nameOf(handbook: Handbook, need: Need): string | Localised {
  if (need.id) return need.id;
  const words = (locale: string) => shorten(handbook.text(need.text, locale)?.text ?? '');
  return { en: words('en'), 'zh-CN': words('zh-CN') };
}

function shorten(text: string): string {
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
