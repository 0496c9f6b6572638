import { compare, isZero, parse, ZERO, type Decimal } from './decimal.js';
import { least, input, minus, plus, type Figure } from './figure.js';
import { amountRef, billedSoFar, netOf, type ChargeLine, type Settle } from './charge-line.js';

/**
 * Caps what a period costs: a line that passes the maximum, with what was billed before it, gets the excess as a
 * discount, never more than the line. 70.00 billed before, a line of 50.00, at most 100.00: 20.00 off.
 */
export function capLines(
  lines: readonly ChargeLine[],
  maximum: Decimal,
  priorBilled: Figure,
  settle: Settle,
): ChargeLine[] {
  const capped: ChargeLine[] = [];
  for (const line of lines) capped.push(capLine(line, maximum, billedSoFar(priorBilled, capped), settle));
  return capped;
}

function capLine(line: ChargeLine, maximum: Decimal, before: Figure, settle: Settle): ChargeLine {
  if (compare(netOf(line), ZERO) <= 0) return line;
  const net = netSoFar(line);
  const limit = input(parse(maximum), line.amount.unit, 'maximum');
  const excess = minus(plus([before, net], { label: 'billed' }), limit, { label: 'over-maximum' });
  if (compare(excess.exact, ZERO) <= 0) return line;
  const amount = settle(least(net, excess, { label: 'discount' }), 'discount');
  return isZero(amount.exact) ? line : { ...line, discounts: [...line.discounts, { ref: 'maximum', amount }] };
}

/** The line after the discounts that it has so far. */
function netSoFar(line: ChargeLine): Figure {
  return line.discounts.reduce((rest, { amount }) => minus(rest, amount, { label: 'net' }), amountRef(line));
}
