import { multiply, round, subtract, whole, type Exact, type RoundingMode } from './decimal.js';
import type { Segment } from './price-segments.js';

/** A segment in safe integers: its amount is `settled` + (`base` + `slope` × quantity) ÷ `parts`, rounded. */
export interface IntegerSegment {
  /** The last whole quantity of the segment. */
  readonly end: number;
  /** The last for which every number on the way to the amount is below 2^52; below `end` where that is not all. */
  readonly most: number;
  /** Minor units. */
  readonly settled: number;
  readonly base: number;
  readonly slope: number;
  /** How many parts of a minor unit `base` and `slope` are counted in. */
  readonly parts: number;
}

const LIMIT = 2n ** 51n;

/** A segment for whole quantities of 10^-`scale` units. One that does not fit into integers is safe for none of them. */
export function integerSegment(segment: Segment, scale: number, exponent: number): IntegerSegment {
  const minor = whole(10n ** BigInt(exponent));
  const perUnit: Exact = { n: 1n, d: 10n ** BigInt(scale) };
  const base = reduced(multiply(subtract(segment.open, multiply(segment.slope, segment.start)), minor));
  const slope = reduced(multiply(multiply(segment.slope, minor), perUnit));
  const parts = (base.d / gcd(base.d, slope.d)) * slope.d;
  const [b, s] = [(base.n * parts) / base.d, (slope.n * parts) / slope.d];
  const settled = multiply(segment.settled, minor).n / multiply(segment.settled, minor).d;
  const end = segment.end && round(multiply(segment.end, whole(10n ** BigInt(scale))), 0, 'floor').n;
  const room = LIMIT - (b < 0n ? -b : b);
  const fits = parts < LIMIT && settled < LIMIT && room > 0n && s >= 0n;
  const most = !fits ? 0n : s === 0n ? LIMIT : room / s;
  return {
    end: end === null ? Infinity : Number(end),
    most: Number(end !== null && end < most ? end : most),
    ...{ settled: Number(settled), base: Number(b), slope: Number(s), parts: Number(parts) },
  };
}

/** The amount of a quantity that the segment is safe for, in minor units. Quotients below 2^52 are floored exactly. */
export function amountIn(
  { settled, base, slope, parts }: IntegerSegment,
  quantity: number,
  mode: RoundingMode,
): number {
  const open = base + slope * quantity;
  if (parts === 1) return settled + open;
  const quotient = Math.floor(open / parts);
  const rest = open - quotient * parts;
  return settled + quotient + (roundsUp(mode, rest, parts, quotient) ? 1 : 0);
}

/** Whether a remainder of zero or more takes its quotient one up. */
function roundsUp(mode: RoundingMode, rest: number, parts: number, quotient: number): boolean {
  switch (mode) {
    case 'half-up':
      return 2 * rest >= parts;
    case 'half-down':
      return 2 * rest > parts;
    case 'half-even':
      return 2 * rest > parts || (2 * rest === parts && quotient % 2 === 1);
    case 'up':
    case 'ceil':
      return rest > 0;
    case 'down':
    case 'floor':
      return false;
  }
}

function reduced({ n, d }: Exact): Exact {
  const common = gcd(n < 0n ? -n : n, d);
  return { n: n / common, d: d / common };
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
