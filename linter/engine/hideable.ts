import { MORE } from './cap.ts';

/** What no comment, exception or baseline hides: what was not read, not found or not checked. */
export function isHideable({ rule, messageId }: { rule: string; messageId: string }): boolean {
  return isHideableRule(rule) && messageId !== 'crash' && messageId !== MORE;
}

export function isHideableRule(rule: string): boolean {
  return !rule.startsWith('syntax/') && rule !== 'references/resolves';
}
