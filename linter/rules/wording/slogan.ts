import {
  chosenWords,
  type WordChoice,
  wordChoiceSchema,
  wordsInTexts,
} from '../../graph/texts/words-in-texts.ts';
import type { Localised } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

/** Words that belong on a wall, and an act that says the same where it can be seen. */
const groups: readonly { instead: Localised; words: readonly string[] }[] = [
  {
    instead: {
      en: 'let the customer finish, repeat the wish, and say by when it is done',
      'zh-CN': '听客户说完，复述要求，并说明几点前办好',
    },
    words: [
      ...['上帝', '至上', '至尊', '客户第一', '顾客第一', '客人第一', '患者第一', '宾客第一', '服务第一'],
      ...['以客为尊', '以客户为中心', '以顾客为中心', '以客人为中心', '以患者为中心', '以人为本'],
      ...['customer is king', 'customers are king', 'customer is always right', 'guest is always right'],
      ...['customer first', 'customers first', 'guest first', 'guests first', 'patient first'],
      ...['customer-centric', 'customer-centred', 'patient-centred', 'put the customer first'],
    ],
  },
  {
    instead: {
      en: 'stand up, greet within 10 s and use the name',
      'zh-CN': '10 秒内起身问候，并称呼姓氏',
    },
    words: [
      ...['热情', '热忱', '热心', '友好', '友善', '亲切', '和蔼', '礼貌', '有礼', '周到', '耐心', '细心'],
      ...['贴心', '暖心', '真诚', '真心', '诚恳', '微笑服务', '文明', '敬业', '专业素养', '宾至如归'],
      ...['friendly', 'friendliness', 'polite', 'politely', 'politeness', 'courteous', 'courteously'],
      ...['courtesy', 'warmly', 'kind', 'kindly', 'attentive', 'attentively', 'helpful', 'cheerful'],
      ...['cheerfully', 'professional', 'professionally', 'caring', 'patiently', 'empathetic', 'welcoming'],
      ...['hospitable', 'sincere', 'sincerely', 'with a smile', 'from the heart', 'feel at home'],
    ],
  },
  {
    instead: {
      en: 'solve 80 % of requests at the first contact',
      'zh-CN': '首次联系解决 80% 的请求',
    },
    words: [
      ...['一流', '卓越', '极致', '完美', '尽善尽美', '精益求精', '全心全意', '尽心尽力', '竭诚', '竭尽全力'],
      ...[
        '用心',
        '用情',
        '超越期待',
        '超出期待',
        '超越期望',
        '超出期望',
        '追求',
        '弘扬',
        '树立',
        '发扬',
        '打造',
      ],
      ...[
        '争创',
        '提升形象',
        '服务意识',
        '主人翁',
        '正能量',
        '满意的服务',
        '优质服务',
        '感动客户',
        '感动顾客',
      ],
      ...[
        'excellence',
        'excellent',
        'outstanding',
        'exceptional',
        'world-class',
        'world class',
        'best-in-class',
      ],
      ...['first-class', 'first class', 'superior', 'perfect', 'perfection', 'passion', 'passionate'],
      ...[
        'dedication',
        'extra mile',
        'exceed expectations',
        'exceeds expectations',
        'exceed the expectations',
      ],
      ...[
        'exceed their expectations',
        'delight',
        'delights',
        'delighted',
        'unforgettable',
        'wow',
        'heart and soul',
      ],
      ...['second to none', 'committed to', 'strive for', 'strives for', 'spirit of service'],
    ],
  },
];

const insteadOf = new Map(groups.flatMap(({ instead, words }) => words.map((word) => [word, instead])));

const exceptions = [
  ...[
    '热情服务员',
    '文明用语',
    '文明单位',
    '耐心程度',
    '完美度',
    '追求助',
    '打造价',
    '至上午',
    '至上月',
    '至上周',
  ],
  ...[
    '至上述',
    '至上级',
    '至上一',
    '甚至上',
    '一流程',
    '一流水',
    '一流转',
    '有礼品',
    '有礼宾',
    '有礼包',
    '有礼券',
  ],
  ...[
    '利用心',
    '专用心',
    '使用心',
    '费用情',
    '使用情',
    '利用情',
    '用情况',
    '用情形',
    '不礼貌',
    '不友好',
    '不耐心',
  ],
  ...['不文明', '树立式', '专业素养课', '用心电', '用心脏', '用心率'],
  ...[
    'kind of',
    'this kind',
    'any kind',
    'each kind',
    'every kind',
    'same kind',
    'in kind',
    'first class seat',
  ],
  ...[
    'first class ticket',
    'first-class seat',
    'first-class ticket',
    'professional body',
    'professional help',
  ],
  ...['professional licence', 'professional license', 'courtesy call', 'courtesy car', 'superior room'],
  ...['superior rooms', 'perfect tense', 'present perfect'],
];

