import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../linter/fix/apply.ts';
import { roleNames } from '../../linter/graph/texts/role-names.ts';
import { registry } from '../../linter/rules/registry.gen.ts';
import { handbookOf, lintMemory, type MemoryFiles } from '../support/handbook.ts';

const rules = registry.filter(({ id }) => id.startsWith('wording/'));

const settings = 'title: t\nlocales: [en, zh-CN]\n';
const standard = (level: string, locale: string, statement: string) =>
  `name: n\nowner: o\nlevel: ${level}\nappliesTo: [service:s]\nstatement: { ${locale}: ${JSON.stringify(statement)} }\n`;

const roles = {
  ...{ teller: '柜员', 'lobby-manager': '大堂经理', adviser: '理财经理', nurse: '导诊护士', doctor: '医生' },
  ...{ pharmacist: '药师', waiter: '服务员', chef: '厨师', agent: '坐席', 'team-leader': '班长' },
  ...{ receptionist: '前台', cashier: '收银员' },
};

const files = (level: string, locale: string, statement: string): MemoryFiles => ({
  'loopbook.yaml': settings,
  'standards/s.yaml': standard(level, locale, statement),
  ...Object.fromEntries(
    Object.entries(roles).map(([id, name]) => [
      `roles/${id}.yaml`,
      `name: { en: ${id.replace('-', ' ')}, zh-CN: ${name} }\nowner: o\n`,
    ]),
  ),
});

const found = (level: string, locale: string, statement: string) =>
  lintMemory(files(level, locale, statement), { rules })
    .filter(({ rule }) => rule.startsWith('wording/'))
    .map(({ rule, quoted }) => `${rule}: ${quoted}`);

describe('sound sentences of other trades pass', () => {
  test.each([
    '柜员应在客户递交资料后3分钟内核对身份证件与预留印鉴，发现不符应当场退回并说明原因。',
    '大堂经理应在客户取号后两分钟内询问业务种类，并引导至对应窗口。',
    '理财经理应按适当性要求向客户出示风险评估结果，由客户签字确认。',
    '柜员应在定期存款到期前5个工作日致电提醒，说明可提前支取的条件。',
    '护士应在分诊后10分钟内测量血压、体温、心率并录入病历系统。',
    '药师应双人核对处方，发现不合理用药时联系开方医生，并查看药品有效期。',
    '候诊超过30分钟的，导诊护士应告知患者预计等候时间。',
    '应患者要求，护士应打印检查报告。',
    '服务员应在客人入座后1分钟内递上菜单和热茶，等客人示意后点单。',
    '厨师应使用当日配送的蔬菜，剩余食材应贴标签注明日期。',
    '坐席应在铃响三声内接起来电，先报工号，再问来电事由。',
    '班长应每班抽听两通录音，当班内反馈坐席，评分样本不少于30通。',
    '不可抗力导致系统中断时，坐席应使用备用表格登记，恢复后2小时内补录。',
    '前台应准备雨伞、充电线等五样物品供客人借用。',
  ])('%s', (statement) => {
    expect(found('shall', 'zh-CN', statement)).toEqual([]);
  });

  test.each([
    'The teller shall verify the identity card and the specimen signature within 3 min.',
    'The adviser shall state the effective annual rate before a product is sold.',
    'The nurse shall measure blood pressure and pulse and enter them in the record.',
    'The pharmacist shall check every prescription with a second person.',
    'The waiter shall name each dish and warn that the plate is hot.',
    'The agent shall repeat the request and tell the caller when an answer may be expected.',
    'The team leader shall listen to two calls per agent every week.',
    'If the patient is late by more than 15 min the receptionist shall offer the next free slot.',
    "The cashier shall count change into the customer's hand; cashiers shall not touch cards.",
  ])('%s', (statement) => {
    expect(found('shall', 'en', statement)).toEqual([]);
  });
});

