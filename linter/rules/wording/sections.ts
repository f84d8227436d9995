import type { Entity, Translation } from '../../graph/entity.ts';
import { filesOf } from '../../graph/texts/normative-text.ts';
import type { Remedy, Span } from '../../model/finding.ts';
import type { Localised } from '../../model/message.ts';
import { quotedList } from '../../model/word-list.ts';
import type { Body } from '../../parse/mdx.ts';
import { defineRule } from '../rule.ts';

/** What a section may be called; the first name of a language is the one suggested. */
const known: Record<string, Record<'en' | 'zh-CN', readonly string[]>> = {
  why: {
    en: ['Why', 'Purpose', 'Aim', 'Reason', 'Reasons', 'Rationale', 'Background'],
    'zh-CN': ['为什么', '目的', '缘由', '背景', '意义', '为何'],
  },
  scope: {
    en: ['Scope', 'Applies to', 'When', 'Where it applies', 'When to use'],
    'zh-CN': ['适用范围', '范围', '适用', '何时使用'],
  },
  role: {
    en: ['Role', 'Roles', 'Responsibility', 'Responsibilities', 'Responsible', 'Who'],
    'zh-CN': ['岗位', '角色', '职责', '责任', '负责人', '由谁'],
  },
  steps: {
    en: ['Steps', 'Procedure', 'Process', 'Instructions', 'How'],
    'zh-CN': ['步骤', '程序', '流程', '操作', '做法', '怎么做'],
  },
  exceptions: {
    en: ['Exceptions', 'Exception', 'Special cases', 'If something goes wrong', 'When it goes wrong'],
    'zh-CN': ['例外', '异常', '特殊情况', '特殊情形', '意外'],
  },
  record: {
    en: ['Record', 'Records', 'Documentation', 'Evidence', 'Forms'],
    'zh-CN': ['记录', '登记', '留痕', '存档', '表单', '台账'],
  },
};

interface Options {
  sections: string[];
  headings: Record<string, string[]>;
}

export default defineRule<'missing' | 'empty', Options>({
  meta: {
    summary: {
      en: 'Require every SOP to have the sections Why, Scope, Role, Steps, Exceptions and Record.',
      'zh-CN': '作业指导书应有“为什么”“适用范围”“岗位”“步骤”“例外”“记录”各节。',
    },
    severity: 'error',
    claims: ['S5-14', 'S2-04'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        sections: {
          type: 'array',
          items: { type: 'string', minLength: 1, maxLength: 60 },
          maxItems: 30,
          uniqueItems: true,
          default: Object.keys(known),
        },
        headings: {
          type: 'object',
          maxProperties: 30,
          additionalProperties: {
            type: 'array',
            items: { type: 'string', minLength: 1, maxLength: 100 },
            minItems: 1,
            maxItems: 30,
          },
          default: {},
        },
      },
    },
  },
  messages: {
    missing: {
      en: 'SOP "{id}" has no section {sections}; expected one under a heading of that name. Add it.',
      'zh-CN': '作业指导书“{id}”缺少{sections}一节，应以此为标题；请补写。',
    },
    empty: {
      en: 'Section "{heading}" of SOP "{id}" is empty; expected text below its heading. Write it.',
      'zh-CN': '作业指导书“{id}”的“{heading}”一节是空的，标题下应有内容；请补写。',
    },
  },
  check({ each, handbook, options, report }) {
    for (const sop of each(handbook.all('sop'))) {
      if (sop.data.status === 'retired') continue;
      for (const file of filesOf(sop as Entity)) {
        const { body } = file;
        const language = languageOf('locale' in file ? file.locale : handbook.locales[0]!);
        if (!body?.sound || !file.sound || (!language && Object.keys(options.headings).length === 0))
          continue;
        const sections = sectionsOf(body, file.text);
        const wanted = options.sections.map((id) => ({ id, names: namesOf(id, options) }));
        const missing = wanted.filter(({ names }) => !sections.some(({ title }) => isNamed(title, names)));
        const place = { at: file.at('/name'), subject: sop.key };
        if (missing.length > 0) {
          const titles = missing.map(({ id }) => titleOf(id, options, language));
          const suggest = [scaffold(file, sections, wanted, missing, titles)];
          const data = { id: sop.id, sections: quotedList(titles) };
          report({ ...place, message: 'missing', data, suggest });
        }
        for (const { title, span, empty } of sections) {
          if (!empty || !wanted.some(({ names }) => isNamed(title, names))) continue;
          const at = { file: file.file, span };
          report({ ...place, at, message: 'empty', data: { id: sop.id, heading: title } });
        }
      }
    }
  },
});

