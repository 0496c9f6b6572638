import { isNegative, parse, whole, type Decimal } from './decimal.js';
import { need } from './errors.js';
import { input, over, plus, times, type Figure } from './figure.js';

/**
 * The tax on an amount, unrounded: several rates add up before they are applied. `inclusive` takes it out of a price
 * that already contains it: 120.00 at 20 % contains 20.00.
 */
export function taxOn(
  amount: Figure,
  rates: readonly Decimal[],
  prices: 'exclusive' | 'inclusive' = 'exclusive',
): Figure {
  const hundred = input(whole(100), '%', 'percent-whole');
  const percents = rates.map((rate) => input(parse(rate, 'taxRate'), '%', 'tax-rate'));
  const [only] = percents;
  const rate = percents.length === 1 && only ? only : plus(percents, { unit: '%', label: 'tax-rate' });
  const whole100 = prices === 'inclusive' ? plus([hundred, rate], { unit: '%' }) : hundred;
  return over(times(amount, rate, { unit: amount.unit }), whole100, { unit: amount.unit, label: 'tax' });
}

/** A percentage of zero or more. Throws `malformed-number` or `percentage-out-of-range`. */
export function needPercent(percent: Decimal, field: string): void {
  need(!isNegative(parse(percent, field)), 'percentage-out-of-range', field, 'must not be negative');
}
