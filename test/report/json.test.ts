import { describe, expect, it } from 'vitest';
import { json } from '../../linter/report/json.ts';
import { findingOn, positionAt } from './findings.ts';

const SOURCE = 'name: x\nwait: 5 mins\n';

describe('json', () => {
  it('prints every key in its place', () => {
    const range = { start: positionAt(SOURCE, 0), end: positionAt(SOURCE, 4) };
    const finding = findingOn(SOURCE, '5 mins', {
      url: 'https://example.org/rules/flow/step-measured',
      related: [{ message: 'Here.', ...range, file: 'a.yaml' }],
      fix: { edits: [{ text: '5 min', end: 20, start: 14, file: 'a.yaml' }], description: 'Write "5 min".' },
      suggest: [{ description: 'Or leave it out.' }],
    });
    const out = json({ suppressed: [], notices: ['A note.'], findings: [finding], files: 3 });
    const start = { line: 2, column: 7, offset: 14 };
    const end = { line: 2, column: 13, offset: 20 };
    const expected = {
      version: 1,
      summary: { files: 3, errors: 1, warnings: 0, infos: 0 },
      findings: [
        {
          rule: 'flow/step-measured',
          severity: 'error',
          message: 'Step "verify" has no metric.',
          file: 'processes/check-in.yaml',
          start,
          end,
          fingerprint: '0f1e2d3c',
          url: 'https://example.org/rules/flow/step-measured',
          related: [
            {
              file: 'a.yaml',
              message: 'Here.',
              start: { line: 1, column: 1, offset: 0 },
              end: { line: 1, column: 5, offset: 4 },
            },
          ],
          fix: {
            description: 'Write "5 min".',
            edits: [{ file: 'a.yaml', start: 14, end: 20, text: '5 min' }],
          },
          suggest: [{ description: 'Or leave it out.' }],
        },
      ],
      notices: ['A note.'],
    };
    // The text, not the value: the order of keys is part of the format.
    expect(out).toBe(`${JSON.stringify(expected, null, 2)}\n`);
  });

  it('leaves out what a finding does not have', () => {
    const { findings } = JSON.parse(
      json({ files: 1, findings: [findingOn(SOURCE, 'x')], suppressed: [], notices: [] }),
    );
    expect(Object.keys(findings[0])).toEqual([
      'rule',
      'severity',
      'message',
      'file',
      'start',
      'end',
      'fingerprint',
    ]);
  });

  it('prints an empty result as a whole document', () => {
    expect(JSON.parse(json({ files: 0, findings: [], suppressed: [], notices: [] }))).toEqual({
      version: 1,
      summary: { files: 0, errors: 0, warnings: 0, infos: 0 },
      findings: [],
    });
  });

  it('escapes what could act on a terminal, and loses nothing', () => {
    const message = 'a\u001b[31m\u009b\u202e\u2028\u{e0041}\ud800“好”👨‍👩‍👧';
    const out = json({
      files: 1,
      findings: [findingOn(SOURCE, 'x', { message })],
      suppressed: [],
      notices: [],
    });
    expect(out).not.toMatch(/[^\P{C}\n]|\u2028/u);
    expect(out).toContain('“好”');
    expect(JSON.parse(out).findings[0].message).toBe(message);
  });

  it('holds 100,000 findings', () => {
    const finding = findingOn(SOURCE, 'x');
    const out = json({
      files: 1,
      findings: Array.from({ length: 100_000 }, () => finding),
      suppressed: [],
      notices: [],
    });
    expect(JSON.parse(out).findings).toHaveLength(100_000);
    expect(out.endsWith('}\n')).toBe(true);
  });
});
