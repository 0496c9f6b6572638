import { expect } from 'vitest';
import {
  checkCharge,
  moneyText,
  RatingError,
  rateCharge,
  type ChargeInput,
  type ChargeUsage,
  type Price,
  type RatedCharge,
} from '../../src/rating/index.js';

type Terms = Partial<Omit<ChargeInput, 'price' | 'usage'>>;

/** Rates a charge in dollars, and sees that its explanations hold. */
export function charge(price: Price, usage: ChargeUsage | string, terms: Terms = {}): RatedCharge {
  const used = typeof usage === 'string' ? { quantity: usage } : usage;
  const rated = rateCharge({ currency: 'USD', exponent: 2, ...terms, price, usage: used });
  expect(checkCharge(rated)).toEqual([]);
  return rated;
}

export const total = (price: Price, usage: ChargeUsage | string, terms: Terms = {}): string =>
  moneyText(charge(price, usage, terms).total);

/** The lines as `quantity × unit price`. */
export const rows = (price: Price, usage: ChargeUsage | string, terms: Terms = {}): string[] =>
  charge(price, usage, terms).lines.map(({ ref, quantity, unitPrice }) => `${ref}: ${quantity} × ${unitPrice}`);

/** The code and the field of the error that something throws. */
export function failure(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof RatingError) return `${error.code} at ${error.field}`;
    throw error;
  }
  return 'no error';
}
