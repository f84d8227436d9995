import type { NormativeText } from '../../graph/texts/normative-text.ts';
import type { FoundWord } from '../../graph/texts/word-finder.ts';
import { wordFinder } from '../../graph/texts/word-finder.ts';
import { type SentenceWithWords, wordsInTexts } from '../../graph/texts/words-in-texts.ts';
import type { Location, Remedy } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

type Strength = 'shall' | 'should' | 'may';

interface Modal {
  strength: Strength;
  negative: boolean;
  /** False for words that say as much as another and are not to be used for it. */
  proper: boolean;
}

/** The verbal forms of GB/T 1.1-2020 and the ISO/IEC Directives, Part 2. */
const modals = new Map<string, Modal>([
  ...forms('shall', false, ['应', '应当', '应该', '须', 'shall']),
  ...forms('shall', true, ['不应', '不应当', '不应该', '不得', '不准', '不许', '禁止', '严禁']),
  ...forms('shall', true, ['shall not']),
  ...forms('should', false, ['宜', 'should', 'ought to']),
  ...forms('should', true, ['不宜', 'should not', 'shouldn’t', "shouldn't", 'ought not to']),
  ...forms('may', false, ['可', '可以', 'may']),
  ...forms('may', true, ['不必', '无须', '毋须', '无需', 'need not']),
  ...forms('shall', false, ['必须', '务必', '务须', 'must'], false),
  ...forms('shall', true, ['不可', '不可以', '切不可', '切勿'], false),
  ...forms('shall', true, ['must not', 'mustn’t', "mustn't", 'may not'], false),
]);

/** What the words look like in each strength, said of something to be done and of something not to be. */
const wording: Record<Strength, Record<'positive' | 'negative', Localised>> = {
  shall: { positive: { en: 'shall', 'zh-CN': '应' }, negative: { en: 'shall not', 'zh-CN': '不应' } },
  should: { positive: { en: 'should', 'zh-CN': '宜' }, negative: { en: 'should not', 'zh-CN': '不宜' } },
  may: { positive: { en: 'may', 'zh-CN': '可' }, negative: { en: 'need not', 'zh-CN': '不必' } },
};

const names: Record<Strength, Localised> = {
  shall: { en: 'a requirement', 'zh-CN': '要求' },
  should: { en: 'a recommendation', 'zh-CN': '推荐' },
  may: { en: 'a permission', 'zh-CN': '允许' },
};

/** Longer words that hold one of the modal ones. */
const exceptions = [
  ...['响应', '应急', '应用', '相应', '反应', '供应', '适应', '对应', '应答', '应对', '应聘', '应付', '应收'],
  ...['应酬', '效应', '回应', '应邀', '应届', '应季', '应试', '应诉', '应变', '感应', '应允', '答应', '呼应'],
  ...['照应', '接应', '顺应', '必应', '应有的', '应得', '应缴', '应纳', '应税', '应知应会', '应到', '应援'],
  ...['应客人要求', '应客户要求', '应顾客要求', '应宾客要求', '应患者要求', '应客人的要求', '应客户的要求'],
  ...['应顾客的要求', '应患者的要求', '应时', '应接', '应声', '应运', '应景', '策应', '应激', '报应'],
  ...['须知', '胡须', '触须', '须臾', '必须品', '适宜', '便宜', '事宜', '权宜', '相宜', '合宜', '时宜'],
  ...['宜人', '宜居', '制宜', '机宜', '宜宾', '宜昌', '宜家', '宜兴', '宜春', '可能', '认可', '许可', '可靠'],
  ...['可用', '可见', '可口', '可视', '可读', '可售', '可选', '可查', '可控', '可行', '可持续', '可追溯'],
  ...['可测', '可量化', '可衡量', '可乐', '可观', '可怜', '可爱', '可惜', '可否', '方可', '即可', '才可'],
  ...[
    '宁可',
    '尚可',
    '无可',
    '可回收',
    '可重复',
    '可编辑',
    '可疑',
    '可降解',
    '可折叠',
    '可燃',
    '可信',
    '可比',
  ],
  ...['可取', '可言', '可贵', '可笑', '可谓', '可是', '可变', '可达', '可循环', '可食用', '可识别', '可访问'],
  ...['可可', '可支配', '可执行', '可操作', '可理解', '可溶', '可移动', '可预', '可接受', '可取消', '可退'],
  ...['可撤', '可转让', '可得', '可供', '可感知', '可喜', '可想', '可圈', '可亲', '可敬', '可穿戴', '适可'],
  ...['不可抗', '不可用', '不可逆', '不可避免', '不可见', '不可食用', '不可回收', '不可或缺', '不可分'],
  ...['不可撤', '不可转让', '不可预', '不可靠', '不可读', '不可售', '不可控', '不可再生', '不可少'],
  ...['不可思议', '不可缺', '缺一不可', '不可退', '不可取', '不可开交', '不可接受', '不可能', '不可比'],
  ...['不可替代', '不可重复', '不可降解', '不可编辑', '不可选', '非不可', '不得已', '不得不', '舍不得'],
  ...['记不得', '怪不得', '顾不得', '巴不得', '少不得', '了不得', '禁止吸烟', '禁止通行', '禁止入内'],
  ...['无需求', '无须发', 'a must', 'may be able', 'may well', 'must have been', 'should have been'],
];

