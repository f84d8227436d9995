import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import type { NormativeText, Sentence } from '../../graph/texts/normative-text.ts';
import {
  chosenWords,
  type WordChoice,
  wordChoiceSchema,
  wordsInTexts,
} from '../../graph/texts/words-in-texts.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { formatQuantity, parseComparison } from '../../model/quantity.ts';
import { defineRule } from '../rule.ts';

const words = [
  ...[
    '尽快',
    '尽早',
    '尽速',
    '尽可能快',
    '尽可能早',
    '及早',
    '及时',
    '即时',
    '从速',
    '迅速',
    '火速',
    '马上',
    '立即',
  ],
  ...[
    '立刻',
    '即刻',
    '随即',
    '第一时间',
    '短时间内',
    '短期内',
    '稍后',
    '不久',
    '早日',
    '赶紧',
    '赶快',
    '抓紧',
    '近期',
  ],
  ...['as soon as possible', 'as soon as practicable', 'as soon as you can', 'as soon as they can', 'asap'],
  ...['as quickly as possible', 'as fast as possible', 'promptly', 'immediately', 'instantly', 'right away'],
  ...[
    'straight away',
    'straightaway',
    'at once',
    'without delay',
    'without undue delay',
    'quickly',
    'swiftly',
  ],
  ...['speedily', 'shortly', 'soon', 'forthwith', 'expeditiously', 'in due course', 'in good time', 'timely'],
  ...['in a timely manner', 'in a timely fashion', 'within a reasonable time', 'at the earliest opportunity'],
  ...['prompt reply', 'prompt response', 'prompt answer', 'prompt action', 'prompt service', 'immediate'],
];

/** Terms, and places where a word only seems to stand because two others meet. */
const exceptions = [
  ...[
    '不及时',
    '及时率',
    '及时性',
    '及时度',
    '及时雨',
    '及时间',
    '及时刻',
    '及时长',
    '及时段',
    '及时限',
    '及时效',
  ],
  ...[
    '及时尚',
    '涉及时',
    '提及时',
    '触及时',
    '波及时',
    '危及时',
    '普及时',
    '顾及时',
    '论及时',
    '谈及时',
    '遍及时',
  ],
  ...['建立即', '成立即', '设立即', '确立即', '订立即', '创立即', '独立即', '骑马上', '在马上', '不久前'],
  ...['即时通讯', '即时通信', '即时消息', '即时配送', '即时聊天', '即时零售', 'all at once', 'as soon as'],
  ...[
    'immediate supervisor',
    'immediate manager',
    'immediate superior',
    'immediate family',
    'immediate area',
  ],
  ...['immediate vicinity', 'immediate surroundings', 'sooner or later'],
];

/** Adjectives, for which an adverb of time is no replacement. */
const adjectives = /^(?:timely|immediate|prompt )/i;

const chineseTime =
  /(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百半]{1,8})\s*个?\s*(?:毫秒|秒|分钟|刻钟|小时|钟头|工作日|自然日|天|日(?!常)|周|星期|月|季度|年)|\d{1,2}[:：]\d{2}|\d{1,2}\s*点|当[日天班晚]|次日/u;

// A number in words needs a gap before its unit: “and” is no “an d”.
const englishTime =
  /(?:\d+(?:\.\d+)?[\s-]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty-five|sixty|ninety|half an?|an)[\s-]+)(?:ms|s|secs?|seconds?|min|mins|minutes?|h|hrs?|hours?|d|(?:working |business |calendar )?days?|wd|weeks?|months?|years?)\b|\b\d{1,2}\s*[ap]\.?m\b|\b(?:same|next) (?:working )?(?:day|shift)\b|\bend of the (?:day|shift)\b/iu;

const namesTarget = /目标时[限间]|目标值|规定时[限间]|\bwithin (?:the|its|this|our) (?:target|time)/iu;

/** What stands for a word of time, by how near it means; any other word means minutes. */
const atOnce =
  /^(?:马上|立即|立刻|即刻|即时|火速|immediate(?:ly)?|instantly|right away|straight ?away|at once|without delay|forthwith)$/i;
const inDays = /^(?:近期|早日|短期内|in due course|in good time)$/i;
const minute: Localised = { en: '1 min', 'zh-CN': '1 分钟' };
const minutes: Localised = { en: '10 min', 'zh-CN': '10 分钟' };
const days: Localised = { en: '3 d', 'zh-CN': '3 天' };

/** Where life is in danger no delay is acceptable, and a number would grant one. */
const danger =
  /危及生命|生命危险|抢救|急救|心脏骤停|心肺复苏|除颤|火灾|火警|起火|着火|灭火|疏散|撤离|逃生|窒息|噎住|昏迷|大出血|溺水|触电|燃气泄漏|煤气泄漏|过敏性休克|拨打\s*1(?:10|19|20)|\b(?:life[- ]threatening|danger to life|risk to life|emergenc(?:y|ies)|cardiac arrest|resuscitat\w*|defibrillat\w*|(?:on|a|the|of) fire|fire alarm|evacuat\w*|chok(?:es|ing)|unconscious|drown\w*|gas leak|anaphyla\w*|ambulance)\b/iu;

