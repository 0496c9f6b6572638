import { add, divide, multiply, round, subtract, whole, ZERO, type Exact } from './decimal.js';

/** What one more day like those of a sample is expected to use, in whole units; `variance` in units squared. */
export interface Expectation {
  readonly mean: bigint;
  readonly variance: bigint;
}

/**
 * The mean of a sample, half-up to whole units, and the mean square by which its days differ from the exact mean (over
 * n - 1 days; zero for a single day), half-up to whole units squared: of 100, 110 and 150 they are 120 and 700.
 * Both are zero for an empty sample.
 */
export function expectationOf(sample: readonly Exact[]): Expectation {
  const mean = divide(sample.reduce(add, ZERO), whole(Math.max(sample.length, 1)));
  const squares = sample.map((each) => subtract(each, mean)).map((off) => multiply(off, off));
  const degrees = whole(Math.max(sample.length - 1, 1));
  const variance = divide(squares.reduce(add, ZERO), degrees);
  return { mean: round(mean, 0, 'half-up').n, variance: round(variance, 0, 'half-up').n };
}

/** The greatest whole number whose square is at most `n`, for `n` of zero or more. Newton's way, in integers. */
export function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