const finder = wordFinder({ words: [...modals.keys()], except: exceptions });

interface Options {
  texts: NormativeText['role'][];
}

export default defineRule<'level' | 'mixed' | 'word', Options>({
  meta: {
    summary: {
      en: 'Require shall, should and may to agree with the level of the standard, one strength in a sentence.',
      'zh-CN': '“应”“宜”“可”应与标准的约束力一致，一句只有一种约束力。',
    },
    severity: 'warning',
    claims: ['S2-12'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        texts: {
          type: 'array',
          items: { enum: ['statement', 'step', 'instruction'] },
          uniqueItems: true,
          maxItems: 3,
          default: ['statement'],
        },
      },
    },
  },
  messages: {
    level: {
      en: '"{word}" expresses {strength}, but the level of the standard is {level}; expected "{right}". Write it, or change the level.',
      'zh-CN': '“{word}”表示{strength}，而本标准的约束力为“{level}”，应写“{right}”；请改写，或修改 level。',
    },
    mixed: {
      en: '"{word}" expresses {strength} beside "{other}", which expresses {otherStrength}; expected one strength in a sentence. Give it a standard of its own, or put what may vary into flex.',
      'zh-CN':
        '同一句中“{other}”表示{otherStrength}，“{word}”却表示{strength}，一句应只有一种约束力；请另立一条，或把可变通的内容写进 flex。',
    },
    word: {
      en: '"{word}" is no fixed wording of a requirement; expected "{right}". Write it.',
      'zh-CN': '“{word}”不是表示要求的规范用词，应写“{right}”；请改写。',
    },
  },
  check({ each, handbook, options, report }) {
    for (const found of wordsInTexts(handbook, finder, options.texts, each(handbook.entities))) {
      const used = modalsOf(found);
      const { text, sentence } = found;
      const level = levelOf(text) ?? used[0]?.modal.strength;
      if (level === undefined) continue;
      const fitting = used.find(({ modal }) => modal.strength === level);
      for (const { word, modal } of used) {
        const { strength, proper } = modal;
        if (strength === level && proper) continue;
        const message = strength === level ? 'word' : fitting ? 'mixed' : 'level';
        const right = rightWord(word.written, level, modal.negative);
        const at = text.at(sentence.span[0] + word.start, sentence.span[0] + word.end);
        report({
          message,
          data: {
            word: word.written,
            right,
            strength: names[strength],
            level: wording[level].positive,
            other: fitting?.word.written ?? '',
            otherStrength: names[level],
          },
          at,
          subject: text.subject,
          suggest: message === 'mixed' ? [] : [remedy(word.written, right, at)],
        });
      }
    }
  },
});

