import {
  add,
  compare,
  isNegative,
  parse,
  subtract,
  toText,
  ZERO,
  type Decimal,
  type Exact,
  type RoundingMode,
} from './decimal.js';
import { needIfGiven, needList, needName, needObject, needOneOf, needQuantity } from './checks.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { input, minus, plus, rounded, type Figure } from './figure.js';
import { needGraduated, type GraduatedPrice } from './graduated.js';
import { needCurrency, toMoney, type Currency, type Money } from './money.js';
import { addDays, contains, dayNumber, needPeriod, type Period, type PlainDate } from './period.js';
import { pricedUsage } from './priced-usage.js';
import { flatPart, unitPart } from './rated-part.js';
import { ROUNDING_MODES } from './modes.js';
import { daysShare } from './span.js';
import { bands } from './tiers.js';

/** Units (seats, lines) added or, below zero, removed on a day. */
export interface SeatChange {
  readonly at: PlainDate;
  readonly delta: Decimal;
}

/** A number of units that changes within a period, priced by tiers. Plain JSON. */
export interface SeatTimeInput extends Currency {
  readonly price: GraduatedPrice;
  readonly period: Period;
  /** Units held when the period begins. */
  readonly opening: Decimal;
  /** In the order in which they were made. */
  readonly changes: readonly SeatChange[];
  /** Whether the day on which a unit is removed is still charged. */
  readonly removalEffective: 'same-day' | 'next-day';
  /** What is counted, for explanations. */
  readonly unit?: string;
  /** Half away from zero, if not given. */
  readonly rounding?: RoundingMode;
}

/** What units by time cost. */
export interface RatedSeatTime {
  readonly total: Money;
  /** The total before it was rounded: a decimal, or a fraction `n/d`. */
  readonly precise: string;
  /** Units held when the period ends. */
  readonly closing: string;
  readonly derivation: Derivation;
}

/**
 * The cost of units by the days that they are held: each unit at the price of the tier that it fell into when it was
 * added, for the days that are left; units removed leave the highest tiers first and take their remaining days with
 * them. The flat amount of every tier that was ever reached is due in full. The day on which a unit is added counts.
 * One amount, rounded once. Throws a `RatingError` that names the field.
 *
 * @example a seat at 10 from the 10th to the 12th of a month of 30 days, the last day charged, and 100 for its tier:
 * 10 × 21 ÷ 30 − 10 × 18 ÷ 30 + 100 = 101.00
 */
export function rateSeatTime(terms: SeatTimeInput): RatedSeatTime {
  needSeatTime(terms);
  const moves = movesOf(terms);
  const added = moves.filter(({ from, to }) => compare(to, from) > 0);
  const removed = moves.filter(({ from, to }) => compare(to, from) < 0);
  const held = [
    unitsBetween(ZERO, parse(terms.opening), terms),
    ...added.map((move) => costOf(move, terms)),
    flatAmounts(moves, terms),
  ];
  const charged = plus(held, { unit: terms.currency, label: 'held' });
  const given = plus(
    removed.map((move) => costOf(move, terms)),
    { unit: terms.currency, label: 'removed' },
  );
  const exact = removed.length === 0 ? charged : minus(charged, given, { label: 'prorated' });
  const step = { mode: terms.rounding ?? 'half-up', scale: terms.exponent, policy: 'rounding' };
  const total = rounded(exact, step, { label: 'total' });
  const closing = moves.at(-1)?.to ?? parse(terms.opening);
  return {
    total: toMoney(total.exact, terms, 'total'),
    precise: toText(exact.exact),
    closing: toText(closing),
    derivation: explain(total),
  };
}

/** A change of the number of units, and the days that it is for. */
interface Move {
  readonly from: Exact;
  readonly to: Exact;
  readonly days: Period;
}

function movesOf({ opening, changes, period, removalEffective }: SeatTimeInput): Move[] {
  let level = parse(opening);
  return changes.map(({ at, delta }, index) => {
    const from = level;
    level = add(from, parse(delta));
    need(!isNegative(level), 'negative-quantity', `changes[${index}].delta`, 'removes more units than there are');
    const later = isNegative(parse(delta)) && removalEffective === 'next-day';
    return { from, to: level, days: { start: later ? addDays(at, 1) : at, end: period.end } };
  });
}

function costOf({ from, to, days }: Move, terms: SeatTimeInput): Figure {
  const [low, high] = compare(from, to) < 0 ? [from, to] : [to, from];
  return daysShare(unitsBetween(low, high, terms), terms.period, days);
}

/** What the units above one number, up to another, cost for the whole period. */
function unitsBetween(low: Exact, high: Exact, { price, currency, unit = 'unit' }: SeatTimeInput): Figure {
  const usage = pricedUsage(input(subtract(high, low), unit, 'quantity'), {
    prior: input(low, unit, 'prior-quantity'),
  });
  const rows = bands(price.tiers, usage, false).flatMap(({ tier, ref, quantity }) =>
    unitPart(ref, quantity, parse(tier.unitAmount ?? '0'), currency),
  );
  return plus(
    rows.map(({ amount }) => amount),
    { unit: currency, label: 'units' },
  );
}

/** The flat amounts of all tiers that were reached at any time. */
function flatAmounts(moves: readonly Move[], { price, opening, currency, unit = 'unit' }: SeatTimeInput): Figure {
  const peak = moves.reduce((most, { to }) => (compare(to, most) > 0 ? to : most), parse(opening));
  const reached = bands(price.tiers, pricedUsage(input(peak, unit, 'peak'), {}), price.firstTierFlatAtZero ?? true);
  const rows = reached.flatMap(({ tier, ref, entered }) =>
    entered ? flatPart(ref, parse(tier.flatAmount ?? '0'), currency) : [],
  );
  return plus(
    rows.map(({ amount }) => amount),
    { unit: currency, label: 'flat-fee' },
  );
}

function needSeatTime(terms: SeatTimeInput): void {
  needObject(terms, 'input', 'units by time');
  needCurrency(terms, 'input');
  needObject(terms.price, 'price', 'a price');
  needOneOf(terms.price.type, ['graduated'], 'price.type', 'unknown-model');
  needGraduated(terms.price, 'price');
  needObject(terms.period, 'period', 'a period');
  needPeriod(terms.period, 'period');
  need(terms.period.start < terms.period.end, 'period-empty', 'period', 'must have days');
  needQuantity(terms.opening, 'opening');
  needOneOf(terms.removalEffective, ['same-day', 'next-day'], 'removalEffective', 'unknown-policy');
  needIfGiven(terms.unit, 'unit', needName);
  needIfGiven(terms.rounding, 'rounding', (mode, field) => needOneOf(mode, ROUNDING_MODES, field, 'unknown-policy'));
  needChanges(terms);
}

function needChanges({ changes, period }: SeatTimeInput): void {
  needList(changes, 'changes', 'a list of changes');
  let before = period.start;
  for (const [index, change] of changes.entries()) {
    const field = `changes[${index}]`;
    needObject(change, field, 'a change');
    dayNumber(change.at, `${field}.at`);
    parse(change.delta, `${field}.delta`);
    need(contains(period, change.at), 'outside-period', `${field}.at`, 'must lie within the period');
    need(change.at >= before, 'unsorted-changes', `${field}.at`, 'must not be before the change before it');
    before = change.at;
  }
}
