import picomatch from 'picomatch';
import type { EntityKey } from '../graph/entity.ts';
import type { Handbook } from '../graph/handbook.ts';
import { ignoredBy, SETTINGS_FILE } from '../graph/settings-file.ts';
import { type Finding, type LintResult, severities } from '../model/finding.ts';
import { type Language, render, type Template } from '../model/message.ts';
import { byCodeUnit } from '../model/order.ts';
import { isHideable } from './hideable.ts';
import { type LintOptions, lint } from './lint.ts';
import type { Memory } from './memory.ts';
import { judgeAlike, judgedAs } from './verdicts.ts';

const notices = {
  noHandbook: {
    en: 'There is no handbook in this folder at "{base}", so every finding is new.',
    'zh-CN': '版本“{base}”的此文件夹中没有手册，因此所有问题都算新增。',
  },
  ignored: {
    en: 'loopbook.yaml now ignores files that were checked at "{base}" ({count}); what is wrong in them is not reported.',
    'zh-CN': 'loopbook.yaml 现在忽略了 {count} 个在版本“{base}”中受检的文件，其中的问题不再报告。',
  },
} satisfies Record<string, Template>;

export interface Earlier {
  /** The earlier revision as the user named it. */
  name: string;
  handbook: Handbook;
  /** What rules did for the later revision, where the earlier one was built to go on from that. */
  rules?: Memory['rules'] | undefined;
}

/**
 * Tells which findings of a handbook an earlier revision of it did not have, and which it no longer has, by
 * their fingerprints. A finding in a file that nobody touched is new where the change elsewhere caused it; one
 * that only moved is not.
 *
 * Both revisions are judged by the same day, and by the rule settings of both: a finding counts as there before
 * if either settings make it in the earlier revision, and as there now if either make it now, with the graver
 * severity. So a change that turns a rule off cannot hide what it breaks, and one that turns a rule on is not
 * charged with what was wrong already. A new company's rule, likewise, finds old debt as old.
 *
 * What a comment or an exception answers for is answered for. A baseline is for old debt: what it has learnt in
 * the same change, and the earlier revision did not have, counts.
 *
 * @param result what `lint` found in the handbook with these options.
 */
export function compareFindings(
  result: LintResult,
  handbook: Handbook,
  earlier: Earlier,
  options: LintOptions,
): LintResult {
  const { includes, stopwatch: _, memory: __, ...everywhere } = options;
  const before = earlier.handbook;
  // An alias tells what an entity was called; its findings are the same under the new name.
  const present = (key: string) => handbook.find(key as EntityKey)?.key ?? key;
  const memory = earlier.rules && { earlier: earlier.rules, now: new Map() };
  const was = lint(before, { ...everywhere, present, ...(memory && { memory }) });
  const alike = judgeAlike(handbook, before);
  const isNow = alike
    ? []
    : verdicts(lint(judgedAs(handbook, before), { ...everywhere, ...(includes && { includes }) }));
  const wasToo = alike ? [] : verdicts(lint(judgedAs(before, handbook), { ...everywhere, present }));

  const old = fingerprints([...was.findings, ...wasToo]);
  const known = fingerprints([...was.findings, ...was.suppressed, ...wasToo]);
  const { kept: suppressed, learnt } = partBaseline(result, known);
  const answered = fingerprints(suppressed);
  const unseen = isNow.filter(({ fingerprint }) => !old.has(fingerprint) && !answered.has(fingerprint));
  const findings = gravest([...result.findings, ...learnt], unseen).sort(inOrder);
  const still = fingerprints([...result.findings, ...result.suppressed, ...isNow]);
  const isShown = ({ file }: Finding) => !includes || includes(file);
  return {
    ...result,
    findings,
    suppressed,
    comparison: {
      base: earlier.name,
      added: fingerprints(findings.filter(({ fingerprint }) => !old.has(fingerprint))),
      neverOld: fingerprints(findings.filter((each) => old.has(each.fingerprint) && !isHideable(each))),
      fixed: standing(was, result).filter((each) => !still.has(each.fingerprint) && isShown(each)),
    },
    notices: [...result.notices, ...noticesOf(handbook, earlier, options.language)],
  };
}

// helpers

/**
 * What there was to mend: what counted, and what a baseline put off. The latter is not called mended while
 * something is not read or not found, since rules are silent on what depends on that.
 */
function standing({ findings, suppressed }: LintResult, later: LintResult): Finding[] {
  if (!later.findings.every(isHideable)) return findings;
  const putOff = suppressed.filter(({ suppression }) => suppression.kind === 'baseline');
  return [...findings, ...putOff.map(({ suppression: _, ...finding }) => finding)].sort(inOrder);
}

/** What the rules found; the settings file itself was not what was judged. */
function verdicts({ findings }: LintResult): Finding[] {
  return findings.filter((each) => isHideable(each) && each.file !== SETTINGS_FILE);
}

/** Parts what the baseline hides and had a right to hide from what it has just learnt. */
function partBaseline({ suppressed }: LintResult, known: ReadonlySet<string>) {
  const kept: LintResult['suppressed'] = [];
  const learnt: Finding[] = [];
  for (const each of suppressed) {
    const { suppression, ...finding } = each;
    if (suppression.kind === 'baseline' && !known.has(each.fingerprint)) learnt.push(finding);
    else kept.push(each);
  }
  return { kept, learnt };
}

/** Joins findings of two judgements; of what is in both, the graver. */
function gravest(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const joined = new Map(findings.map((each) => [each.fingerprint, each]));
  for (const each of others) {
    const { severity = each.severity } = joined.get(each.fingerprint) ?? {};
    const graver = severities.indexOf(each.severity) <= severities.indexOf(severity);
    if (graver) joined.set(each.fingerprint, each);
  }
  return [...joined.values()];
}

function inOrder(a: Finding, b: Finding): number {
  return (
    byCodeUnit(a.file, b.file) ||
    a.start.offset - b.start.offset ||
    a.end.offset - b.end.offset ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.messageId, b.messageId) ||
    byCodeUnit(a.fingerprint, b.fingerprint)
  );
}

function fingerprints(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map(({ fingerprint }) => fingerprint));
}

function noticesOf(handbook: Handbook, { name, handbook: before }: Earlier, language: Language): string[] {
  if (before.files.size === 0) return [render(notices.noHandbook, { base: name }, language)];
  const isIgnored = picomatch(ignoredBy(handbook.files.get(SETTINGS_FILE)), { dot: true });
  const count = [...before.files.keys()].filter((path) => path !== SETTINGS_FILE && isIgnored(path)).length;
  return count === 0 ? [] : [render(notices.ignored, { base: name, count }, language)];
}
