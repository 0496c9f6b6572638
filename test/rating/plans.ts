import type { RatedPlan } from '../../src/rating/plan.js';
import type { Price } from '../../src/rating/price.js';

interface Own extends Partial<Omit<RatedPlan, 'usage'>> {
  included?: string;
  rate?: string;
  price?: Price;
}

/** A per-minute plan of an answering service, its usage reported in seconds. */
export function planOf({ included = '100', rate = '1.29', price, ...own }: Own = {}): RatedPlan {
  return {
    id: 'starter',
    name: 'Starter',
    version: '1',
    currency: 'USD',
    exponent: 2,
    baseFee: '139.00',
    usage: [
      {
        id: 'operator',
        name: 'Operator minutes',
        unit: 'minute',
        reported: { unit: 'second', perUnit: '60' },
        included,
        price: price ?? { type: 'per-unit', unitAmount: rate },
      },
    ],
    ...own,
  };
}
