import { needDigits, needName, needObject } from './checks.js';
import { parse, toText, whole, type Decimal, type RoundingMode } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { input, opposite, over, plus, rounded, type Figure } from './figure.js';
import { needSetting, ROUNDING_MODES } from './modes.js';
import type { Period } from './period.js';
import { needProration, type ProrationPolicy } from './proration-policy.js';
import { isWhole, measureShare, prorateBy, type Measured } from './proration.js';
import { needPercent, taxOn } from './tax.js';

/** How amounts become money: `scale` digits, by `mode`. */
export interface AmountRounding {
  readonly mode: RoundingMode;
  readonly scale: number;
}

/** What a price is prorated from. Plain JSON. */
export interface ProrateInput {
  /** For the full period, in major units of `currency`. */
  readonly amount: Decimal;
  readonly currency: string;
  /** The whole period and the charged part of it: dates, or instants for a basis of `seconds`. */
  readonly full?: Period;
  readonly service?: Period;
  /** The same as numbers, for `given-days`. */
  readonly fullDays?: Decimal;
  readonly serviceDays?: Decimal;
  readonly policy: ProrationPolicy;
  /** A `credit` is the exact opposite of its charge, tax included. */
  readonly direction?: 'charge' | 'credit';
  readonly rounding: AmountRounding;
  /** In percent of the net amount: `"20"`. */
  readonly taxRate?: Decimal;
}

/** A prorated amount. Amounts in major units; `factor`, days and seconds exact. */
export interface ProratedAmount {
  /** The share of the period, as the policy rounds it: `"0.666666667"`. */
  readonly factor: string;
  readonly serviceDays?: string;
  readonly fullDays?: string;
  readonly serviceSeconds?: string;
  readonly fullSeconds?: string;
  /** Net, rounded. */
  readonly total: Decimal;
  readonly tax: Decimal;
  readonly gross: Decimal;
  readonly derivations: { readonly total: Derivation; readonly tax: Derivation; readonly gross: Derivation };
}

/**
 * A price for a part of its period, with its tax: the net amount is rounded first, the tax is that of the rounded net.
 * Throws a `RatingError` that names the field. Source: Kill Bill, Lago, OpenMeter, Zuora; tax order: Lago.
 *
 * @example 50.00 for 27 of 28 days, credited at 20 %: −48.21 − 9.64 = −57.85
 */
export function prorateAmount(input: ProrateInput): ProratedAmount {
  needObject(input, 'input', 'what to prorate');
  needName(input.currency, 'currency');
  needProration(input.policy, 'policy');
  needSetting(input.direction ?? 'charge', ['charge', 'credit'], 'direction');
  needRounding(input.rounding, 'rounding');
  const measured = measuredOf(input);
  const credit = input.direction === 'credit';
  const { net, tax } = amountsOf(input, measured);
  const [total, taxed] = credit ? [opposite(net, { label: 'total' }), opposite(tax, { label: 'tax' })] : [net, tax];
  const gross = plus([total, taxed], { unit: input.currency, label: 'gross' });
  return {
    factor: toText(factorOf(measured, input).exact),
    ...lengthsOf(measured),
    total: toText(total.exact),
    tax: toText(taxed.exact),
    gross: toText(gross.exact),
    derivations: { total: explain(total), tax: explain(taxed), gross: explain(gross) },
  };
}

/** Throws `missing-policy` or `unknown-policy`. */
export function needRounding(rounding: AmountRounding, field: string): void {
  needObject(rounding, field, 'a mode and a scale', 'missing-policy');
  needSetting(rounding.mode, ROUNDING_MODES, `${field}.mode`);
  needDigits(rounding.scale, `${field}.scale`);
}

function amountsOf(
  { amount, currency, policy, rounding, taxRate = '0' }: ProrateInput,
  measured: Measured,
): { net: Figure; tax: Figure } {
  needPercent(taxRate, 'taxRate');
  const full = input(parse(amount, 'amount'), `${currency}/period`, 'full-price');
  const part = policy.basis === 'none' ? full : prorateBy(full, measured, policy, rounding.mode);
  const step = { ...rounding, policy: 'rounding' };
  const net = rounded(part, step, { unit: currency, label: 'total' });
  return { net, tax: rounded(taxOn(net, [taxRate]), step, { label: 'tax' }) };
}

function measuredOf({ full, service, fullDays, serviceDays, policy }: ProrateInput): Measured {
  if (policy.basis === 'given-days') return givenDays(serviceDays, fullDays);
  need(full !== undefined, 'missing-policy', 'full', 'expected the whole period');
  need(service !== undefined, 'missing-policy', 'service', 'expected the charged part of the period');
  return measureShare({ full, charged: service }, policy);
}

function givenDays(serviceDays: Decimal | undefined, fullDays: Decimal | undefined): Measured {
  const part = input(parse(serviceDays, 'serviceDays'), 'day', 'days-charged');
  const all = input(parse(fullDays, 'fullDays'), 'day', 'days-in-period');
  need(part.exact.n >= 0n, 'negative-quantity', 'serviceDays', 'must not be negative');
  need(all.exact.n > 0n, 'period-empty', 'fullDays', 'the whole period must have days');
  return { part, whole: all };
}

function factorOf({ part, whole: all }: Measured, { policy, rounding }: ProrateInput): Figure {
  if (policy.basis === 'none' || isWhole({ part, whole: all }, policy)) return input(whole(1), '', 'factor');
  const factor = over(part, all, { unit: '', label: 'factor' });
  if (policy.round.step !== 'factor') return factor;
  return rounded(factor, {
    mode: policy.round.mode ?? rounding.mode,
    scale: policy.round.scale,
    policy: 'proration.factor',
  });
}

function lengthsOf({
  part,
  whole: all,
}: Measured): Pick<ProratedAmount, 'serviceDays' | 'fullDays' | 'serviceSeconds' | 'fullSeconds'> {
  const [service, full] = [toText(part.exact), toText(all.exact)];
  return part.unit === 'second'
    ? { serviceSeconds: service, fullSeconds: full }
    : { serviceDays: service, fullDays: full };
}
