import type { CallBill } from './call-bill.js';
import type { CallTariff } from './call-tariff.js';
import { compare, isNegative, isZero, parse, subtract, whole, ZERO, type Exact } from './decimal.js';
import { need } from './errors.js';
import { input, minus, nothing, over, plus, rounded, times, type Figure } from './figure.js';

/** Seconds as exact minutes. */
export const minutesOf = (seconds: Figure): Figure =>
  over(seconds, input(whole(60), 'second/minute', 'per-unit'), { unit: 'minute', label: 'minutes' });

/** The price of a minute of a kind. Throws `unknown-charge` for a kind that the tariff has no rate for. */
export function rateOf(kind: string | undefined, tariff: CallTariff): Figure {
  const rate = kind === undefined ? tariff.ratePerMinute : tariff.kinds?.[kind];
  need(rate !== undefined, 'unknown-charge', `tariff.kinds.${kind}`, 'the tariff has no rate for this kind of minutes');
  return input(parse(rate), `${tariff.currency}/minute`, 'unit-price');
}

/**
 * The charge of each call, in the order of the list, which is also the order in which the included minutes are used up:
 * its minutes beyond them × the rate of its kind + the connection fee, rounded where the tariff rounds each call.
 */
export function chargeCalls(bills: readonly CallBill[], tariff: CallTariff): Figure[] {
  let left = parse(tariff.includedMinutes ?? '0');
  return bills.map((bill) => {
    if (bill.notBilled !== undefined) return nothing(tariff.currency, 'call-charge');
    const minutes = minutesOf(bill.seconds);
    const covered = bill.kind === undefined ? left : ZERO;
    if (bill.kind === undefined) left = atLeastZero(subtract(left, minutes.exact));
    return chargeOf(beyond(minutes, covered), bill, tariff);
  });
}

function chargeOf(minutes: Figure, { kind }: CallBill, tariff: CallTariff): Figure {
  const label = 'call-charge';
  const time = times(minutes, rateOf(kind, tariff), { unit: tariff.currency, label });
  const fee = input(parse(tariff.connectionFee ?? '0'), tariff.currency, 'connection-fee');
  const charge = isZero(fee.exact) ? time : plus([time, fee], { label });
  const { perCallRounding } = tariff;
  return perCallRounding ? rounded(charge, { ...perCallRounding, policy: 'perCallRounding' }) : charge;
}

function beyond(minutes: Figure, covered: Exact): Figure {
  if (isZero(covered)) return minutes;
  if (compare(minutes.exact, covered) <= 0) return nothing('minute', 'over');
  return minus(minutes, input(covered, 'minute', 'included-left'), { label: 'over' });
}

const atLeastZero = (a: Exact): Exact => (isNegative(a) ? ZERO : a);
