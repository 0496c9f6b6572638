import { parse } from './decimal.js';
import { billedUsage } from './billed-usage.js';
import type { ChargeTerms, ChargeUsage } from './charge-input.js';
import { chargeLine, settleBy, type ChargeLine } from './charge-line.js';
import { input } from './figure.js';
import { burnCredits } from './line-credits.js';
import { capLines } from './maximum.js';
import { shortfallLines } from './minimum.js';
import { discountLines } from './percent-discount.js';
import { ratePrice } from './price.js';
import { DEFAULT_ROUNDING } from './rounding.js';

/**
 * Rates one charge in the fixed order of its steps: convert units → round units → free units → price → percentage
 * discount → maximum → minimum → credits. The maximum sees what the discount leaves, the minimum what both leave, and
 * credits pay what is then due, so that they never count against the minimum. It is due when the period `ends`.
 */
export function workCharge(terms: ChargeTerms, usage: ChargeUsage, ends = isLast(usage)): ChargeLine[] {
  const { percentDiscount, maximum, minimum, credits = [] } = terms;
  const settle = settleBy(terms.rounding ?? DEFAULT_ROUNDING, terms);
  const priorBilled = input(parse(usage.priorBilled ?? '0'), terms.currency, 'prior-billed');

  const { quantity, facts } = billedUsage(terms, usage);
  let lines = ratePrice(terms.price, quantity, terms.currency, facts).map((part) => chargeLine(part, settle));
  if (percentDiscount !== undefined) lines = discountLines(lines, percentDiscount, settle);
  if (maximum !== undefined) lines = capLines(lines, maximum, priorBilled, settle);
  const missing = minimum !== undefined && ends ? shortfallLines(lines, minimum, priorBilled, settle) : [];
  return burnCredits([...lines, ...missing], credits);
}

const isLast = ({ position = 'only' }: ChargeUsage): boolean => position === 'only' || position === 'last';
