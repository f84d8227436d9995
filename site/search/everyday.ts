import type { Kind } from '../../linter/index.ts';

/** A way of asking: what kind of page answers it. The words themselves name nothing and are not looked for. */
export interface Manner {
  words: readonly string[];
  /** How much more each kind counts. */
  kinds: Partial<Record<Kind, number>>;
  /** Whether the words are looked for as well, since titles say them, too. */
  named?: boolean;
}

/** How people at work ask, whatever their trade. Longer phrases stand before those they hold. */
export const manners: readonly Manner[] = [
  {
    words: [
      ...[
        'who is allowed to',
        'who may',
        'who can',
        'who decides on',
        'who decides',
        'who approves',
        'may i',
      ],
      ...['may a', 'may an', 'may the', 'can i', 'can a', 'can an', 'am i allowed to', 'approve', 'allowed'],
      ...['how much', 'give away', 'decide'],
      ...[
        '谁有权',
        '谁能',
        '谁可以',
        '谁来批',
        '谁批',
        '谁出',
        '批准',
        '能不能',
        '可不可以',
        '我能',
        '我可以',
      ],
      ...['可以吗', '多少钱', '多少', '经理批', '要不要批', '要批', '能决定', '决定'],
    ],
    kinds: { 'decision-right': 2.4 },
  },
  {
    words: ['limit', 'authority', '额度', '上限', '权限', '授权'],
    kinds: { 'decision-right': 2.2 },
    named: true,
  },
  {
    words: [
      ...['how long', 'how fast', 'how soon', 'how quickly', 'how many minutes', 'too long', 'must'],
      ...[
        '多久',
        '多长时间',
        '多快',
        '几分钟',
        '几小时',
        '几天',
        '几点',
        '几声',
        '太久',
        '太慢',
        '慢',
        'slow',
      ],
    ],
    kinds: { standard: 1.9, metric: 1.8 },
  },
  { words: ['time limit', 'deadline', '时限', '时长'], kinds: { standard: 1.3, metric: 1.2 }, named: true },
  {
    words: [
      ...['how do i', 'how do we', 'how to', 'how should i', 'what do i do', 'what to do'],
      ...['怎么处理', '怎么办', '怎么做', '怎么', '如何', '怎样'],
    ],
    kinds: { sop: 1.5, process: 1.3 },
  },
  { words: ['流程', 'process', 'steps'], kinds: { process: 1.4, sop: 1.2 } },
  {
    words: [
      ...['what to say', 'what not to say', 'what do i say', 'how to say', 'never say', 'tell a', 'say to'],
      ...['怎么说', '怎么讲', '怎么跟', '怎么回', '说什么', '第一句', '说的话', '不能说', '话术'],
    ],
    kinds: { guide: 1.8 },
    named: true,
  },
  { words: ['training', 'train', 'course', '培训', '训练'], kinds: { training: 2 }, named: true },
  { words: ['learn', 'taught', '学什么', '学哪些', '要学', '考证'], kinds: { training: 2 } },
  {
    words: [
      ...['bonus', 'appraisal', 'appraised', 'reward', 'salary', 'pay rise', 'promotion', 'promoted'],
      ...['奖金', '绩效', '考核', '提成', '工资', '奖励', '晋升', '升职', '分红'],
    ],
    kinds: { incentive: 2 },
    named: true,
  },
  {
    words: ['who is responsible for', 'who', '谁负责', '找谁', '谁'],
    kinds: { role: 1.3, 'decision-right': 1.3 },
  },
];

/** Words that hardly tell one page from another. */
export const empty: readonly string[] = [
  ...[
    'the',
    'a',
    'an',
    'to',
    'of',
    'for',
    'in',
    'on',
    'at',
    'is',
    'are',
    'be',
    'do',
    'does',
    'i',
    'my',
    'we',
  ],
  ...['our', 'you', 'your', 'it', 'its', 'and', 'or', 'with', 'what', 'how', 'may', 'can', 'could', 'should'],
  ...['there', 'if', 'us', 'me', 'this', 'that', 'take', 'get', 'am', 'must'],
  ...['would', 'when', 'where', 'which', 'someone', 'somebody', 'tell', 'want', 'not', 'has', 'have', 'from'],
  ...[
    '客人说',
    '什么',
    '有没有',
    '要不要',
    '是不是',
    '会不会',
    '一下',
    '怎么了',
    '我有个',
    '有个',
    '哪个',
    '哪些',
    '时候',
    '需要',
    '我们',
    '我',
  ],
];

/** Endings that split nothing: “凉了”, “可以吗”. */
export const particles = /[了吗呢吧的啊]+(?=$|[^\p{Script=Han}])/gu;

/** Other words for the people a company serves; every second page says them. */
export const people: readonly string[] = [
  ...['guest', 'customer', 'patient', 'client', 'visitor', '客人', '顾客', '客户', '患者', '住客', '病人'],
];

