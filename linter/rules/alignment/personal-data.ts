import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import { hasFault } from '../../graph/file-fault.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import type { Localised } from '../../model/message.ts';
import { formatQuantity, parseDuration, toSeconds } from '../../model/quantity.ts';
import { scaffold } from '../../model/scaffold.ts';
import { wordList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

type Tool = Entity<'tool'>;
type StoredData = NonNullable<Tool['data']['stores']>[number];

interface Options {
  days: number;
}

const fieldWords = {
  purpose: { en: 'a purpose ("purpose")', 'zh-CN': '使用目的（purpose）' },
  consent: { en: 'a ground ("consent")', 'zh-CN': '处理依据（consent）' },
  keepFor: { en: 'a time after which it is deleted ("keepFor")', 'zh-CN': '保存期限（keepFor）' },
} satisfies Record<string, Localised>;

const usual = { purpose: '…', consent: 'opt-in', keepFor: '730 d' };

/** Contracts and laws set their own times. */
const ownTimes = new Set(['contract', 'legal-duty']);

const DAY = 86_400;

export default defineRule<'incomplete' | 'long' | 'undeclared', Options>({
  meta: {
    summary: {
      en: 'Require purpose, ground and a time of deletion for all that a tool keeps about customers.',
      'zh-CN': '工具保存的每项客户信息都应有目的、依据和保存期限。',
    },
    severity: 'error',
    claims: ['S3-18'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { days: { type: 'integer', minimum: 1, maximum: 36500, default: 1825 } },
    },
  },
  messages: {
    incomplete: {
      en: '"{field}" is kept without {missing}; expected all three of purpose, ground and time. Add what is missing, or stop keeping it.',
      'zh-CN': '保存“{field}”却没有{missing}，目的、依据、期限三者都应写明；请补上，或不再保存。',
    },
    long: {
      en: '"{field}" is kept for {time}; expected at most {days} days unless a contract or a law demands more. Shorten "keepFor", or name that ground.',
      'zh-CN':
        '“{field}”保存{time}，除合同或法规另有要求外不应超过 {days} 天；请缩短 keepFor，或写明该依据。',
    },
    undeclared: {
      en: 'Tool "{tool}" knows customers, but does not say what it keeps about them; expected "stores". List each piece of data with purpose, ground and time.',
      'zh-CN':
        '工具“{tool}”掌握客户信息，却没有写明保存哪些，应填写 stores；请逐项列出信息及其目的、依据和期限。',
    },
  },
  check({ handbook, options, report }) {
    for (const tool of handbook.all('tool')) {
      if (!inForce(tool)) continue;
      const stores = tool.data.stores ?? [];
      if (stores.length === 0 && tool.data.type === 'crm' && !hasFault(handbook, tool)) {
        report({
          message: 'undeclared',
          data: { tool: tool.id },
          at: tool.at('/name'),
          subject: `${tool.key}/stores`,
        });
      }
      for (const [index, stored] of stores.entries()) {
        const pointer = `/stores/${index}`;
        const field = nameOf(handbook, stored);
        const subject = `${tool.key}${stored.id ? `#${stored.id}` : pointer}`;
        const missing = (['purpose', 'consent', 'keepFor'] as const).filter((name) => !stored[name]);
        if (missing.length > 0 && !hasFaultIn(handbook, tool, pointer)) {
          const data = { field, missing: wordList(missing.map((name) => fieldWords[name])) };
          const suggest = [scaffold(tool.file, missing.map((name) => `${name}: ${usual[name]}`).join('\n'))];
          report({ message: 'incomplete', data, at: tool.at(`${pointer}/field`), subject, suggest });
        }
        const time = tooLong(stored, options.days);
        if (!time) continue;
        const at = tool.at(`${pointer}/keepFor`);
        report({
          message: 'long',
          data: { field, time, days: options.days },
          at,
          subject: `${subject}/keepFor`,
        });
      }
    }
  },
});

// helpers

function nameOf(handbook: Handbook, { id, field }: StoredData): string | Localised {
  if (field === undefined) return id ?? '';
  const words = (locale: string) => handbook.text(field, locale)?.text ?? '';
  return { en: words('en'), 'zh-CN': words('zh-CN') };
}

function tooLong({ consent = 'other', keepFor }: StoredData, days: number): Localised | undefined {
  const time = parseDuration(keepFor ?? '');
  if (!time.ok || ownTimes.has(consent) || toSeconds(time.value) <= days * DAY) return undefined;
  return { en: formatQuantity(time.value, 'en'), 'zh-CN': ` ${formatQuantity(time.value, 'zh-CN')}` };
}