describe('vague sentences of other trades do not', () => {
  test.each([
    ['坐席应合理安排时间。', ['wording/vague-degree: 合理']],
    ['柜员应热情接待客户。', ['wording/slogan: 热情']],
    ['护士必须定期巡视病房。', ['wording/modal: 必须', 'wording/vague-frequency: 定期']],
    ['餐具应由有关人员消毒。', ['wording/actor: 有关人员']],
    ['外卖员应在门口交餐。', ['wording/actor: 外卖员']],
    ['药师应尽快联系医生。', ['wording/vague-time: 尽快']],
  ])('%s', (statement, expected) => {
    expect(found('shall', 'zh-CN', statement).sort()).toEqual(expected);
  });

  test.each([
    // No unit of time hides in “and”.
    ['The teller shall count the notes quickly and print a receipt.', ['wording/vague-time: quickly']],
    [
      'The waiter shall promptly take back the dish and an adviser shall ask why.',
      ['wording/vague-time: promptly'],
    ],
  ])('%s', (statement, expected) => {
    expect(found('shall', 'en', statement).sort()).toEqual(expected);
  });

  test.each([
    'The nurse shall call back within an hour and promptly note the answer.',
    'The agent shall answer immediately, in any case within thirty seconds.',
    'The chef shall put nothing back at once or later than 90s after serving.',
  ])('a time in the sentence is enough: %s', (statement) => {
    expect(found('shall', 'en', statement)).toEqual([]);
  });
});

describe('modal verbs', () => {
  const rightWord = (level: string, locale: string, statement: string) =>
    lintMemory(files(level, locale, statement), { rules })
      .filter(({ rule }) => rule === 'wording/modal')
      .map(({ message }) => message.en.match(/expected [^.;]*/)?.[0]);

  test('the 应 after a title in 经理 is heard', () => {
    expect(rightWord('should', 'zh-CN', '大堂经理应递茶。')).toEqual(['expected "宜"']);
  });

  test.each([
    ['zh-CN', '客户可自行选择窗口，大堂经理应先问。'],
    ['en', 'Customers may also choose the window; the lobby manager shall ask first.'],
  ])('what customers may choose weakens nothing: %s %s', (locale, statement) => {
    expect(rightWord('shall', locale, statement)).toEqual([]);
  });

  test('what staff may choose does', () => {
    expect(rightWord('shall', 'zh-CN', '大堂经理可先问客户。')).toEqual(['expected "应"']);
  });
});

describe('names of roles', () => {
  const names = roleNames(handbookOf(files('shall', 'en', 'x')));
  test.each([
    ['team leaders', true],
    ['night team leader', true],
    ['leader', true],
    ['护士', true],
    ['夜班导诊护士', true],
    ['护工', false],
    ['lead', false],
  ])('%s: %s', (words, expected) => {
    expect(names.areNamedBy(words)).toBe(expected);
  });

  test('stand in a text', () => {
    expect(names.standIn('由大堂经理\n接手')).toBe(true);
    expect(names.standIn('由经理接手')).toBe(false);
  });
});

test('fixes of terms change the words and nothing else, and a second run finds no more to fix', () => {
  const glossary =
    'terms:\n  - { term: { en: guest, zh-CN: 客人 }, avoid: { en: [client], zh-CN: [客户] }, except: { zh-CN: [客户端] } }\n';
  const piece = fc.constantFrom(
    ...[
      'client',
      'Clients',
      '客户',
      '客户端',
      '“client”',
      '`客户`',
      '**client**',
      '😀',
      '&amp;',
      ' ',
      '，',
      '\n  ',
    ],
    ...['a client', '\\*', 'x', '<Role id="teller" />', 'client-side', "client's"],
  );
  let fixed = 0;
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.boolean(), (pieces, crlf) => {
      const body = `---\nname: n\nowner: o\nroles: [teller]\nprocess: p\n---\n\n- a ${pieces.join('')} z\n`;
      const yaml = `name: n\nowner: o\nsummary: >-\n  a ${pieces.join(' ').replaceAll('\n', '\n ')} z\n`;
      const lines = (text: string) => (crlf ? text.replaceAll('\n', '\r\n') : text);
      let now: MemoryFiles = {
        'loopbook.yaml': settings,
        'glossary.yaml': glossary,
        'sops/s.mdx': lines(body),
        'tools/t.yaml': lines(yaml),
      };
      const fixesIn = (each: MemoryFiles) =>
        lintMemory(each, { rules: rules.filter(({ id }) => id === 'wording/term') }).flatMap(
          ({ fix, quoted }) => {
            if (fix) expect(['client', 'clients', '客户']).toContain(quoted.toLowerCase());
            return fix?.edits ?? [];
          },
        );
      const edits = fixesIn(now);
      fixed += edits.length;
      const bare = (text: unknown) => String(text).replace(/客户|客人|clients?|guests?/gi, '');
      for (const file of ['sops/s.mdx', 'tools/t.yaml']) {
        const own = edits.filter((edit) => edit.file === file).map((edit) => [edit]);
        const { text } = applyEdits(String(now[file]), own);
        expect(bare(text)).toBe(bare(now[file]));
        now = { ...now, [file]: text };
      }
      expect(fixesIn(now)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(fixed).toBeGreaterThan(60);
});