/** What people say, and how handbooks write it, in any trade. */
export const everyday: readonly { said: readonly string[]; written: readonly string[] }[] = [
  {
    said: [
      ...[
        '生气',
        '发火',
        '发脾气',
        '骂',
        '激动',
        '吵',
        '闹',
        '愤怒',
        '不高兴',
        '嫌',
        '抱怨',
        '不满',
        '说不好',
      ],
      ...['angry', 'upset', 'furious', 'rude', 'shouting', 'annoyed', 'unhappy', 'complain', 'complaining'],
    ],
    written: ['投诉', '情绪', '不满意', 'complaint', 'upset'],
  },
  { said: ['退钱', '退费', '退多少', 'money back'], written: ['退款', 'refund'] },
  {
    said: [
      '赔',
      '赔钱',
      '赔偿',
      '补偿',
      '免单',
      '免多少',
      '减免',
      '打折',
      '白送',
      'compensate',
      'compensation',
      'on the house',
    ],
    written: ['赔付', '补偿', 'settlement', 'compensation', 'goodwill'],
  },
  {
    said: ['坏', '修', '不能用', '失灵', '故障', 'broken', 'out of order', 'not working', 'does not work'],
    written: ['报修', '维修', 'repair', 'maintenance'],
  },
  { said: ['着火', '起火', '冒烟', 'smoke', 'burning'], written: ['火警', 'fire'] },
  {
    said: [
      '晕倒',
      '昏倒',
      '摔倒',
      '受伤',
      '急病',
      '发病',
      'faint',
      'fainted',
      'collapsed',
      'hurt',
      'injured',
    ],
    written: ['急救', '突发', 'first aid', 'emergency'],
  },
  { said: ['考核', '绩效', 'appraisal', 'appraised'], written: ['激励', '绩效', 'incentive', 'appraisal'] },
  { said: ['额度', '权限', '上限', 'limit', 'authority'], written: ['授权', 'decision right'] },
  { said: ['学什么', '学哪些', '要学', 'learn', 'taught'], written: ['培训', '训练', 'training'] },
  { said: ['培训', '训练', 'training', 'course'], written: ['训练', '培训', '演练', 'training', 'drill'] },
  { said: ['升职', '提拔', '涨工资', 'career'], written: ['晋升', 'promotion'] },
  {
    said: ['奖金', '提成', '工资', 'bonus', 'salary'],
    written: ['分红', '奖励', '绩效', '考核', '激励', 'profit share', 'bonus', 'appraisal', 'incentive'],
  },
  { said: ['建议', '想法', '主意', 'suggestion', 'suggest'], written: ['点子', 'idea'] },
  { said: ['打扫', '收拾', '搞卫生', 'clean up', 'tidy'], written: ['清扫', '整理', 'cleaning'] },
  {
    said: ['差评', '好评', '网评', '评价', '评论', 'bad review', 'rating'],
    written: ['点评', '评价', 'review'],
  },
  { said: ['等位', '排队', '排长队', '等太久', 'queue', 'line'], written: ['候位', '等候', '排队', 'wait'] },
  {
    said: ['穿什么', '制服', '工装', '着装', '工服', '发型', 'uniform', 'dress', 'clothes', 'haircut'],
    written: ['仪容', '仪表', '着装', 'appearance'],
  },
  {
    said: ['老人', '老年人', '年纪大', '残疾', '轮椅', 'elderly', 'wheelchair', 'older people'],
    written: ['人工协助', '老人', 'older guests', 'prefer a person'],
  },
  {
    said: ['vip', '贵宾', '大客户', '老客', '熟客', '常客', 'regular guest', 'regulars'],
    written: ['高价值', '忠诚', '会员', 'loyal', 'high-value'],
  },
  {
    said: ['接电话', '打电话', '电话响', 'answer phone', 'answer the phone', 'phone rings', 'hotline'],
    written: ['来电', '应答', '电话', 'call', 'answer'],
  },
  {
    said: ['打听', '泄露', '泄密', '资料', '个人信息', 'personal data'],
    written: ['隐私', '信息保护', 'privacy'],
  },
  {
    said: ['新人', '新来', '新同事', '入职', 'newcomer', 'new staff', 'new colleague'],
    written: ['新员工', '入职', 'new'],
  },
  {
    said: ['错了', '弄错', '搞错', '有错', '出错', 'wrong', 'mistake'],
    written: ['差错', '准确', 'error', 'wrong'],
  },
  { said: ['快递', '快递费', '运费', '邮寄', 'shipping', 'courier'], written: ['邮费', '寄回', 'postage'] },
  {
    said: ['礼物', '生日', '送什么', '能送', '送给', '小礼', 'present', 'birthday'],
    written: ['赠送', '生日', 'gift'],
  },
  { said: ['危险', '不安全', 'danger', 'unsafe'], written: ['叫停', 'stop'] },
  { said: ['骗子', '诈骗', '骗', 'scam', 'fraud'], written: ['可疑', '反诈', 'suspicious', 'fraud'] },
  { said: ['拦住', '拦下', '阻止'], written: ['叫停', 'stopping'] },
  { said: ['机器', '机子', 'machine', 'terminal'], written: ['自助机', '自助', 'kiosk'] },
  { said: ['过敏', 'allergic', 'allergy'], written: ['忌口', 'allergy'] },
];
