import type { Quantity } from './types.ts';

/**
 * Print a value in the one form that the grammar reads back to the same value.
 *
 * @example
 * printQuantity({ kind: 'money', number: '30', currency: 'CNY', per: 'case' }); // => '30 CNY per case'
 */
export function printQuantity(value: Quantity): string {
  switch (value.kind) {
    case 'duration':
      return `${value.number} ${value.unit}`;
    case 'money':
      return `${value.number} ${value.currency}${value.per ? ` per ${value.per}` : ''}`;
    case 'ratio':
      return value.unit === '%' ? `${value.number} %` : `${value.number}:${value.to}`;
    case 'count':
      return value.unit ? `${value.number} ${value.unit}` : value.number;
    case 'point':
      return `${value.number} point`;
    case 'comparison':
      return `${value.op} ${printQuantity(value.value)}`;
    case 'unlimited':
      return 'none';
  }
}
