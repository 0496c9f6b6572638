// The same work by others: plain integers, and the decimal libraries that one would take instead.
import Big from 'big.js';
import BigNumber from 'bignumber.js';
import { Decimal } from 'decimal.js';
import { add, dinero, multiply, toSnapshot, transformScale } from 'dinero.js';
import { USD } from 'dinero.js/currencies';
import { TIERS } from './data.mjs';

/** The billed minutes of calls by a decimal library: 60 seconds, then steps of 6. */
const minutesBy = (make, ceil) => (measured) => {
  let seconds = make(0);
  for (const milliseconds of measured) {
    const beyond = make(milliseconds).div(1000).minus(60);
    seconds = seconds.plus(60).plus(beyond.gt(0) ? ceil(beyond.div(6)).times(6) : 0);
  }
  return seconds.div(60);
};

export const minutes = {
  'big.js': minutesBy(
    (value) => new Big(value),
    (value) => value.round(0, Big.roundUp),
  ),
  'decimal.js': minutesBy(
    (value) => new Decimal(value),
    (value) => value.ceil(),
  ),
  'bignumber.js': minutesBy(
    (value) => new BigNumber(value),
    (value) => value.integerValue(BigNumber.ROUND_CEIL),
  ),
};

/** What a quantity costs in whole cents, tier by tier, as one would write it for these tiers by hand. */
export function plainCents(quantity) {
  let cents = 0;
  let start = 0;
  for (const { end, unit, flat } of CENTS) {
    if (quantity <= start && start > 0) break;
    cents += (Math.min(quantity, end) - start) * unit + flat;
    start = end;
  }
  return cents;
}

const CENTS = TIERS.map(({ upTo, unitAmount, flatAmount = '0' }) => ({
  end: upTo === null ? Infinity : Number(upTo),
  unit: Math.round(Number(unitAmount) * 100),
  flat: Number(flatAmount) * 100,
}));

export const tiers = {
  'big.js'(quantity) {
    let total = new Big(0);
    eachTier(quantity, (units, { unitAmount, flatAmount = '0' }) => {
      total = total.plus(new Big(units).times(unitAmount)).plus(flatAmount);
    });
    return Number(total.times(100).round(0, Big.roundHalfUp));
  },
  'dinero.js'(quantity) {
    let total = dinero({ amount: 0, currency: USD });
    eachTier(quantity, (units, _, { unit, flat }) => {
      const fee = dinero({ amount: flat, currency: USD });
      total = add(add(total, multiply(dinero({ amount: unit, currency: USD }), units)), fee);
    });
    return toSnapshot(transformScale(total, 2)).amount;
  },
};

function eachTier(quantity, act) {
  let start = 0;
  for (const [index, cents] of CENTS.entries()) {
    if (quantity <= start && start > 0) break;
    act(Math.min(quantity, cents.end) - start, TIERS[index], cents);
    start = cents.end;
  }
}
