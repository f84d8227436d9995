import type { NormativeText, Sentence } from '../../graph/texts/normative-text.ts';
import type { FoundWord, WordFinder } from '../../graph/texts/word-finder.ts';
import {
  chosenWords,
  type WordChoice,
  wordChoiceSchema,
  wordsInTexts,
} from '../../graph/texts/words-in-texts.ts';
import type { Localised } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

/** Words that leave the same thing open, and what may stand in their place. */
interface Group {
  instead: Localised;
  /** Whether a number or a limit in the sentence says how much is meant. */
  bounded: boolean;
  words: readonly string[];
}

const amount: Group = {
  instead: { en: 'up to 100 CNY', 'zh-CN': '100 元以内' },
  bounded: true,
  words: [
    ...['适当', '适量', '适度', '酌情', '酌量', '酌减', '合理', '合适'],
    ...['appropriate', 'appropriately', 'suitable', 'suitably', 'reasonable', 'reasonably'],
  ],
};

const groups: readonly Group[] = [
  amount,
  {
    instead: { en: 'at least two', 'zh-CN': '至少两份' },
    bounded: true,
    words: ['足够', '充足', '充分', 'adequate', 'adequately', 'sufficient', 'sufficiently', 'ample'],
  },
  {
    instead: { en: 'settled at the first contact', 'zh-CN': '首次联系即办妥' },
    bounded: true,
    words: ['有效', '高效', 'effective', 'effectively', 'efficient', 'efficiently'],
  },
  {
    instead: { en: 'without stain or damage', 'zh-CN': '无污渍、无破损' },
    bounded: false,
    words: [
      ...['良好', '优质', '优良', '妥善', '妥当'],
      ...['properly', 'good condition', 'good order', 'good quality', 'good service', 'high-quality'],
      ...['high quality', 'satisfactory', 'satisfactorily', 'acceptable', 'acceptably'],
    ],
  },
  {
    instead: { en: 'always, but for the cases listed under Exceptions', 'zh-CN': '除例外一节所列情形外一律' },
    bounded: true,
    words: [
      ...['尽量', '尽可能', '尽最大努力', '力争', '力求', '最大限度', '最大程度'],
      ...['as far as possible', 'as much as possible', 'where possible', 'wherever possible', 'if possible'],
      ...['whenever possible', 'when possible', 'try to', 'strive to', 'strives to', 'endeavour to'],
      ...['endeavor to', 'best effort', 'best efforts', 'minimise', 'minimize', 'maximise', 'maximize'],
    ],
  },
  {
    instead: { en: 'the invoice and the identity card', 'zh-CN': '发票和身份证' },
    bounded: false,
    words: ['相关', '有关', 'relevant', 'applicable'],
  },
  {
    instead: { en: 'when the wait exceeds 10 min', 'zh-CN': '等候超过 10 分钟时' },
    bounded: true,
    words: [
      ...['必要时', '如有必要', '如有需要', '如需要', '视情况', '视情', '视需要', '适时'],
      ...['as appropriate', 'where appropriate', 'when appropriate', 'if appropriate', 'as necessary'],
      ...['where necessary', 'when necessary', 'if necessary', 'as needed', 'if needed', 'when needed'],
      ...['where needed', 'as required', 'if required', 'where required'],
    ],
  },
  {
    instead: { en: 'by 10 %', 'zh-CN': '10%' },
    bounded: true,
    words: [
      ...['显著', '大幅', '大幅度', '大大', 'significant', 'significantly', 'substantial', 'substantially'],
      ...['considerable', 'considerably', 'noticeable', 'noticeably'],
    ],
  },
];

const groupOf = new Map(groups.flatMap((group) => group.words.map((word) => [word, group])));

