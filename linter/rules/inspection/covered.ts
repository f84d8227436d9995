import { appendItem } from '../../graph/append-item.ts';
import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { rolesBound } from '../../graph/questions/roles-bound.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { allReadable, isReadable } from '../../graph/readable.ts';
import { addDuration, parseDate } from '../../model/date.ts';
import type { Remedy } from '../../model/finding.ts';
import type { Localised, Template } from '../../model/message.ts';
import { formatQuantity, parseDuration } from '../../model/quantity.ts';
import { scaffold } from '../../model/scaffold.ts';
import { quotedList, wordList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Standard = Entity<'standard'>;
type Inspection = Entity<'inspection'>;
type MessageId = 'none' | 'never' | 'incomplete' | 'self' | 'overdue';
interface Options {
  measured: boolean;
}
type Context = RuleContext<MessageId, Options>;

const absent = {
  every: { en: 'how often it takes place ("every")', 'zh-CN': '多久一次（every）' },
  by: { en: 'who inspects ("by")', 'zh-CN': '由谁检查（by）' },
  method: { en: 'how it is done ("method")', 'zh-CN': '怎么检查（method）' },
} satisfies Record<string, Localised>;

const addTo: Template = {
  en: 'Add "{standard}" to inspection "{inspection}".',
  'zh-CN': '把“{standard}”加入检查“{inspection}”。',
};

export default defineRule<MessageId, Options>({
  meta: {
    summary: {
      en: 'Require every shall-standard to be inspected in its period by somebody other than the doer.',
      'zh-CN': '每项“应”级标准都应由执行者以外的人按期检查。',
    },
    severity: 'warning',
    claims: ['S3-25', 'S5-15'],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { measured: { type: 'boolean', default: true } },
    },
  },
  messages: {
    none: {
      en: 'No standard is inspected; expected an inspection of {standards}. Write the first one in the folder "inspections".',
      'zh-CN': '没有任何检查，应检查标准{standards}；请在“inspections”文件夹中编写第一项检查。',
    },
    never: {
      en: 'Standard "{standard}" binds without exception, but no inspection checks it; expected a regular look at whether it is kept. Add it to the "checks" of an inspection.',
      'zh-CN': '标准“{standard}”必须执行，却没有检查涵盖它，应定期查看是否做到；请加入某项检查的“checks”。',
    },
    incomplete: {
      en: 'Inspection "{inspection}" does not say {missing}; expected an inspection that somebody can carry out. State it.',
      'zh-CN': '检查“{inspection}”没有写明{missing}，检查应能照着执行；请补充。',
    },
    self: {
      en: 'Only "{role}" inspects the work under {standards}, which is its own work; expected somebody else to look. Name another role.',
      'zh-CN': '标准{standards}只由执行者“{role}”自己检查，应由他人检查；请改为其他岗位。',
    },
    overdue: {
      en: 'Inspection "{inspection}" takes place every {every} and was last recorded on {date}; expected a result since {due}. Inspect, or record the result.',
      'zh-CN':
        '检查“{inspection}”每 {every}一次，最近一次记录在 {date}，{due} 以来应有新的结果；请检查，或补记结果。',
    },
  },
  check(context) {
    const { handbook } = context;
    const inspections = handbook.all('inspection').filter(inForce);
    const inspecting = inspectionsByStandard(handbook, inspections);
    if (allReadable(handbook, 'inspection')) {
      reportUninspected(context, inspections, inspecting);
      reportSelfChecks(context, inspecting);
    }
    for (const inspection of inspections) {
      if (isReadable(handbook, inspection)) checkStated(context, inspection);
      checkPeriod(context, inspection);
    }
  },
});

// helpers

function inspectionsByStandard(
  handbook: Handbook,
  inspections: readonly Inspection[],
): ReadonlyMap<Standard, readonly Inspection[]> {
  const found = new Map<Standard, Inspection[]>();
  for (const inspection of inspections) {
    for (const standard of targetsOf(handbook, inspection, '/checks', 'standard')) {
      const list = found.get(standard);
      if (list) list.push(inspection);
      else found.set(standard, [inspection]);
    }
  }
  return found;
}

