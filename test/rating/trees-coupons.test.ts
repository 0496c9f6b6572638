import { describe, expect, test } from 'vitest';
import { applyCoupon } from '../../src/rating/index.js';
import { drawn } from './drawn.js';

const cents = { mode: 'half-up', scale: 2 } as const;

describe('a coupon', () => {
  const off = (own: object): string =>
    drawn(applyCoupon({ base: '3', currency: 'USD', rounding: cents, ...own }).derivation);

  test('is a percentage of its base, or an amount up to it', () => {
    expect(off({ percent: '20' })).toBe(`
      round 0.6 USD discount | rounding half-up 2
        divide 0.6 USD -
          multiply 60 USD -
            input 3 USD coupon-base
            input 20 % percent
          input 100 % percent-whole`);
    expect(off({ amount: '2.005' })).toBe(`
      round 2.01 USD discount | rounding half-up 2
        input 2.005 USD discount`);
    expect(off({ amount: '3' })).toBe(`
      round 3 USD discount | rounding half-up 2
        input 3 USD discount`);
    expect(off({ amount: '3.01' })).toBe(`
      min 3 USD discount
        round 3.01 USD discount | rounding half-up 2
          input 3.01 USD discount
        input 3 USD coupon-base`);
  });
});
