/** An exact decimal in canonical form: `-12`, `0.3`, `10000`. No exponent, no needless zero, so it is plain data. */
export type Decimal = string;

export type DurationUnit = 'ms' | 's' | 'min' | 'h' | 'd' | 'wd';
export type Operator = '<=' | '<' | '>=' | '>' | '=';

export interface Duration {
  kind: 'duration';
  number: Decimal;
  unit: DurationUnit;
}

export interface Money {
  kind: 'money';
  number: Decimal;
  /** ISO 4217 code, upper case. */
  currency: string;
  /** What the amount is counted for: `case`, `guest`, `stay`, `day` … */
  per?: string;
}

/** `0.3 %`, or a proportion such as `1:1`. */
export type Ratio =
  | { kind: 'ratio'; number: Decimal; unit: '%' }
  | { kind: 'ratio'; number: Decimal; unit: ':'; to: Decimal };

export interface Count {
  kind: 'count';
  number: Decimal;
  /** The thing counted, a singular lower-case noun; absent for a bare number. */
  unit?: string;
}

export interface Point {
  kind: 'point';
  number: Decimal;
}

/** A plain value, with no direction. */
export type Measure = Duration | Money | Ratio | Count | Point;

export interface Comparison {
  kind: 'comparison';
  op: Operator;
  value: Measure;
}

/** The limit `none`: this role decides without an upper bound. */
export interface Unlimited {
  kind: 'unlimited';
}

export type Quantity = Measure | Comparison | Unlimited;

/** What a field asks for (`x-quantity` in the schemas); `value` is any plain value. */
export type QuantityKind = Measure['kind'] | 'value' | 'comparison' | 'limit';

/** The value that each kind of field holds. */
export interface QuantityOf {
  duration: Duration;
  money: Money;
  ratio: Ratio;
  count: Count;
  point: Point;
  value: Measure;
  comparison: Comparison;
  limit: Money | Unlimited;
}
