import { expect, test } from 'vitest';
import { registry } from '../../linter/rules/registry.gen.ts';
import { lintMemory } from '../support/handbook.ts';
import { countWords, WORDS_EACH } from './generate/sop.ts';
import { generateHandbook } from './generate.ts';

test.each(['en', 'zh-CN', 'mixed'] as const)('a made-up handbook (%s) satisfies every rule', (language) => {
  const files = generateHandbook({ processes: 70, sops: 70, language });
  const findings = lintMemory(Object.fromEntries(files), { rules: registry });
  expect(findings.map(({ rule, at, message }) => `${at.file}: ${message.en} (${rule})`)).toEqual([]);
});

test('the same seed gives the same files, another seed gives others', () => {
  const size = { processes: 3, sops: 3 };
  expect(generateHandbook(size)).toEqual(generateHandbook(size));
  expect(generateHandbook({ ...size, seed: 2 })).not.toEqual(generateHandbook(size));
});

test.each(['en', 'zh-CN'] as const)('an SOP has about as many words as it is to have (%s)', (language) => {
  const counts = [...generateHandbook({ processes: 50, sops: 50, language })]
    .filter(([path]) => path.startsWith('sops/'))
    .map(([, text]) => countWords(text.slice(text.indexOf('\n---\n') + 5)));
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(counts).toHaveLength(50);
  expect(Math.abs(mean - WORDS_EACH)).toBeLessThan(WORDS_EACH * 0.05);
});
