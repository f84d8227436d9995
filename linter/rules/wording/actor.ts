import type { Entity } from '../../graph/entity.ts';
import { hasFaultIn } from '../../graph/faults.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { question } from '../../graph/question.ts';
import { leadsNowhere } from '../../graph/questions/leads-nowhere.ts';
import { type NormativeText, normativeTexts } from '../../graph/texts/normative-text.ts';
import { type RoleNames, roleNames } from '../../graph/texts/role-names.ts';
import {
  chosenWords,
  type WordChoice,
  wordChoiceSchema,
  wordsInTexts,
} from '../../graph/texts/words-in-texts.ts';
import { nearest } from '../../model/suggest.ts';
import { defineRule } from '../rule.ts';

/** Who is nobody: everyone may think that another is meant. */
const words = [
  ...['人员', '工作人员', '部门', '岗位', '负责人', '责任人', '单位', '同事', '领导', '员工', '科室'].flatMap(
    (noun) => [`相关${noun}`, `有关${noun}`, `各相关${noun}`, `各有关${noun}`],
  ),
  ...['有关方面', '相关方', '专人', '指定人员', '上级领导', '上级部门', '各级领导', '主管部门'],
  ...['staff', 'personnel', 'person', 'persons', 'people', 'department', 'departments', 'team', 'teams']
    .concat(['party', 'parties', 'employee', 'employees', 'manager', 'colleague', 'colleagues'])
    .flatMap((noun) => [`relevant ${noun}`, `appropriate ${noun}`, `responsible ${noun}`]),
  ...['parties concerned', 'department concerned', 'departments concerned', 'staff concerned'],
  ...['those concerned', 'those responsible', 'person responsible', 'persons responsible'],
  ...['person in charge', 'people in charge', 'someone in charge', 'designated person', 'designated staff'],
  ...['somebody shall', 'someone shall', 'somebody should', 'someone should', 'somebody must'],
  ...['someone must', 'higher management', 'upper management', 'competent department'],
];

const exceptions = [
  ...['专人专', '相关方案', '相关方法'],
  ...['相关方式', '相关方面', '利益相关方', '不相关人员', '无相关人员'],
];

/** Somebody after all, whatever they are called. */
const someone =
  /员工|人员|岗位|全员|(?:班组|部门|小组|团队|每个人|第一个|网点|门店|酒店|餐厅|医院|诊所|公司|中心)|[\p{Script=Han}]者|人(?:应|宜|可)|谁|\b(?:staff|employees?|agents?|everyone|everybody|anyone|whoever|who|team|colleagues?|person|people|we|you|finder|holder|owner)\b/iu;

