import { parseDate } from '../model/date.ts';
import {
  type Comparison,
  compareQuantities,
  type Measure,
  parseComparison,
  parseQuantity,
} from '../model/quantity.ts';
import type { Field } from '../schema/fields.ts';

/** Where a value went: `higher` and `lower` of quantities and dates, `looser` and `tighter` of targets. */
export type Direction = 'higher' | 'lower' | 'looser' | 'tighter' | 'same' | undefined;

/** Which way a value moved; undefined where that cannot be told, as between two currencies. */
export function directionOf(field: Field | undefined, before: unknown, after: unknown): Direction {
  if (field?.order) return rank(field.order, before, after);
  if (typeof before === 'number' && typeof after === 'number') return sign(after - before);
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  if (field?.quantity === 'comparison') return targetDirection(before, after);
  if (field?.quantity) {
    const [from, to] = [parseQuantity(field.quantity, before), parseQuantity(field.quantity, after)];
    if (!from.ok || !to.ok) return undefined;
    const order = compareQuantities(to.value, from.value);
    return order === undefined ? undefined : sign(order);
  }
  const areDates = parseDate(before).ok && parseDate(after).ok;
  return areDates ? sign(after < before ? -1 : 1) : undefined;
}

// helpers

function sign(difference: number): Direction {
  if (difference === 0) return 'same';
  return difference > 0 ? 'higher' : 'lower';
}

/** Orders run from the strongest value to the weakest. */
function rank(order: readonly string[], before: unknown, after: unknown): Direction {
  const [from, to] = [order.indexOf(String(before)), order.indexOf(String(after))];
  return from < 0 || to < 0 ? undefined : sign(from - to);
}

/** A ceiling that rises and a floor that sinks are looser; a target that turns round cannot be judged. */
function targetDirection(before: string, after: string): Direction {
  const [from, to] = [parseComparison(before), parseComparison(after)];
  if (!from.ok || !to.ok) return undefined;
  const side = sideOf(from.value);
  if (side === undefined || side !== sideOf(to.value)) return undefined;
  const order = compareQuantities(to.value.value as Measure, from.value.value as Measure);
  if (order === undefined) return undefined;
  if (order !== 0) return order > 0 === (side === 'ceiling') ? 'looser' : 'tighter';
  if (from.value.op === to.value.op) return 'same';
  return to.value.op.length > from.value.op.length ? 'looser' : 'tighter';
}

function sideOf({ op }: Comparison): 'ceiling' | 'floor' | undefined {
  if (op === '=') return undefined;
  return op.startsWith('<') ? 'ceiling' : 'floor';
}