// helpers

function forms(
  strength: Strength,
  negative: boolean,
  words: readonly string[],
  proper = true,
): [string, Modal][] {
  return words.map((word) => [word, { strength, negative, proper }]);
}

function levelOf({ role, entity }: NormativeText): Strength | undefined {
  return role === 'statement' ? (entity.data as { level?: Strength }).level : undefined;
}

interface Used {
  word: FoundWord;
  modal: Modal;
}

/** The words that carry the requirement itself, and not what is told, asked or supposed within it. */
function modalsOf({ sentence, found }: SentenceWithWords): Used[] {
  const used: Used[] = [];
  for (const word of found) {
    const modal = modals.get(word.word);
    if (!modal || isOther(sentence.text, word) || isSubordinate(sentence.text, word, used.at(-1)?.word))
      continue;
    if (modal.strength === 'may' && isChoiceOfCustomer(sentence.text, word)) continue;
    used.push({ word, modal });
  }
  return used;
}

/** The month of May, “Should the guest …” and “May I …”. */
function isOther(text: string, { written, start, end }: FoundWord): boolean {
  if (/^(?:May|Should)$/.test(written)) return true;
  return (
    /^may$/i.test(written) &&
    /\d\s$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\s?\d/.test(text.slice(end, end + 2))
  );
}

const reported =
  /告知|告诉|说明|询问|问|提醒|确认|表示|承诺|[写标注指]明|知道|判[断定]|是否|如果|如需|若|凡|哪些|何时|谁|什么|认为|决定|同意/;
const subordinating =
  /\b(?:that|whether|which|who|whom|whose|what|how|if|when|where|why|because|until|unless|than|as|while)\b/i;

/** “客人可自带酒水”, “guests may stay”: the choice of a customer does not weaken what staff are to do. */
const customer =
  /(?:客人|顾客|客户|宾客|住客|患者|病人|家属|学员|家长|旅客|乘客|用户|业主|访客|会员)(?:也|均|都|仍|仍然|随时)?$/;
const customerInEnglish =
  /\b(?:guest|customer|client|patient|visitor|caller|passenger|student|parent|relative|tenant|resident|member|user)s?\s+(?:also\s+)?$/i;

/** Further back nothing tells what a word means; and looking there for each word takes ever longer. */
const LONGEST_CLAUSE = 300;

function isChoiceOfCustomer(text: string, { start }: FoundWord): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_CLAUSE), start);
  return customer.test(before) || customerInEnglish.test(before);
}

function isSubordinate(text: string, { written, start, end }: FoundWord, last?: FoundWord): boolean {
  const before = text.slice(Math.max(last?.end ?? 0, start - LONGEST_CLAUSE), start);
  const clause = before.slice(before.search(/[^，。；：,;:—]*$/));
  if (!/\p{Script=Han}/u.test(written)) {
    return last ? subordinating.test(clause) : /\b(?:who|which|that|what|whether)\s$/i.test(clause);
  }
  if (last && reported.test(clause)) return true;
  // “可查明的失主”, “是否可退”: a property, a question.
  return /^可以?$/.test(written) && (/^[^，。；：]{1,10}的/.test(text.slice(end)) || /是否$/.test(clause));
}

function rightWord(written: string, level: Strength, negative: boolean): string {
  const language = /\p{Script=Han}/u.test(written) ? 'zh-CN' : 'en';
  return wording[level][negative ? 'negative' : 'positive'][language];
}

function remedy(word: string, right: string, { file, span: [start, end] }: Location): Remedy {
  return {
    description: { en: 'Write "{right}" instead of "{word}".', 'zh-CN': '把“{word}”改为“{right}”。' },
    data: { word, right },
    edits: [{ file, start, end, text: right }],
  };
}
