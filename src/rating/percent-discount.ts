import { isZero, parse, type Decimal } from './decimal.js';
import { times } from './figure.js';
import { amountRef, type ChargeLine, type Settle } from './charge-line.js';
import { fraction } from './rated-part.js';

/** Takes a percentage (0 to 100) off each line, rounded like the lines are: 50 % of 200.00 is 100.00. */
export function discountLines(lines: readonly ChargeLine[], percent: Decimal, settle: Settle): ChargeLine[] {
  return lines.map((line) => {
    const share = times(amountRef(line), fraction(parse(percent)), { unit: line.amount.unit, label: 'discount' });
    const amount = settle(share, 'discount');
    return isZero(amount.exact) ? line : { ...line, discounts: [...line.discounts, { ref: 'percent', amount }] };
  });
}