function reportUninspected(
  { handbook, options, report }: Context,
  inspections: readonly Inspection[],
  inspecting: ReadonlyMap<Standard, readonly Inspection[]>,
): void {
  const uninspected = handbook
    .all('standard')
    .filter((each) => inForce(each) && each.data.level === 'shall' && !inspecting.has(each))
    .filter(({ data }) => options.measured || !data.metric);
  if (inspections.length === 0 && handbook.company && uninspected.length > 1) {
    report({
      message: 'none',
      data: { standards: quotedList(uninspected.map(({ id }) => id)) },
      at: handbook.company.at('/name'),
      subject: `${handbook.company.key}/inspections`,
    });
    return;
  }
  const byScope = inspectionsByScope(inspecting);
  for (const standard of uninspected) {
    report({
      message: 'never',
      data: { standard: standard.id },
      at: standard.at('/name'),
      subject: standard.key,
      suggest: remedies(standard, byScope),
    });
  }
}

/** One finding for each inspection, however many of its standards nobody else looks at. */
function reportSelfChecks(
  { handbook, report }: Context,
  inspecting: ReadonlyMap<Standard, readonly Inspection[]>,
): void {
  const boundBy = rolesBound(handbook);
  const alone = new Map<Inspection, Standard[]>();
  for (const [standard, inspections] of inspecting) {
    if (!inForce(standard) || standard.data.level !== 'shall') continue;
    const { doers } = boundBy(standard);
    if (!inspections.every((each) => isSelfCheck(handbook, each, doers))) continue;
    const [first] = inspections;
    if (first) alone.set(first, [...(alone.get(first) ?? []), standard]);
  }
  for (const [inspection, standards] of alone) {
    report({
      message: 'self',
      data: {
        standards: quotedList(standards.map(({ id }) => id)),
        role: inspection.data.by ?? '',
      },
      at: inspection.at('/by'),
      subject: `${inspection.key}/by`,
    });
  }
}

/** Where several roles do the work, one of them may look at the others. */
function isSelfCheck(handbook: Handbook, inspection: Inspection, doers: ReadonlySet<Entity>): boolean {
  const by = handbook.referenceAt(inspection, '/by')?.target;
  if (!by) return false;
  return inspection.data.method === 'self-check'
    ? doers.size === 0 || doers.has(by)
    : doers.size === 1 && doers.has(by);
}

function checkStated({ report }: Context, inspection: Inspection): void {
  const missing = (['every', 'by', 'method'] as const).filter((field) => !inspection.data[field]);
  if (missing.length === 0) return;
  report({
    message: 'incomplete',
    data: { inspection: inspection.id, missing: wordList(missing.map((field) => absent[field])) },
    at: inspection.at('/name'),
    subject: inspection.key,
    suggest: [scaffold(inspection.file, missing.map((field) => `${field}: …`).join('\n'))],
  });
}

/**
 * Where results are recorded, a whole period must not pass without one. An inspection may fall on the first
 * day of one period and the last of the next, so that only after twice the period one is certainly missing.
 */
function checkPeriod({ handbook, report }: Context, inspection: Inspection): void {
  const every = parseDuration(inspection.data.every ?? '');
  const results = (inspection.data.results ?? []).map((result, index) => ({
    date: result?.date ?? '',
    index,
  }));
  const last = results.filter(({ date }) => parseDate(date).ok).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (!every.ok || !last) return;
  const next = addDuration(last.date, every.value);
  const end = next && addDuration(next, every.value);
  if (!next || !end || end >= handbook.today) return;
  report({
    message: 'overdue',
    data: {
      inspection: inspection.id,
      every: { en: formatQuantity(every.value, 'en'), 'zh-CN': formatQuantity(every.value, 'zh-CN') },
      date: last.date,
      due: next,
    },
    at: inspection.at(`/results/${last.index}/date`),
    subject: `${inspection.key}/results`,
  });
}

/** For each scope that an inspected standard applies to, an inspection: the likeliest for others of that scope. */
function inspectionsByScope(
  inspecting: ReadonlyMap<Standard, readonly Inspection[]>,
): ReadonlyMap<string, Inspection> {
  const found = new Map<string, Inspection>();
  for (const [{ data }, [inspection]] of inspecting) {
    for (const scope of data.appliesTo ?? [])
      if (inspection && !found.has(scope)) found.set(scope, inspection);
  }
  return found;
}

function remedies(standard: Standard, byScope: ReadonlyMap<string, Inspection>): Remedy[] {
  const inspection = standard.data.appliesTo?.map((scope) => byScope.get(scope)).find((each) => each);
  const edit = inspection && appendItem(inspection, '/checks', standard.id);
  if (inspection && edit) {
    const data = { standard: standard.id, inspection: inspection.id };
    return [{ description: addTo, data, edits: [edit] }];
  }
  const lines = `name: …\nowner: …\nchecks: [${standard.id}]\nmethod: …\nevery: …\nby: …\nonFail: { act: …, within: … }`;
  return [scaffold('inspections/….yaml', lines)];
}