/** What an onlooker sees done, or hears said. */
const chineseAct =
  /问候|问好|问明|询问|问一|问每|问客|起身|起立|目视|点头|鞠躬|称呼|告知|告诉|说明|说出|说声|报出|报菜|复述|道歉|致歉|致电|来电|接听|接起|接待台|答复|回复|回电|回访|回答|介绍|解释|登记|记录|记下|填写|填报|写明|写下|写上|写一|录入|签字|签收|签名|签到|核对|核验|清点|检查|查看|查房|查验|检测|测量|称重|扫描|打印|复印|拍照|递[上送给交出]|递茶|送[到上出回达至]|交[给到付还]|端[上茶水]|上菜|上桌|上茶|倒水|斟|擦|清洁|清扫|打扫|消毒|洗手|更换|摆放|佩戴|穿着|束起|戴[上好口手]|着装|敲门|开门|关门|按铃|引导|引领|带位|带[到至]|陪同|陪送|搀扶|让座|入座|搬运|提[起行]|寄[出存送]|退[款还换回]|补[发办偿录]|赔付|换房|换[上成一]|登出|锁[好门]|上报|上交|报告|报[给警修]|通知|转[交给接]|请[客顾患示求坐入稍]|出示|展示|指[明向出引]|伸手|双手|停下|听完|发[送出放给]|提供.{0,12}(?:份|杯|套|张|把|台|席|车|水|茶|椅|选择|方案)|手写|贴[上好]|张贴|公示|预订|提交/u;
const englishAct =
  /\b(?:greet|stand|stands|nod|bow|look up|ask|asks|asking|tell|tells|say|says|state|states|name each|repeat|repeats|apologi[sz]e|call|calls|phone|ring|answer|answers|reply|replies|explain|explains|introduce|write|writes|record|records|note|notes|log|enter|enters|fill in|sign|signs|check|checks|verify|count|counts|inspect|measure|weigh|scan|print|copy|photograph|hand|hands|give|gives|bring|brings|deliver|delivers|serve|serves|pour|wipe|clean|cleans|sweep|disinfect|wash|washes|change|replace|wear|wears|tie|knock|open|close|lead|guide|escort|accompany|show|shows|point|seat|carry|send|sends|return|returns|refund|settle|settles|report|reports|inform|informs|notify|pass|offer a|offer an|offer the|offer to|offer [a-z]+ing|hold|lock|place|put|post|display|pack|listen|hear|stop|confirm|confirms|address|use (?:the|their|his|her) (?:\w+ ){0,2}(?:name|surname))\b/iu;

const number =
  /\d|[%％]|[一二两三四五六七八九十百半]{1,8}\s*(?:秒|分钟|小时|天|次|步|句|个|位|件|项|份|遍|成)|目标|\b(?:two|three|four|five|six|seven|eight|nine|ten|once|twice)\b|\bwithin the target\b|\b(?:meets?|reach(?:es)?) the target\b/iu;

export default defineRule<'slogan', WordChoice>({
  meta: {
    summary: {
      en: 'Require a standard to state an act that can be seen or a number, and no slogan.',
      'zh-CN': '标准应写明看得见的行为或数字，不得只是口号。',
    },
    severity: 'warning',
    claims: ['S3-41'],
    fix: 'none',
    options: wordChoiceSchema(),
  },
  messages: {
    slogan: {
      en: '"{word}" can be neither seen nor counted; expected an act or a number in the sentence. Write what staff do, such as "{instead}".',
      'zh-CN': '“{word}”既看不见也数不出，句中应有行为或数字；请写员工做什么，例如“{instead}”。',
    },
  },
  check({ each, handbook, options, report }) {
    const finder = chosenWords({ words: [...insteadOf.keys()], except: exceptions }, options);
    for (const { text, sentence, found } of wordsInTexts(
      handbook,
      finder,
      ['statement'],
      each(handbook.entities),
    )) {
      if (isObservable(sentence.text)) continue;
      // Whoever mends the sentence mends it for all its fine words.
      const { word, written, start, end } = found[0]!;
      report({
        message: 'slogan',
        data: { word: written, instead: insteadOf.get(word) ?? groups[0]!.instead },
        at: text.at(sentence.span[0] + start, sentence.span[0] + end),
        subject: text.subject,
      });
    }
  },
});

// helpers

function isObservable(sentence: string): boolean {
  const narrow = sentence.normalize('NFKC');
  return number.test(narrow) || chineseAct.test(narrow) || englishAct.test(narrow);
}
