import type { CallBill } from './call-bill.js';
import { minutesOf, rateOf } from './call-charge.js';
import type { CallTariff } from './call-tariff.js';
import { compare, isZero, parse, whole } from './decimal.js';
import { input, measure, minus, named, nothing, plus, rounded, times, type Figure } from './figure.js';

/** A line of a bill for calls, not yet rounded to the currency. */
export interface DraftCallLine {
  readonly item: string;
  readonly quantity: Figure;
  readonly unitPrice?: Figure;
  readonly figure: Figure;
}

/**
 * The lines of a bill: the base fee; then the minutes beyond the included ones, each kind of minutes and the connection
 * fees, or, where each call is rounded, the sum of the calls' charges. No line for what is zero.
 */
export function callLines(bills: readonly CallBill[], charges: readonly Figure[], tariff: CallTariff): DraftCallLine[] {
  const base = input(parse(tariff.baseFee ?? '0'), tariff.currency, 'base-fee');
  const baseLine = { item: 'base', quantity: once(), unitPrice: base, figure: base };
  const usage = tariff.perCallRounding ? [sumLine(bills, charges, tariff)] : usageLines(bills, tariff);
  return [baseLine, ...usage].filter((line) => !isZero(line.figure.exact));
}

/** The billed seconds of calls, added. */
export const totalSeconds = (bills: readonly CallBill[]): Figure =>
  plus(
    bills.filter(isBilled).map((bill) => bill.seconds),
    { unit: 'second', label: 'billed' },
  );

/** The minutes beyond the included ones. */
export function overageMinutes(bills: readonly CallBill[], tariff: CallTariff): Figure {
  const minutes = minutesOf(totalSeconds(bills.filter((bill) => bill.kind === undefined)));
  const included = input(parse(tariff.includedMinutes ?? '0'), 'minute', 'included');
  if (compare(minutes.exact, included.exact) <= 0) return nothing('minute', 'over');
  const over = isZero(included.exact) ? named(minutes, { label: 'over' }) : minus(minutes, included, { label: 'over' });
  const mode = tariff.overageRounding;
  return mode === undefined ? over : rounded(over, { mode, scale: 0, policy: 'overageRounding' });
}

function usageLines(bills: readonly CallBill[], tariff: CallTariff): DraftCallLine[] {
  const kinds = [...new Set(bills.filter(isBilled).flatMap(({ kind }) => (kind === undefined ? [] : [kind])))].sort();
  const ofKind = (kind: string): Figure => minutesOf(totalSeconds(bills.filter((bill) => bill.kind === kind)));
  return [
    line('minutes', overageMinutes(bills, tariff), rateOf(undefined, tariff)),
    ...kinds.map((kind) => line(kind, ofKind(kind), rateOf(kind, tariff))),
    line('connection', countOf(bills), input(parse(tariff.connectionFee ?? '0'), tariff.currency, 'connection-fee')),
  ];
}

const line = (item: string, quantity: Figure, unitPrice: Figure): DraftCallLine => ({
  item,
  quantity,
  unitPrice,
  figure: times(quantity, unitPrice, { unit: measure(unitPrice.unit), label: item }),
});

const sumLine = (bills: readonly CallBill[], charges: readonly Figure[], { currency }: CallTariff): DraftCallLine => ({
  item: 'calls',
  quantity: countOf(bills),
  figure: plus(
    charges.filter((charge) => !isZero(charge.exact)),
    { unit: currency, label: 'calls' },
  ),
});

const countOf = (bills: readonly CallBill[]): Figure =>
  input(whole(bills.filter(isBilled).length), 'call', 'billed-calls');

const isBilled = (bill: CallBill): boolean => bill.notBilled === undefined;

const once = (): Figure => input(whole(1), '', 'quantity');
