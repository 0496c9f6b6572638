import { add, compare, isZero, parse, whole, ZERO, type Decimal } from './decimal.js';
import { needAmount, needCount, needIfGiven, needObject, needOrder } from './checks.js';
import { need } from './errors.js';
import { greatest, input, least, minus, plus, times, type Figure, type Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import { opens, type PricedUsage } from './priced-usage.js';
import { fraction, lumpPart, percentPart, unitPart, type RatedPart } from './rated-part.js';

interface Free {
  readonly events?: number;
  readonly amount?: Decimal;
}

/** A percentage of amounts of money, with what is due for each of them. */
export interface PercentagePrice {
  readonly type: 'percentage';
  /** In percent: `"1.3"`. */
  readonly rate: Decimal;
  /** Beside the percentage, for each event that is charged. */
  readonly fixedPerEvent?: Decimal;
  /** The first events, or the first amount, of a period, free: whichever is used up first ends it. */
  readonly free?: Free;
  /** The least and the most that a charged event costs, the fixed amount among it. */
  readonly perEvent?: { readonly min?: Decimal; readonly max?: Decimal };
}

/** The model of `percentage` prices. */
export const percentageModel: PriceModel<PercentagePrice> = {
  type: 'percentage',
  rate: ratePercentage,
  need: needPercentage,
};

/**
 * The percentage of each charged event and the fixed amount for it. An event that passes the free amount is charged for
 * what lies beyond: of four events of 4, with 15 free, the last one costs 1 % of 1 and its fixed amount. Where nothing
 * depends on single events, the quantity may stand for them. Unrounded.
 *
 * Throws `missing-usage` without the events, or where earlier parts of the period have used what is free: such charges
 * are rated by their running total.
 */
function ratePercentage(price: PercentagePrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  needEvents(price, usage);
  const charged = usage.events ? chargedEvents(price, usage.events) : [usage.quantity];
  if (price.perEvent) {
    const amounts = charged.map((event) => eventAmount(price, event, currency));
    return lumpPart('events', plus(amounts, { unit: currency, label: 'events' }));
  }
  const base = plus(charged, { unit: currency, label: 'charged-amount' });
  const count = input(whole(charged.length), 'event', 'events');
  return [
    ...percentPart('rate', base, parse(price.rate), currency),
    ...unitPart('fixed', count, parse(price.fixedPerEvent ?? '0'), currency),
  ];
}

/** The events that are charged: those after the free ones, the first of them less what was still free. */
function chargedEvents({ free }: PercentagePrice, events: readonly Figure[]): readonly Figure[] {
  if (!free) return events;
  const first = firstCharged(free, events);
  const [crossing, ...rest] = events.slice(first);
  if (!crossing) return [];
  const whole = first === free.events || free.amount === undefined;
  return [whole ? crossing : lessFree(free.amount, crossing, events.slice(0, first)), ...rest];
}

/** The first event that the free events or the free amount do not hold; the number of events when they hold all. */
function firstCharged({ events: freeEvents, amount }: Free, events: readonly Figure[]): number {
  const freeAmount = amount === undefined ? null : parse(amount);
  let used = ZERO;
  const first = events.findIndex((event, index) => {
    used = add(used, event.exact);
    return index === freeEvents || (freeAmount !== null && compare(used, freeAmount) > 0);
  });
  return first === -1 ? events.length : first;
}

function lessFree(amount: Decimal, crossing: Figure, before: readonly Figure[]): Figure {
  const free = input(parse(amount), crossing.unit, 'free-amount');
  const left = before.length === 0 ? free : minus(free, plus(before, { label: 'used' }), { label: 'free-amount' });
  return isZero(left.exact) ? crossing : minus(crossing, left, { label: 'charged-amount' });
}

function eventAmount({ rate, fixedPerEvent, perEvent }: PercentagePrice, event: Figure, currency: Unit): Figure {
  const naming = { unit: currency, label: 'event-amount' };
  const share = times(event, fraction(parse(rate)), naming);
  const fixed = parse(fixedPerEvent ?? '0');
  const amount = isZero(fixed) ? share : plus([share, input(fixed, currency, 'flat-fee')], naming);
  const { min, max } = perEvent ?? {};
  const raised = min === undefined ? amount : greatest(amount, input(parse(min), currency, 'minimum'), naming);
  return max === undefined ? raised : least(raised, input(parse(max), currency, 'maximum'), naming);
}

function needEvents({ fixedPerEvent = '0', free, perEvent }: PercentagePrice, usage: PricedUsage): void {
  const single = free !== undefined || perEvent !== undefined || !isZero(parse(fixedPerEvent));
  need(!single || usage.events !== undefined, 'missing-usage', 'usage.events', 'the price depends on single events');
  const later = !opens(usage) || !isZero(usage.prior.exact);
  need(!free || !later, 'missing-usage', 'usage.position', 'what is free is known only from the start of the period');
}

/** Throws `malformed-input`, `malformed-number`, `negative-amount` or `minimum-above-maximum`. */
function needPercentage({ rate, fixedPerEvent, free, perEvent }: PercentagePrice, field: string): void {
  needAmount(rate, `${field}.rate`);
  needIfGiven(fixedPerEvent, `${field}.fixedPerEvent`, needAmount);
  needIfGiven(free, `${field}.free`, needFree);
  needIfGiven(perEvent, `${field}.perEvent`, needRange);
}

function needFree(free: Free, field: string): void {
  needObject(free, field, 'what is free');
  const { events, amount } = free;
  need(events !== undefined || amount !== undefined, 'malformed-input', field, 'expected events or amount');
  needIfGiven(events, `${field}.events`, needCount);
  needIfGiven(amount, `${field}.amount`, needAmount);
}

function needRange(perEvent: { min?: Decimal; max?: Decimal }, field: string): void {
  needObject(perEvent, field, 'the least and the most for an event');
  needIfGiven(perEvent.min, `${field}.min`, needAmount);
  needIfGiven(perEvent.max, `${field}.max`, needAmount);
  needOrder(perEvent.min, perEvent.max, `${field}.min`);
}
