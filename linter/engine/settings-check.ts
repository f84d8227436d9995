import type { Handbook } from '../graph/handbook.ts';
import { SETTINGS_FILE } from '../graph/settings-file.ts';
import type { Problem } from '../model/finding.ts';
import type { MessageData, Template } from '../model/message.ts';
import { escapeToken } from '../model/pointer.ts';
import { hint } from '../model/suggest.ts';
import { spanAt } from '../parse/spans.ts';
import type { RegisteredRule } from '../rules/rule.ts';
import { patternOf } from './company-rules.ts';
import { readSetting } from './config.ts';
import { optionMessages, optionProblems } from './options.ts';

export const settingsMessages = {
  unknownRule: {
    en: 'There is no rule "{id}"; {hint}',
    'zh-CN': '没有规则“{id}”；{hint}',
  },
  noOptions: {
    en: 'Rule "{id}" has no options; expected a severity only. Delete the options.',
    'zh-CN': '规则“{id}”没有选项，只应填写级别；请删除选项。',
  },
  optionsByPath: {
    en: 'The options of rule "{id}" stand under "overrides"; expected a severity only, since options hold for the whole handbook. Move them to "rules".',
    'zh-CN': '规则“{id}”的选项写在了 overrides 中，此处只应填写级别（选项对整本手册有效）；请移到 rules 中。',
  },
  badPattern: {
    en: 'The pattern "{pattern}" cannot be read; expected a regular expression in RE2 syntax. Check its brackets and backslashes.',
    'zh-CN': '正则表达式“{pattern}”无法读取，应符合 RE2 语法；请检查括号和反斜杠。',
  },
  unknownTimezone: {
    en: 'There is no time zone "{zone}"; expected an IANA name such as Asia/Shanghai. Correct it.',
    'zh-CN': '没有时区“{zone}”，应为 IANA 名称，例如 Asia/Shanghai；请改正。',
  },
  badAddress: {
    en: '"{url}" is no address; expected one such as https://handbook.example.com. Check its host and port.',
    'zh-CN': '“{url}”不是网址，应形如 https://handbook.example.com；请检查主机名和端口。',
  },
  noSettings: {
    en: 'The handbook has no loopbook.yaml; expected one with "title" and "locales". Add it.',
    'zh-CN': '手册没有 loopbook.yaml，应有此文件并填写 title 和 locales；请添加。',
  },
  noCompany: {
    en: 'The handbook has no company.yaml; expected exactly one. Add it with "name", "owner", "concept", "positioning" and "goals".',
    'zh-CN':
      '手册没有 company.yaml，应有且只有一个；请添加，并填写 name、owner、concept、positioning 和 goals。',
  },
} satisfies Record<string, Template>;

/** What is wrong with the settings beyond their shape: rules that do not exist, options they do not have. */
export function checkSettings(handbook: Handbook, registry: readonly RegisteredRule[]): Problem[] {
  const problems: Problem[] = [];
  const facts = handbook.files.get(SETTINGS_FILE);
  const add = (
    messageId: keyof typeof settingsMessages,
    pointer: string,
    data: MessageData = {},
    at: 'key' | 'value' = 'key',
  ) =>
    problems.push({
      rule: 'syntax/settings',
      messageId,
      template: settingsMessages[messageId],
      data,
      at: { file: SETTINGS_FILE, span: spanAt(facts?.spans ?? {}, pointer, at) ?? [0, 0] },
      subject: `${SETTINGS_FILE}#${pointer}`,
    });
  if (!facts) add('noSettings', '');
  if (!handbook.entities.some(({ kind }) => kind === 'company')) add('noCompany', '');
  const zone = handbook.settings.timezone;
  if (zone !== undefined && !isTimezone(zone)) add('unknownTimezone', '/timezone', { zone }, 'value');
  const { url } = handbook.settings.site ?? {};
  if (url !== undefined && !URL.canParse(url)) add('badAddress', '/site/url', { url }, 'value');
  for (const [index, { must }] of (handbook.settings.customRules ?? []).entries()) {
    for (const name of ['match', 'notMatch'] as const) {
      const pattern = must?.[name];
      if (pattern === undefined || patternOf(pattern)) continue;
      add('badPattern', `/customRules/${index}/must/${name}`, { pattern }, 'value');
    }
  }
  const ids = registry.map(({ id }) => id);
  for (const [base, rules] of ruleMaps(handbook)) {
    for (const [id, written] of Object.entries(rules)) {
      const pointer = `${base}/${escapeToken(id)}`;
      const rule = registry.find((each) => each.id === id);
      if (!rule) {
        add('unknownRule', pointer, { id, hint: hint(id, ids) });
        continue;
      }
      const { options } = readSetting(written);
      if (!options || Object.keys(options).length === 0) continue;
      if (!rule.rule.meta.options) add('noOptions', pointer, { id });
      else if (base !== '/rules') add('optionsByPath', pointer, { id });
      else problems.push(...checkOptions(handbook, rule, options, written, pointer));
    }
  }
  return problems;
}

function ruleMaps(handbook: Handbook): [string, Record<string, unknown>][] {
  const { rules, overrides } = handbook.settings;
  const maps: [string, Record<string, unknown>][] = [['/rules', (rules ?? {}) as Record<string, unknown>]];
  for (const [index, override] of (overrides ?? []).entries()) {
    maps.push([`/overrides/${index}/rules`, (override.rules ?? {}) as Record<string, unknown>]);
  }
  return maps;
}

function checkOptions(
  handbook: Handbook,
  rule: RegisteredRule,
  options: Record<string, unknown>,
  written: unknown,
  pointer: string,
): Problem[] {
  const spans = handbook.files.get(SETTINGS_FILE)?.spans ?? {};
  const base = Array.isArray(written) ? `${pointer}/1` : pointer;
  return optionProblems(rule, options).map((problem) => ({
    rule: 'syntax/settings',
    messageId: problem.messageId,
    template: optionMessages[problem.messageId],
    data: problem.data,
    at: { file: SETTINGS_FILE, span: spanAt(spans, base + problem.pointer, 'key') ?? [0, 0] },
    subject: `${SETTINGS_FILE}#${base}${problem.pointer}`,
  }));
}

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
