/**
 * Values as people write them (`5 min`, `<= 0.3 %`, `30 CNY per case`): one grammar for reading, printing,
 * comparing and showing them. The grammar is documented in quantity.md.
 */
export { compareQuantities, satisfies, toSeconds } from './quantity/compare.ts';
export { type FormatOptions, formatQuantity } from './quantity/format.ts';
export { QUANTITY_MESSAGES, type QuantityMessageId } from './quantity/messages.ts';
export {
  parseComparison,
  parseCount,
  parseDuration,
  parseLimit,
  parseMoney,
  parsePoint,
  parseQuantity,
  parseRatio,
  parseValue,
} from './quantity/parse.ts';
export { printQuantity } from './quantity/print.ts';
export type { QuantityFailure, QuantityProblem, QuantityResult } from './quantity/result.ts';
export type {
  Comparison,
  Count,
  Decimal,
  Duration,
  DurationUnit,
  Measure,
  Money,
  Operator,
  Point,
  Quantity,
  QuantityKind,
  Ratio,
  Unlimited,
} from './quantity/types.ts';
export { dimensionOf } from './quantity/units.ts';
