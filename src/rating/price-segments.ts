import { add, divide, isZero, round, subtract, whole, ZERO, type Exact, type RoundingMode } from './decimal.js';
import { input } from './figure.js';
import { boundsOf } from './price-bounds.js';
import { ratePrice, type Price } from './price.js';

/** How the rows of a charge are rounded to the currency: each row, as invoice lines are, or once their exact sum. */
export interface PriceRounding {
  readonly mode: RoundingMode;
  readonly at: 'line' | 'charge';
}

/**
 * One straight line of a price's cost: above `start` and up to `end` (included), it is `settled`, which is rounded, plus
 * `open` + `slope` × (quantity - `start`), which is to be rounded. Major units.
 */
export interface Segment {
  readonly start: Exact;
  readonly end: Exact | null;
  readonly settled: Exact;
  readonly open: Exact;
  readonly slope: Exact;
}

interface Row {
  readonly start: Exact;
  readonly slope: Exact;
}

/**
 * The straight lines of a price, found by rating two quantities of each: the price's own rule stays the only one. `null`
 * where it is no row of straight lines. On each of them one row at most grows, so that the others can be rounded at once.
 */
export function segmentsOf(price: Price, exponent: number, rounding: PriceRounding): Segment[] | null {
  const bounds = boundsOf(price)?.filter((bound) => bound.n > 0n);
  if (!bounds) return null;
  return [ZERO, ...bounds].map((start, index) => segmentOf(price, start, bounds[index] ?? null, exponent, rounding));
}

function segmentOf(
  price: Price,
  start: Exact,
  end: Exact | null,
  exponent: number,
  { mode, at }: PriceRounding,
): Segment {
  const rows = rowsOf(price, start, end);
  const moving = rows.filter(({ slope }) => !isZero(slope));
  const slope = sumOf(moving.map((row) => row.slope));
  if (at === 'charge') return { start, end, settled: ZERO, open: sumOf(rows.map((row) => row.start)), slope };
  const still = rows.filter((row) => isZero(row.slope)).map((row) => round(row.start, exponent, mode));
  return { start, end, settled: sumOf(still), open: sumOf(moving.map((row) => row.start)), slope };
}

const sumOf = (amounts: readonly Exact[]): Exact => amounts.reduce(add, ZERO);

/** The rows of a price just above `start`, and how they grow. */
function rowsOf(price: Price, start: Exact, end: Exact | null): Row[] {
  const last = end ?? add(start, whole(2));
  const half = divide(subtract(last, start), whole(2));
  const [middle, final] = [amountsAt(price, add(start, half)), amountsAt(price, last)];
  return final.map((amount, index) => {
    const before = middle[index] ?? ZERO;
    return { start: subtract(add(before, before), amount), slope: divide(subtract(amount, before), half) };
  });
}

const amountsAt = (price: Price, quantity: Exact): Exact[] =>
  ratePrice(price, input(quantity, 'unit', 'quantity'), 'XXX').map((part) => part.amount.exact);
