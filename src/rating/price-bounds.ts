import { parse, type Exact } from './decimal.js';
import type { Price } from './price.js';

/**
 * The quantities at which a price's cost breaks: from just above one up to the next, and beyond the last, it is a
 * straight line. `null` for a price that is none (packages, blocks) or that needs more than a quantity (events).
 */
export function boundsOf(price: Price): Exact[] | null {
  switch (price.type) {
    case 'flat':
      return [];
    case 'per-unit':
      return price.freeUnits === undefined ? [] : [parse(price.freeUnits)];
    case 'graduated':
    case 'volume':
    case 'stairstep':
      return price.tiers.flatMap(({ upTo }) => (upTo === null ? [] : [parse(upTo)]));
    default:
      return null;
  }
}