/** Terms, places where a word only seems to stand because two others meet, and what other rules find. */
const exceptions = [
  ...['适当性', '不适当', '舒适当', '舒适度', '舒适量', '合理化', '不合理', '合理用药', '合理便利', '不合适'],
  ...['符合理', '结合理', '配合理', '组合理', '综合理', '联合理', '场合理', '混合理', '集合理', '融合理'],
  ...['有效期', '有效性', '有效率', '有效日期', '有效时间', '有效时段', '有效证', '有效身份', '有效护照'],
  ...['有效签', '有效票', '有效凭', '有效单', '有效合同', '有效账户', '有效卡', '有效地址', '有效联系'],
  ...[
    '有效预订',
    '有效预约',
    '有效订单',
    '有效投诉',
    '有效工单',
    '有效问卷',
    '有效样本',
    '有效通话',
    '有效数',
  ],
  ...['有效成分', '有效版本', '有效文件', '有效处方', '有效医嘱', '有效的身份', '有效的证件', '有效的护照'],
  ...['有效的票', '有效的凭', '现行有效', '长期有效', '仍有效', '仍然有效', '是否有效', '内有效', '当日有效'],
  ...['当天有效', '有效果', '有效益', '有效应', '提高效', '新高效', '高效过滤', '高效空气', '高效液相'],
  ...['尽量杯', '尽可能快', '尽可能早', '优质客户', '补充分', '显著位置', '显著处', '显著标', '大幅面'],
  ...['相关性', '相关系数', '不相关', '相关联', '互相关', '相关人', '相关部门', '相关岗位', '相关负责'],
  ...['相关方', '相关单位', '相关责任', '相关同事', '相关工作人员', '相关领导', '相关员工', '相关科室'],
  ...['有关人', '有关部门', '有关岗位', '有关负责', '有关方面', '有关单位', '有关领导', '有关责任', '没有关'],
  ...['不必要时', '非必要时', '重视情', '正视情', '忽视情', '轻视情', '无视情', '漠视情', '监视情', '电视情'],
  ...['巡视情', '影视情', '适时性', '舒适时', '不适时', '大大小小', '大大方方', '所有关', '只有关', '拥有关'],
  ...[
    'effective date',
    'effective from',
    'effective on',
    'effective as of',
    'effective annual',
    'effective interest',
    'effective rate',
    'applicable law',
    'applicable laws',
    'relevant to',
    'suitable for',
  ],
  ...['applicable to', 'significant other', 'significant figures', 'reasonable adjustment'],
  ...['reasonable adjustments', 'reasonable doubt', 'sufficient funds', 'acceptable to', 'not acceptable'],
  ...['as required by', 'not try to', 'never try to', 'relevant staff'],
  ...['relevant person', 'relevant persons', 'relevant personnel', 'relevant people', 'relevant department'],
  ...['relevant departments', 'relevant team', 'relevant teams', 'relevant party', 'relevant parties'],
  ...['relevant employee', 'relevant employees', 'relevant manager', 'relevant colleague'],
  ...['appropriate person', 'appropriate staff', 'appropriate personnel', 'appropriate department'],
];

/** A list that has no end: 等 behind items, or before what they are; not 等 for waiting, nor “等三项”. */
const openList =
  /(?<=、[^，。；：、]{1,12})等(?![待候级于同价量到着他她它你我您人客顾查一二两三四五六七八九十几多各\d\s\uFFFC])|(?<![平同均相高中上下初优劣对何头久])等(?=(?:证件|资料|材料|物品|情况|情形|事项|信息|内容|问题|方式|渠道|设备|用品|费用|项目))|等等|诸如此类|包括但不限于|\betc\b\.?|\bet cetera\b|\band so (?:on|forth)\b|\band the like\b|\bincluding but not limited to\b/giu;

const openListQuick = /等|诸如|不限于|\betc?\b|\band so |\bthe like\b|\bnot limited/i;

