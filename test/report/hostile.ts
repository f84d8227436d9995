import type { Finding, LintResult } from '../../linter/model/finding.ts';
import type { ReportContext } from '../../linter/report/context.ts';
import { findingOn } from './findings.ts';

export const SOURCE = 'name: 入住\nsteps:\n  - id: verify\n    do: 核对证件，及时告知客人\n';

/** Texts that mean something to one reader of a report or another. */
export const HOSTILE: readonly string[] = [
  '::error file=a.yaml,line=1::forged',
  'a\n::stop-commands::token\n::add-mask::b',
  'a\r::warning::b\r\n##[error]c ##[add-mask]d ##vso[task.setvariable]e',
  '%0A::error::a%25,b:c',
  '\u001b[31m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007\u009b2J',
  '<script>alert(1)</script><img src=x onerror=alert(1)> &lt; &#x3c; "\'',
  ']]><failure message="forged"/></testcase><!-- --><![CDATA[x]]>',
  '| a | b |\n|---|---|\n# heading\n- [x] *b* _i_ ~~s~~ `c` ``d` | \\| \\\\',
  '![i](https://evil.example/x.png) [l](javascript:alert(1)) <https://evil.example> https://evil.example www.evil.example a@evil.example',
  '@everyone @org/team #1 org/repo#2 GH-3 !4 ~label',
  '[text](1) [text](https://evil.example) {0} {1} {{2}} $' + '{x} `y`',
  '\u0000\u0001\u0008\u000b\u000c\u000e\u001f\u007f\u0085\u2028\u2029\ufffe\uffff\u{1fffe}',
  '\ud800 \udc00\ud800',
  '\u202egnp.exe\u2066x\u2069\u200b\u200d\ufeff\u{e0041}',
  '$(touch injected) `touch injected` ; rm -rf / && %PATH% $HOME',
  '../../etc/passwd//./a b?c#d%2e%2e/手册（2026）/’“”',
  '=cmd|\' /C calc\'!A1 {"a":1}',
  '',
  ' '.repeat(3),
  'x'.repeat(5000),
];

/** A result in which every text is hostile, with everything a result can have. */
export function hostileResult(texts: readonly string[] = HOSTILE): LintResult {
  const findings = texts.map((text, index) => hostileFinding(text, index));
  return {
    files: texts.length,
    findings,
    suppressed: texts.slice(0, 6).map((text, index) => ({
      ...hostileFinding(text, index + 1000),
      suppression: {
        kind: (['comment', 'exception', 'baseline'] as const)[index % 3]!,
        ...(index % 3 !== 2 && { reason: text, until: '2027-01-31' }),
        ...(index % 2 === 0 && { at: { file: text, ...placeOf(findings[0]!) } }),
      },
    })),
    comparison: {
      base: texts[1] ?? '',
      added: new Set(findings.filter((_, index) => index % 2 === 0).map(({ fingerprint }) => fingerprint)),
      fixed: texts.slice(0, 4).map((text, index) => hostileFinding(text, index + 2000)),
    },
    notices: [...texts],
  };
}

function hostileFinding(text: string, index: number): Finding {
  const finding = findingOn(SOURCE, index % 2 === 0 ? 'verify' : '及时', {
    rule: index % 3 === 0 ? text : 'references/resolves',
    severity: (['error', 'warning', 'info'] as const)[index % 3]!,
    file: `roles/${text}.yaml`,
    message: `There is no "${text}".`,
    messageId: text,
    fingerprint: index.toString(16).padStart(16, '0'),
    url: `https://handbook.example/rules/${encodeURIComponent(text.toWellFormed())}/`,
  });
  const edits = [{ file: finding.file, start: 0, end: 4, text }];
  return {
    ...finding,
    related: [{ file: text, message: text, ...placeOf(finding) }],
    fix: { description: text, edits },
    suggest: [{ description: text }, { description: text, edits: [...edits, ...edits] }],
  };
}

function placeOf({ start, end }: Finding) {
  return { start, end };
}

export function contextOf(rest: Partial<ReportContext> = {}): ReportContext {
  return {
    lang: 'en',
    colour: false,
    source: () => SOURCE,
    version: '0.1.0',
    prefix: 'policies/',
    rule: () => undefined,
    ...rest,
  };
}

export const EMPTY: LintResult = { files: 0, findings: [], suppressed: [], notices: [] };
