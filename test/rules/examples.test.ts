import { describe, expect, test } from 'vitest';
import { registry } from '../../linter/rules/registry.gen.ts';
import { applyEdits } from '../support/edits.ts';
import { runExample } from '../support/example.ts';
import { baseFiles, lintMemory } from '../support/handbook.ts';
import { pageOf, pageOrError } from '../support/pages.ts';

describe.each(registry.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = pageOrError(id);
  if (page instanceof Error) {
    test('has a page', () => {
      throw page;
    });
    return;
  }
  const { examples } = page;

  test.each(examples.map((example) => [`${example.verdict}: ${example.title.en}`, example] as const))(
    '%s',
    (_, example) => {
      const { found, expected, stray } = runExample(rule, example);
      expect(stray).toEqual([]);
      expect(found).toEqual(expected);
    },
  );

  test('its edits mend what they are offered for', () => {
    for (const example of examples) {
      const { findings, files } = runExample(rule, example);
      for (const finding of findings) {
        for (const { edits } of [finding.fix, ...(finding.suggest ?? [])].filter(
          (each) => each !== undefined,
        )) {
          if (!edits) continue;
          const mended = lintMemory(applyEdits(files, edits), { rules: [rule] });
          const same = ({ messageId, subject, quoted }: typeof finding) =>
            messageId === finding.messageId && subject === finding.subject && quoted === finding.quoted;
          expect(mended.filter(same).length).toBeLessThan(findings.filter(same).length);
          expect(mended.filter((each) => each.rule.startsWith('syntax/'))).toEqual([]);
        }
      }
    }
  });
});

test.each(registry.map((rule) => [rule.id, rule] as const))(
  '%s offers the remedies it announces',
  (id, rule) => {
    const findings = pageOf(id).examples.flatMap((example) => runExample(rule, example).findings);
    const offered = {
      automatic: findings.some(({ fix }) => fix),
      suggestion: findings.some(({ suggest }) => suggest?.length),
    };
    const { fix } = rule.rule.meta;
    expect(offered).toMatchObject(fix === 'none' ? { automatic: false, suggestion: false } : { [fix]: true });
  },
);

test('the base handbook is sound by itself under all rules', () => {
  const findings = lintMemory(baseFiles(), { rules: registry });
  expect(findings.map(({ at, rule, message }) => `${at.file}: ${message.en} (${rule})`)).toEqual([]);
});