/** A number, a share, or a limit that stands elsewhere. */
const bound =
  /\d|[%％]|[一二两三四五六七八九十百千万半]{1,8}\s*(?:分钟|小时|天|个|次|元|份|倍|成|位|件|项|级|页|句|人)|(?:授权|限额|额度|权限|目标(?:值|时限)?)(?:范围)?(?:之|以)?内|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|twice)\b|\bwithin (?:the|its|their|his|her|your|this) (?:\w+ )?(?:limit|right|target|authority)/iu;

const boundingInserts = ['Limit', 'Target', 'Metric', 'Decision'];

export default defineRule<'vague' | 'open', WordChoice>({
  meta: {
    summary: {
      en: 'Disallow words of degree that nobody can check, such as appropriate, reasonable and relevant.',
      'zh-CN': '不得使用“适当”“合理”“相关”等无从检查的程度词。',
    },
    severity: 'warning',
    claims: ['S2-13', 'S2-12'],
    fix: 'none',
    options: wordChoiceSchema(),
  },
  messages: {
    vague: {
      en: '"{word}" leaves open what is meant; expected a limit, a number, a name or what can be seen. Write it, such as "{instead}".',
      'zh-CN': '“{word}”没有说明界限，应写明限额、数字、名称或看得见的结果；请写明，例如“{instead}”。',
    },
    open: {
      en: '"{word}" leaves the list open, though the standard binds; expected every item. Name them all, or what they have in common.',
      'zh-CN': '“{word}”使清单没有尽头，而本标准为“应”，须列全；请逐项写明，或写出共同特征。',
    },
  },
  check({ each, handbook, options, report }) {
    const finder = pastEveryday(chosenWords({ words: [...groupOf.keys()], except: exceptions }, options));
    for (const { text, sentence, found } of wordsInTexts(
      handbook,
      finder,
      undefined,
      each(handbook.entities),
    )) {
      const isBounded = saysHowMuch(sentence);
      for (const word of found) {
        const group = groupOf.get(word.word) ?? amount;
        if ((group.bounded && isBounded) || isTied(sentence, word)) continue;
        report({
          message: 'vague',
          data: { word: word.written, instead: group.instead },
          at: placeOf(text, sentence, word),
          subject: text.subject,
        });
      }
    }
    const allowed = new Set(options.allow);
    const lists = { mayOccurIn: (text: string) => openListQuick.test(text), find: openListsIn };
    for (const { text, sentence, found } of wordsInTexts(
      handbook,
      lists,
      ['statement'],
      each(handbook.entities),
    )) {
      if ((text.entity.data as { level?: string }).level !== 'shall') continue;
      for (const word of found) {
        if (allowed.has(word.written)) continue;
        const at = placeOf(text, sentence, word);
        report({ message: 'open', data: { word: word.written }, at, subject: text.subject });
      }
    }
  },
});

// helpers

/** What stands in every other document and is no vague word: finding its paragraphs would cost most of the time. */
const everyday = /^effective:|有效(?:期|性|证件|身份)/gm;

function pastEveryday(finder: WordFinder): WordFinder {
  return {
    ...finder,
    mayOccurIn: (text) => finder.mayOccurIn(text) && finder.mayOccurIn(text.replace(everyday, '')),
  };
}

function placeOf(text: NormativeText, { span }: Sentence, { start, end }: FoundWord) {
  return text.at(span[0] + start, span[0] + end);
}

function saysHowMuch({ text, inserts }: Sentence): boolean {
  return inserts.some(({ name }) => boundingInserts.includes(name)) || bound.test(text.normalize('NFKC'));
}

/** “与住宿相关的” says what it is related to. */
function isTied({ text }: Sentence, { word, start }: FoundWord): boolean {
  return (word === '相关' || word === '有关') && /[与和跟同][^，。；：、]{1,16}$/.test(text.slice(0, start));
}

function openListsIn(text: string): FoundWord[] {
  return [...text.matchAll(openList)].map(({ 0: written, index }) => ({
    word: written,
    written,
    start: index,
    end: index + written.length,
  }));
}
