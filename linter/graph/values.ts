import type { MessageData, Template } from '../model/message.ts';
import { same } from '../model/message.ts';
import { escapeToken } from '../model/pointer.ts';
import { parseQuantity, QUANTITY_MESSAGES, type QuantityKind } from '../model/quantity.ts';
import { hint } from '../model/suggest.ts';
import type { ProblemCollector } from '../parse/problem.ts';
import type { SpanIndex } from '../parse/spans.ts';
import { spanAt } from '../parse/spans.ts';
import type { SchemaName } from '../schema/validate.ts';
import { visitFields } from './visit-fields.ts';

export const valueMessages = {
  unknownLocale: {
    en: 'There is no locale "{locale}" in this handbook; {hint}',
    'zh-CN': '手册中没有语言“{locale}”；{hint}',
  },
  replace: { en: 'Write "{suggestion}".', 'zh-CN': '改为“{suggestion}”。' },
} satisfies Record<string, Template>;

/**
 * Checks what JSON Schema cannot say: quantities by their grammar, texts by the handbook's locales. Wrong
 * values stay in the data as written; whoever needs the number parses it and finds none.
 */
export function checkValues(
  schema: SchemaName,
  data: unknown,
  spans: SpanIndex,
  locales: readonly string[],
  report: ProblemCollector,
): void {
  visitFields(
    schema,
    data,
    (field, pointer, value) => {
      if (field.quantity && typeof value === 'string')
        checkQuantity(field.quantity, value, pointer, spans, report);
      if (field.text && locales.length > 0) checkLocales(value, pointer, spans, locales, report);
    },
    ['quantity', 'text'],
  );
}

/** Values that fit their grammar: the same few stand in many files. */
const fitting = new Set<string>();
const MOST_KEPT = 10_000;

function checkQuantity(
  kind: QuantityKind,
  text: string,
  pointer: string,
  spans: SpanIndex,
  report: ProblemCollector,
): void {
  const written = `${kind} ${text}`;
  if (fitting.has(written)) return;
  const result = parseQuantity(kind, text);
  if (result.ok) {
    if (fitting.size < MOST_KEPT) fitting.add(written);
    return;
  }
  const span = spanAt(spans, pointer, 'value');
  if (!span) return;
  const { problem, suggestion } = result;
  const suggest = suggestion && [
    {
      description: valueMessages.replace,
      data: { suggestion },
      edits: [{ file: report.file, start: span[0], end: span[1], text: quoted(suggestion) }],
    },
  ];
  report.add('syntax/value', QUANTITY_MESSAGES, {
    messageId: problem.messageId,
    data: problem.data,
    span,
    what: pointer,
    ...(suggest && { suggest }),
  });
}

/** In YAML a plain scalar must not begin with `>`, nor stand for a number where text is meant. */
function quoted(text: string): string {
  return /^[<>=\d]*$|^[<>=]/.test(text) ? `"${text}"` : text;
}

function checkLocales(
  value: unknown,
  pointer: string,
  spans: SpanIndex,
  locales: readonly string[],
  report: ProblemCollector,
): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  for (const locale of Object.keys(value)) {
    if (locales.includes(locale)) continue;
    const at = `${pointer}/${escapeToken(locale)}`;
    const span = spanAt(spans, at, 'key');
    const data: MessageData = { locale: same(locale), hint: hint(locale, locales) };
    if (span) report.add('syntax/value', valueMessages, { messageId: 'unknownLocale', data, span, what: at });
  }
}
