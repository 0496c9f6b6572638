import type { CallRecord } from './call.js';
import { billCalls } from './call-bill.js';
import { chargeCalls } from './call-charge.js';
import { callLines, overageMinutes, totalSeconds, type DraftCallLine } from './call-lines.js';
import { needCallTariff, type CallTariff } from './call-tariff.js';
import { toText } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { plus, rounded, type RoundingStep } from './figure.js';
import { toMoney, type Money } from './money.js';

/** A call on the bill. Quantities and amounts are exact: a decimal, or a fraction `n/d` where no decimal ends. */
export interface RatedCall {
  readonly billedSeconds: string;
  /** In major units: its minutes beyond the included ones, and the connection fee. */
  readonly charge: string;
  /** Why it isn't billed: the record's own reason, `short-call` or `no-duration`. Absent: it is. */
  readonly notBilled?: string;
  /** How the billed seconds came about. */
  readonly derivation: Derivation;
}

/** One line of a bill for calls. */
export interface CallLine {
  /** `base`, `minutes`, `connection`, `calls` (where each call is rounded), or the name of a kind of minutes. */
  readonly item: string;
  readonly quantity: string;
  /** In major units; absent for `calls`. */
  readonly unitPrice?: string;
  /** In major units: rounded to the currency where the tariff rounds lines, else exact. */
  readonly amount: string;
  readonly derivation: Derivation;
}

/** What calls come to. */
export interface RatedCalls {
  /** In the order of the records. */
  readonly calls: readonly RatedCall[];
  readonly billedCalls: number;
  /** All kinds together. */
  readonly billedSeconds: string;
  /** Minutes beyond the included ones, rounded where the tariff says so. */
  readonly overageMinutes: string;
  readonly lines: readonly CallLine[];
  /** The sum in major units, before a rounding of the whole. */
  readonly precise: string;
  readonly total: Money;
  readonly derivation: Derivation;
}

/**
 * Rates calls, each on its own, before anything is added: measured length (the longest clock) → is it billed at all →
 * rounding of the duration → initial part and steps → wrap-up → sum of seconds ÷ 60 → included minutes → rounding of
 * the overage → price. Kinds of minutes with own rates follow the same rule outside the included ones. The sum does not
 * depend on the order of the calls, but for two rules that use something up in it: free calls limited per month, and
 * included minutes where each call's charge is rounded. Explanations hold every call: for a month, use a usage ledger.
 * Throws a `RatingError` that names the field.
 *
 * @example three calls of 20 seconds in whole minutes are 3 minutes, not 1; at 1.29 they cost 3.87
 */
export function rateCalls(calls: readonly CallRecord[], tariff: CallTariff): RatedCalls {
  needCallTariff(tariff, 'tariff');
  const bills = billCalls(calls, tariff.rule, 'calls');
  const charges = chargeCalls(bills, tariff);
  const lines = callLines(bills, charges, tariff).map((line) => roundLine(line, tariff));
  const sum = plus(
    lines.map((line) => line.figure),
    { unit: tariff.currency, label: 'total' },
  );
  const total = rounded(sum, currencyStep(tariff));
  return {
    calls: bills.map(({ seconds, notBilled }, index) => ({
      billedSeconds: toText(seconds.exact),
      charge: toText((charges[index] ?? seconds).exact),
      ...(notBilled !== undefined && { notBilled }),
      derivation: explain(seconds),
    })),
    billedCalls: bills.filter((bill) => bill.notBilled === undefined).length,
    billedSeconds: toText(totalSeconds(bills).exact),
    overageMinutes: toText(overageMinutes(bills, tariff).exact),
    lines: lines.map(finishLine),
    precise: toText(sum.exact),
    total: toMoney(total.exact, tariff, 'total'),
    derivation: explain(total),
  };
}

const currencyStep = ({ rounding, exponent }: CallTariff): RoundingStep => ({
  mode: rounding.mode,
  scale: exponent,
  policy: 'rounding',
});

function roundLine(line: DraftCallLine, tariff: CallTariff): DraftCallLine {
  return tariff.rounding.at === 'line' ? { ...line, figure: rounded(line.figure, currencyStep(tariff)) } : line;
}

function finishLine({ item, quantity, unitPrice, figure }: DraftCallLine): CallLine {
  return {
    item,
    quantity: toText(quantity.exact),
    ...(unitPrice && { unitPrice: toText(unitPrice.exact) }),
    amount: toText(figure.exact),
    derivation: explain(figure),
  };
}
