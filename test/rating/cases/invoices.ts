import { allocate as split, applyCoupon, rateInvoice, type Coupon } from '../../../src/rating/index.js';
import type { Got, Money } from './format.js';
import { currencyOf, given, roundingOf } from './words.js';

interface CaseCoupon {
  percent?: string;
  amount?: string;
  appliesTo?: readonly string[];
}

interface InvoiceInputs extends Money {
  lines: readonly { ref: string; amount: string; taxRates?: readonly string[] }[];
  coupons?: readonly CaseCoupon[];
  creditNotes?: string;
  policy?: { taxRounding?: 'line' | 'invoice' };
}

export function invoice(inputs: InvoiceInputs): Got {
  const { lines, coupons = [], creditNotes, policy } = inputs;
  return {
    ...rateInvoice({
      currency: currencyOf(inputs).currency,
      rounding: roundingOf(inputs),
      lines,
      coupons: coupons.map((coupon, index) => ({ id: `${index + 1}`, ...coupon }) as Coupon),
      creditNotes: creditNotes === undefined ? [] : [{ id: 'note', amount: creditNotes }],
      policy: { taxRounding: policy?.taxRounding ?? 'invoice' },
    }),
  };
}

export function coupon(inputs: Money & { base: string; percent?: string; amount?: string }): Got {
  const { base, percent, amount } = inputs;
  const { currency } = currencyOf(inputs);
  return { ...applyCoupon({ base, currency, rounding: roundingOf(inputs), ...given({ percent, amount }) }) };
}

export function allocate(inputs: {
  amount: string;
  scale: number;
  weights: readonly { key: string; weight: string }[];
}): Got {
  return { shares: split(inputs) };
}
