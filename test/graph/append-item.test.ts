import { describe, expect, test } from 'vitest';
import { appendItem } from '../../linter/graph/append-item.ts';
import { applyEdits } from '../support/edits.ts';
import { handbookOf } from '../support/handbook.ts';

/** The text of a training after a role was added. */
function withRole(text: string): string | undefined {
  const files = { 'training/drill.yaml': text };
  const edit = appendItem(handbookOf(files).get('training', 'drill')!, '/roles', 'cook');
  return edit && (applyEdits(files, [edit])['training/drill.yaml'] as string);
}

describe('appendItem', () => {
  test('adds to a list in brackets', () => {
    expect(withRole('roles: [waiter, "bar keeper" ] # all\n')).toBe(
      'roles: [waiter, "bar keeper", cook ] # all\n',
    );
  });

  test('adds a line to a list of lines, with its indent', () => {
    expect(withRole('roles:\n  - waiter # by day\nname: Drill\n')).toBe(
      'roles:\n  - waiter # by day\n  - cook\nname: Drill\n',
    );
  });

  test('keeps the line ends of the file', () => {
    expect(withRole('roles:\r\n- waiter\r\nname: Drill\r\n')).toBe(
      'roles:\r\n- waiter\r\n- cook\r\nname: Drill\r\n',
    );
  });

  test('adds to a list at the very end of a file', () => {
    expect(withRole('roles:\n- waiter')).toBe('roles:\n- waiter\n- cook');
  });

  test('says nothing where there is no list to go by', () => {
    expect(withRole('name: Drill\n')).toBeUndefined();
    expect(withRole('roles: []\n')).toBeUndefined();
  });
});