export default defineRule<'vague' | 'target' | 'insert', WordChoice>({
  meta: {
    summary: {
      en: 'Require a time that can be measured where a text says soon, promptly or immediately.',
      'zh-CN': '写“尽快”“及时”“立即”之处应给出可测量的时间。',
    },
    severity: 'warning',
    claims: ['S2-13', 'S2-24', 'S5-10'],
    fix: 'suggestion',
    options: wordChoiceSchema(),
  },
  messages: {
    vague: {
      en: '"{word}" cannot be measured; expected a number with a unit of time in the same sentence. Write it, such as "within {time}".',
      'zh-CN': '“{word}”无法测量，同一句中应有数字和时间单位；请写明，例如“{time}内”。',
    },
    target: {
      en: '"{word}" cannot be measured, though the target is {time}; expected the text to speak of the target. Write "within the target" instead.',
      'zh-CN': '“{word}”无法测量，而目标已定为 {time}，文字应指明目标；请改写为“在目标时限内”。',
    },
    insert: {
      en: '"{word}" cannot be measured; expected a number with a unit of time in the same sentence. Insert the target: {insert}.',
      'zh-CN': '“{word}”无法测量，同一句中应有数字和时间单位；请插入目标：{insert}。',
    },
  },
  check({ each, handbook, options, report }) {
    const finder = chosenWords({ words, except: exceptions }, options);
    for (const { text, sentence, found } of wordsInTexts(
      handbook,
      finder,
      undefined,
      each(handbook.entities),
    )) {
      const target = targetOf(handbook, text);
      if (namesTime(sentence, target) || danger.test(sentence.text)) continue;
      for (const { written, start, end } of found) {
        const place = text.at(sentence.span[0] + start, sentence.span[0] + end);
        report({
          message: !target ? 'vague' : text.role === 'instruction' ? 'insert' : 'target',
          data: { word: written, ...(target ?? { time: exampleTime(written) }) },
          at: place,
          subject: text.subject,
          suggest: [remedy(written, text.role, target, place)],
        });
      }
    }
  },
});

// helpers

/** A target that gives the time in question: of the standard itself, or the only one a step or SOP refers to. */
type Target = { time: Localised; insert: string };

function targetOf(handbook: Handbook, { entity, role, pointer = '' }: NormativeText): Target | undefined {
  const targets = standardsOf(handbook, entity, role, pointer).flatMap((standard) => {
    const parsed = parseComparison(standard.data.target ?? '');
    if (!parsed.ok || parsed.value.value.kind !== 'duration') return [];
    const { value } = parsed.value;
    const time = { en: formatQuantity(value, 'en'), 'zh-CN': formatQuantity(value, 'zh-CN') };
    return [{ time, insert: `<Target of="standard:${standard.id}" />` }];
  });
  return targets.length === 1 ? targets[0] : undefined;
}

function standardsOf(handbook: Handbook, entity: Entity, role: NormativeText['role'], pointer: string) {
  if (role === 'statement') return [entity as Entity<'standard'>];
  const field = role === 'step' ? `${pointer.split('/').slice(0, 3).join('/')}/standard` : '/standards';
  return targetsOf(handbook, entity, field, 'standard');
}

function namesTime({ text, inserts }: Sentence, target: Target | undefined): boolean {
  if (inserts.some(({ name }) => name === 'Target' || name === 'Limit')) return true;
  const narrow = text.normalize('NFKC');
  return (
    chineseTime.test(narrow) || englishTime.test(narrow) || (target !== undefined && namesTarget.test(narrow))
  );
}

function exampleTime(word: string): Localised {
  return atOnce.test(word) ? minute : inDays.test(word) ? days : minutes;
}

function remedy(
  word: string,
  role: NormativeText['role'],
  target: Target | undefined,
  { file, span: [start, end] }: { file: string; span: readonly [number, number] },
): Remedy {
  const chinese = /\p{Script=Han}/u.test(word);
  if (target && role === 'instruction') {
    const text = chinese ? `（${target.insert}）` : ` (${target.insert})`;
    return {
      description: { en: 'Insert {insert} after "{word}".', 'zh-CN': '在“{word}”后插入 {insert}。' },
      data: { word, insert: target.insert },
      edits: [{ file, start: end, end, text }],
    };
  }
  const time = exampleTime(word)[chinese ? 'zh-CN' : 'en'];
  const inTarget = chinese ? '在目标时限内' : 'within the target';
  const text = target ? inTarget : chinese ? `${time}内` : `within ${time}`;
  return {
    description: { en: 'Write "{text}" instead of "{word}".', 'zh-CN': '把“{word}”改为“{text}”。' },
    data: { word, text },
    ...(adjectives.test(word) ? {} : { edits: [{ file, start, end, text }] }),
  };
}
