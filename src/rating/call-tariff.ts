import { needCallRule, needRounding, type CallRule } from './call-rule.js';
import { needAmount, needObject, needOneOf, needQuantity } from './checks.js';
import type { Decimal, RoundingMode } from './decimal.js';
import { need } from './errors.js';
import { ROUNDING_MODES } from './modes.js';
import { needCurrency, type Currency } from './money.js';

/** What calls cost by the minute. Amounts in major units; what is absent is not charged, or not done. */
export interface CallTariff extends Currency {
  readonly rule: CallRule;
  readonly ratePerMinute: Decimal;
  /** For the period, whether there are calls or not. */
  readonly baseFee?: Decimal;
  /** Minutes that the base fee includes: the first ones of the list. */
  readonly includedMinutes?: Decimal;
  /** How the minutes beyond the included ones become whole minutes. Absent: a second over costs a second's price. */
  readonly overageRounding?: RoundingMode;
  /** Once for each billed call. */
  readonly connectionFee?: Decimal;
  /** Kinds of minutes outside the included ones, with their own rates a minute: `{ automated: "0.15" }`. */
  readonly kinds?: Readonly<Record<string, Decimal>>;
  /** Of each call's charge, its connection fee with it. Absent: calls are added exactly. */
  readonly perCallRounding?: { readonly mode: RoundingMode; readonly scale: number };
  /** To the currency: each line before the lines are added, or once their exact sum. */
  readonly rounding: { readonly mode: RoundingMode; readonly at: 'line' | 'charge' };
}

/** Throws a `RatingError` that names the field. */
export function needCallTariff(tariff: CallTariff, field: string): void {
  needObject(tariff, field, 'a tariff');
  needCurrency(tariff, field);
  needCallRule(tariff.rule, `${field}.rule`);
  needAmount(tariff.ratePerMinute, `${field}.ratePerMinute`);
  needAmount(tariff.baseFee ?? '0', `${field}.baseFee`);
  needAmount(tariff.connectionFee ?? '0', `${field}.connectionFee`);
  needQuantity(tariff.includedMinutes ?? '0', `${field}.includedMinutes`);
  for (const [kind, rate] of Object.entries(tariff.kinds ?? {})) {
    needAmount(rate, `${field}.kinds.${kind}`);
  }
  needRoundings(tariff, field);
}

function needRoundings({ rounding, perCallRounding, overageRounding }: CallTariff, field: string): void {
  needObject(rounding, `${field}.rounding`, 'when to round', 'missing-policy');
  needOneOf(rounding.mode, ROUNDING_MODES, `${field}.rounding.mode`, 'unknown-policy');
  needOneOf(rounding.at, ['line', 'charge'], `${field}.rounding.at`, 'unknown-policy');
  if (perCallRounding) needRounding(perCallRounding, `${field}.perCallRounding`);
  if (overageRounding === undefined) return;
  needOneOf(overageRounding, ROUNDING_MODES, `${field}.overageRounding`, 'unknown-policy');
  // A call's own charge is final, so the minutes of the period can't be rounded after it.
  need(!perCallRounding, 'unknown-policy', `${field}.overageRounding`, 'cannot be set beside perCallRounding');
}
