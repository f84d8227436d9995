import { type Localised, same } from './message.ts';
import { formatQuantity, parseQuantity, type Quantity } from './quantity.ts';

/** A quantity as readers of each language write it. */
export function quantityWords(quantity: Quantity): Localised {
  return { en: formatQuantity(quantity, 'en'), 'zh-CN': formatQuantity(quantity, 'zh-CN') };
}

/**
 * The same for one that an author wrote; as written where it cannot be read.
 *
 * @example writtenWords('6 min') // => { en: '6 min', 'zh-CN': '6 分钟' }
 */
export function writtenWords(written: string): Localised {
  const parsed = parseQuantity('value', written.trim());
  return parsed.ok ? quantityWords(parsed.value) : same(written);
}
