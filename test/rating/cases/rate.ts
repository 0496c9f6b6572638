import {
  applyUsageDiscount,
  convertUnits,
  rateCharge,
  rateProgressive,
  type ChargeReading,
  type ChargeTerms,
  type ChargeTotals,
  type ChargeUsage,
  type RatedAdjustment,
  type RatedCharge,
  type RatedChargeLine,
  type UnitConversion,
} from '../../../src/rating/index.js';
import type { CasePrice, Conversion, Got, Money } from './format.js';
import { priceOf } from './prices.js';
import { chargeRounding, currencyOf, decimals, given, modeOf, text } from './words.js';

interface TermsInputs extends Money {
  price: CasePrice;
  unitConversion?: Conversion;
  usageDiscount?: { quantity: string };
  percentDiscount?: string;
  maximum?: string;
  minimum?: string;
  credits?: readonly { id: string; amount: string }[];
}

interface RateInputs extends TermsInputs {
  usage?: ChargeUsage;
}

interface ProgressiveInputs extends TermsInputs {
  readings: readonly ChargeReading[];
}

/** One charge. */
export function rate(inputs: RateInputs): Got {
  const charge = rateCharge({ ...termsOf(inputs), usage: decimals(inputs.usage ?? {}) });
  return { lines: charge.lines.map((line) => lineOf(line, charge)), precise: charge.precise, ...totalsOf(charge) };
}

/** One charge, billed several times within its period. */
export function progressive(inputs: ProgressiveInputs): Got {
  const { phases, total } = rateProgressive({ ...termsOf(inputs), readings: decimals(inputs.readings) });
  return { phases: phases.map(totalsOf), total: text(total) };
}

export function convert({ quantity, conversion }: { quantity: string; conversion: Conversion }): Got {
  return { ...convertUnits({ quantity, conversion: conversionOf(conversion) }) };
}

export function usageDiscount(inputs: { allowance: string; priorQuantity: string; quantity: string }): Got {
  const { allowance: freeQuantity, priorQuantity = '0', quantity } = inputs;
  return { ...applyUsageDiscount({ quantity, priorQuantity, freeQuantity }) };
}

/** One line against a cap: a flat amount with a maximum. */
export function maxSpend(inputs: Money & { lineAmount: string; priorBilled?: string; maximum: string }): Got {
  const price = { type: 'flat', amount: inputs.lineAmount, term: 'arrears' };
  return rate({ ...inputs, price, usage: given({ priorBilled: inputs.priorBilled }) });
}

function termsOf(inputs: TermsInputs): ChargeTerms {
  const { percentDiscount, maximum, minimum, credits, unitConversion, usageDiscount: free } = inputs;
  return {
    ...currencyOf(inputs),
    rounding: chargeRounding(inputs),
    price: priceOf(inputs.price),
    ...given({ percentDiscount, maximum, minimum, credits, freeQuantity: free?.quantity }),
    ...(unitConversion && { conversion: conversionOf(unitConversion) }),
  };
}

const conversionOf = ({ operation, factor, rounding, precision }: Conversion): UnitConversion => ({
  operation,
  factor,
  rounding: modeOf(rounding),
  ...given({ precision }),
});

/** Where the charge is rounded, its lines are compared by their exact amounts. */
function lineOf(line: RatedChargeLine, { rounding }: RatedCharge): Got {
  const amountOf = ({ amount, precise }: RatedAdjustment | RatedChargeLine): string =>
    rounding.at === 'line' ? text(amount) : precise;
  const adjustment = (each: RatedAdjustment): Got => ({ ref: each.ref, amount: amountOf(each) });
  return {
    ref: line.ref,
    quantity: line.quantity,
    unitAmount: line.unitPrice,
    amount: amountOf(line),
    discounts: line.discounts.map(adjustment),
    credits: line.credits.map(adjustment),
  };
}

const totalsOf = ({ amount, discountTotal, creditsTotal, chargesTotal, total }: ChargeTotals): Got => ({
  amount: text(amount),
  discountTotal: text(discountTotal),
  creditsTotal: text(creditsTotal),
  chargesTotal: text(chargesTotal),
  total: text(total),
});
