import { parseRatio } from '../../model/quantity.ts';
import type { Handbook } from '../handbook.ts';

/**
 * A share in per cent: the company's own limit, or else the setting of the rule; undefined where neither can
 * be read.
 */
export function shareLimit(
  { company }: Handbook,
  limit: 'noValueShare' | 'waitShare',
  setting: string,
): number | undefined {
  for (const written of [company?.data.limits?.[limit], setting]) {
    const parsed = parseRatio(written ?? '');
    if (parsed.ok && parsed.value.unit === '%') return Number(parsed.value.number);
  }
  return undefined;
}