/** Jobs by the end of their names, before the verb that binds them. */
const englishJob =
  /\b(?:the|a|an|each|every|any)\s+((?:[\p{L}’'-]+\s+){0,2}[\p{L}-]*(?:agent|manager|supervisor|officer|attendant|receptionist|waiter|waitress|clerk|teller|cashier|nurse|doctor|concierge|butler|lead|leader|director|coordinator|technician|engineer|host|hostess|assistant|advisor|adviser|operator|cook|chef|porter|trainer|pharmacist))s?\s+(?=(?:shall|should|may|must)\b)/giu;
const chineseJob =
  /(?<=^|[，。；：、和与或由])([^\P{Script=Han}和与或及由]{0,8}?(?:(?<![会成人全雇委学职])员|经理|主管|专员|店长|组长|班长|队长|护士长|院长|行长|厨师|医师|药师|技师|医生|护士|管家|助理|督导|领班|总监|坐席|客服))(?=应|宜|可|须|必须)/gu;

type MessageId = 'vague' | 'unknown' | 'nobody';

export default defineRule<MessageId, WordChoice>({
  meta: {
    summary: {
      en: 'Require a requirement to name who acts, by a role of the handbook.',
      'zh-CN': '要求应写明由谁执行，并使用手册中的岗位名称。',
    },
    severity: 'warning',
    claims: ['S2-04'],
    fix: 'none',
    options: wordChoiceSchema(),
  },
  messages: {
    vague: {
      en: '"{word}" names nobody in particular; expected a role of the handbook. Write its name, such as "{role}".',
      'zh-CN': '“{word}”没有指明是谁，应为手册中的岗位；请写岗位名称，例如“{role}”。',
    },
    unknown: {
      en: '"{word}" is no role of the handbook; expected the name of one, such as "{role}". Write it, or add the role.',
      'zh-CN': '“{word}”不是手册中的岗位，应写岗位名称，例如“{role}”；请改写，或增加该岗位。',
    },
    nobody: {
      en: 'Standard "{id}" says what is done but not by whom; expected a role in the statement or in appliesTo. Write who acts, such as "{role}".',
      'zh-CN':
        '标准“{id}”只写做什么，没写由谁做，条文或 appliesTo 中应有岗位；请写明由谁执行，例如“{role}”。',
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
      for (const { written, start, end } of found) {
        const at = text.at(sentence.span[0] + start, sentence.span[0] + end);
        const role = exampleRole(handbook, text, written);
        report({ message: 'vague', data: { word: written, role }, at, subject: text.subject });
      }
    }
    const silent = new Set<Entity>();
    for (const text of normativeTexts(handbook, undefined, ['statement'], each(handbook.entities))) {
      const names = roleNames(handbook);
      for (const { word, start } of namesAreKnown(handbook) ? strangeJobs(text, names) : []) {
        if (options.allow.includes(word) || leadsNowhere(handbook, 'role')) continue;
        report({
          message: 'unknown',
          data: { word, role: likeName(word, names) ?? exampleRole(handbook, text, word) },
          at: text.at(start, start + word.length),
          subject: text.subject,
        });
      }
      if (silent.has(text.entity) || !isSilent(text, names, finder.mayOccurIn)) continue;
      silent.add(text.entity);
      const data = { id: text.entity.id, role: exampleRole(handbook, text, text.raw) };
      report({ message: 'nobody', data, at: text.at(0, text.text.length), subject: text.subject });
    }
  },
});

// helpers

/** A name that is missing may be that of a role whose file could not be read, or that lacks a language. */
const namesAreKnown = question('role-names-are-known', (handbook) =>
  handbook.entities.every(
    (entity) =>
      entity.kind !== 'role' ||
      (entity.sound && !hasFaultIn(handbook, entity, '/name') && isNamedInAll(handbook, entity.data.name)),
  ),
);

function isNamedInAll({ locales }: Handbook, name: unknown): boolean {
  if (name === null || typeof name !== 'object') return true;
  return locales.every((locale) => locale in name);
}

/** A role that the step or the entry concerns already: what its author most likely meant. */
function exampleRole(handbook: Handbook, text: NormativeText, written: string): string {
  const { entity, role: sort, pointer = '' } = text;
  const place = sort === 'step' ? `${pointer.split('/').slice(0, 3).join('/')}/` : '/';
  const near = handbook
    .referencesOf(entity)
    .find(({ target, pointer: at }) => target?.kind === 'role' && at?.startsWith(place) && at !== '/owner');
  const roles = handbook.all('role');
  const role = near?.target ?? roles.find(({ data }) => data.frontline) ?? roles[0];
  const locale = /\p{Script=Han}/u.test(written) ? 'zh-CN' : 'en';
  return (role && handbook.text(role.data.name, locale)?.text) ?? role?.id ?? 'service-agent';
}

function likeName(word: string, { all }: RoleNames): string | undefined {
  const sameScript = all.filter((name) => /\p{Script=Han}/u.test(name) === /\p{Script=Han}/u.test(word));
  return nearest(word, sameScript);
}

function strangeJobs({ raw, text }: NormativeText, names: RoleNames): { word: string; start: number }[] {
  if (names.all.length === 0) return [];
  const pattern = /\p{Script=Han}/u.test(raw) ? chineseJob : englishJob;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const word = match[1]!;
    return names.areNamedBy(word) ? [] : [{ word, start: match.index + match[0].indexOf(word) }];
  });
}

/** A sentence in the passive, whose standard applies to no role and no step that has one. */
function isSilent(
  { entity, raw, text }: NormativeText,
  names: RoleNames,
  isReported: (text: string) => boolean,
): boolean {
  const { level, appliesTo = [] } = entity.data as { level?: string; appliesTo?: string[] };
  if (level !== 'shall' || appliesTo.some((each) => /^(?:role|unit):|#/.test(each))) return false;
  if (!/应|\bshall be\b/.test(text) || someone.test(text) || isReported(raw)) return false;
  return !names.standIn(text) && !hasStrangeJob(text);
}

function hasStrangeJob(text: string): boolean {
  return text.search(englishJob) !== -1 || text.search(chineseJob) !== -1;
}
