import { companyRules } from '../engine/company-rules.ts';
import type { LintResult } from '../model/finding.ts';
import { readRulePage } from '../node.ts';
import { syntaxChecks } from '../parse/problem.ts';
import type { RuleText } from '../report/context.ts';
import { parsePage } from '../rules/page.ts';
import { registry } from '../rules/registry.gen.ts';
import type { OpenHandbook } from './handbook.ts';
import { pageText } from './page-text.ts';

/** What the pages of the rules found say, by rule. */
export async function ruleTexts(
  { findings, suppressed, comparison }: LintResult,
  { handbook, language }: OpenHandbook,
): Promise<Map<string, RuleText>> {
  const texts = new Map<string, RuleText>();
  const found = new Set([...findings, ...suppressed, ...(comparison?.fixed ?? [])].map(({ rule }) => rule));
  for (const { id, rule } of companyRules(handbook)) {
    const { summary, severity } = rule.meta;
    const words = summary[language];
    if (found.has(id)) texts.set(id, { summary: words, why: words, text: words, severity });
  }
  for (const id of found) {
    const rule = registry.find((each) => each.id === id);
    if (!rule && !(syntaxChecks as readonly string[]).includes(id)) continue;
    const source = await readRulePage(id);
    const { summary, why } = parsePage(source);
    texts.set(id, {
      summary: summary[language],
      why: why[language],
      text: pageText(source, language),
      severity: rule?.rule.meta.severity ?? 'error',
    });
  }
  return texts;
}
