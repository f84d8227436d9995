import type { Sentence } from '../../graph/texts/normative-text.ts';
import {
  chosenWords,
  type WordChoice,
  wordChoiceSchema,
  wordsInTexts,
} from '../../graph/texts/words-in-texts.ts';
import type { Location, Remedy } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

/** Words that promise about as much, and a period that may stand in their place. */
const groups: readonly { instead: Localised; words: readonly string[] }[] = [
  {
    instead: { en: 'every month', 'zh-CN': '每月' },
    words: [
      ...['定期', '周期性', '周期性地', '每隔一段时间', '隔一段时间'],
      ...['regularly', 'on a regular basis', 'at regular intervals', 'at intervals', 'periodically'],
      ...['periodic', 'regular review', 'regular reviews', 'regular training', 'regular check'],
      ...['regular checks', 'regular inspection', 'regular inspections', 'regular meeting'],
      ...['regular meetings', 'regular maintenance', 'regular cleaning', 'regular update'],
      ...['regular updates', 'regular feedback', 'routinely', 'on an ongoing basis', 'every so often'],
    ],
  },
  {
    instead: { en: 'every day', 'zh-CN': '每天' },
    words: [
      ...['经常', '经常性', '经常性地', '时常', '常常', '频繁', '勤于'],
      ...['often', 'frequently', 'frequent', 'repeatedly'],
    ],
  },
  {
    instead: { en: 'every quarter', 'zh-CN': '每季度' },
    words: ['不断', '不断地', '时不时', '不时', '不时地', 'continually', 'constantly'],
  },
  {
    instead: { en: 'at least once a quarter', 'zh-CN': '每季度至少一次' },
    words: [
      ...['不定期', '不定时', '偶尔', '间或'],
      ...['occasionally', 'from time to time', 'now and then', 'at irregular intervals', 'sporadically'],
    ],
  },
];

const insteadOf = new Map(groups.flatMap(({ instead, words }) => words.map((word) => [word, instead])));

/** Terms, and places where a word only seems to stand because two others meet. */
const exceptions = [
  ...['定期存款', '定期存单', '定期储蓄', '定期账户', '定期利率', '定期保险', '定期寿险', '定期一本通'],
  ...['定期理财', '整存整取定期', '固定期', '约定期', '规定期', '指定期', '限定期', '商定期', '法定期'],
  ...['设定期', '给定期', '确定期', '既定期', '预定期', '协定期', '决定期', '鉴定期', '稳定期', '评定期'],
  ...['判定期', '待定期', '认定期', '特定期', '选定期', '核定期', '测定期', '暂定期', '拟定期', '额定期'],
  ...['经常项', '经常账', '已经常', '曾经常', '时常温', '及时常', '小时常', '随时常', '同时常', '平时常'],
  ...['不断电', '不断网', '不断水', '不断档', '不断货', '不断线', '不断供', '不断联', '源源不断'],
  ...['不时之需', '在不时', '答不时', '到不时', '不时髦', '不时兴', '不时尚', '不定期限', '常常规'],
  ...['how often', 'as often as', 'more often than', 'too often', 'so often', 'often enough', 'most often'],
  ...['less often', 'frequently asked', 'frequent flyer', 'frequent flyers', 'frequent guest'],
  ...['frequent guests', 'frequent customer', 'frequent customers', 'most frequent', 'most frequently'],
  ...['least frequent', 'more frequent', 'less frequent', 'less frequently', 'constantly available'],
];

/** Words that are no adverbs: a period does not simply take their place. */
const adjectives = /^(?:periodic|frequent|regular |经常性$|周期性$|频繁$|勤于$)/i;

const chinesePeriod =
  /每(?:隔|逢)?\s*(?:个)?\s*(?:[\d一二两三四五六七八九十半]{1,8}\s*个?\s*)?(?:秒|分钟|刻钟|小时|天|日|晚|早|晨|周|星期|旬|月|季|年|班|次|单|笔|轮|餐|场|届|节假日|工作日|回)|逐(?:日|周|月|季|年|班|次)|(?:日|周|月|季|年)均|[\d一二两三四五六七八九十半]{1,8}\s*个?\s*(?:分钟|小时|天|日|周|星期|月|季度|年)(?:内|至少)?[^，。；]{0,6}[一二两三四五六七八九十\d]{1,8}\s*次|按(?:日|周|月|季度?|年)|班前|班后|交接班时/u;

const englishPeriod =
  /\b(?:every|each|per|(?:once|twice|times) an?)\s+(?:other\s+|second\s+|\w+\s+|\d+\s+)?(?:minutes?|mins?|hours?|h|days?|d|nights?|mornings?|evenings?|shifts?|weeks?|fortnight|months?|quarters?|years?|visit|call|case|order|meal)\b|\b(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|annually|yearly)\b|\bevery\s+\d+\s*\w+/iu;

const periodInserts = ['Target', 'Metric'];

export default defineRule<'vague', WordChoice>({
  meta: {
    summary: {
      en: 'Require a period where a text says regularly, often or from time to time.',
      'zh-CN': '写“定期”“经常”“不断”之处应给出周期。',
    },
    severity: 'warning',
    claims: ['S5-11', 'S5-15'],
    fix: 'suggestion',
    options: wordChoiceSchema(),
  },
  messages: {
    vague: {
      en: '"{word}" names no period; expected how often in the same sentence. Write it, such as "{instead}".',
      'zh-CN': '“{word}”没有写明周期，同一句中应有多久一次；请写明，例如“{instead}”。',
    },
  },
  check({ each, handbook, options, report }) {
    const finder = chosenWords({ words: [...insteadOf.keys()], except: exceptions }, options);
    for (const { text, sentence, found } of wordsInTexts(
      handbook,
      finder,
      undefined,
      each(handbook.entities),
    )) {
      if (namesPeriod(sentence)) continue;
      for (const { word, written, start, end } of found) {
        const instead = insteadOf.get(word) ?? groups[0]!.instead;
        const at = text.at(sentence.span[0] + start, sentence.span[0] + end);
        report({
          message: 'vague',
          data: { word: written, instead },
          at,
          subject: text.subject,
          suggest: [remedy(written, instead, at)],
        });
      }
    }
  },
});

// helpers

function namesPeriod({ text, inserts }: Sentence): boolean {
  if (inserts.some(({ name }) => periodInserts.includes(name))) return true;
  const narrow = text.normalize('NFKC');
  return chinesePeriod.test(narrow) || englishPeriod.test(narrow);
}

function remedy(word: string, instead: Localised, { file, span: [start, end] }: Location): Remedy {
  const text = /\p{Script=Han}/u.test(word) ? instead['zh-CN'] : instead.en;
  return {
    description: { en: 'Write "{text}" instead of "{word}".', 'zh-CN': '把“{word}”改为“{text}”。' },
    data: { word, text },
    ...(adjectives.test(word) ? {} : { edits: [{ file, start, end, text }] }),
  };
}