// helpers

interface Section {
  title: string;
  /** Of the heading. */
  span: Span;
  /** Whether no text stands below it, not even below a heading of lower rank. */
  empty: boolean;
}

interface Wanted {
  id: string;
  names: readonly string[];
}

function sectionsOf({ headings }: Body, text: string): Section[] {
  const isBare = (index: number) => {
    const next = headings[index + 1]?.span[0] ?? text.length;
    return text.slice(headings[index]!.span[1], next).trim() === '';
  };
  return headings.flatMap(({ depth, text: title, span }, index) => {
    if (depth > 3) return [];
    let last = index;
    while (isBare(last) && (headings[last + 1]?.depth ?? 0) > depth) last++;
    return [{ title: title.trim(), span, empty: isBare(last) }];
  });
}

/** Headings of other languages are known only where a company lists them. */
function languageOf(locale: string): 'en' | 'zh-CN' | undefined {
  if (/^zh\b/i.test(locale)) return 'zh-CN';
  return /^en\b/i.test(locale) ? 'en' : undefined;
}

function namesOf(id: string, { headings }: Options): string[] {
  const names = known[id];
  const own = headings[id] ?? [];
  return names ? [...own, ...names.en, ...names['zh-CN']] : own.length > 0 ? own : [id];
}

/** “3. Steps to follow” and “四、操作步骤” are both the steps. */
function isNamed(title: string, names: readonly string[]): boolean {
  const plain = title.replace(/^[\d.一二三四五六七八九十、（）()\s]+/u, '').toLowerCase();
  return names.some((each) => {
    const name = each.toLowerCase();
    if (/\p{Script=Han}/u.test(name)) return plain.includes(name);
    return plain.startsWith(name) && !/^[\p{L}\d]/u.test(plain.slice(name.length));
  });
}

function titleOf(id: string, { headings }: Options, language: 'en' | 'zh-CN' | undefined): string {
  const own = (headings[id] ?? []).find((each) => /\p{Script=Han}/u.test(each) === (language === 'zh-CN'));
  return own ?? (language && known[id]?.[language][0]) ?? headings[id]?.[0] ?? id;
}

/** Headings where they belong: before the first section there is that comes after them. */
function scaffold(
  { file, text }: Entity | Translation,
  sections: readonly Section[],
  wanted: readonly Wanted[],
  missing: readonly Wanted[],
  titles: readonly string[],
): Remedy {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const places = new Map<number, string[]>();
  for (const [index, section] of missing.entries()) {
    const later = wanted.slice(wanted.indexOf(section) + 1);
    const next = sections.find(({ title }) => later.some(({ names }) => isNamed(title, names)));
    const at = next?.span[0] ?? text.length;
    places.set(at, [...(places.get(at) ?? []), `## ${titles[index]}${newline}${newline}`]);
  }
  const edits = [...places].map(([at, parts]) => {
    const lead = at < text.length ? '' : text.endsWith(newline) ? newline : newline + newline;
    const added = lead + parts.join('');
    return { file, start: at, end: at, text: at < text.length ? added : `${added.trimEnd()}${newline}` };
  });
  const description: Localised = {
    en: 'Add the headings {sections} and write what belongs below them.',
    'zh-CN': '加上标题{sections}，并写出内容。',
  };
  return { description, data: { sections: quotedList(titles) }, edits };
}
