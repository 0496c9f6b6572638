import { needObject } from './checks.js';
import { need } from './errors.js';
import { days, over, times, type Figure } from './figure.js';
import { needPeriod, type Period } from './period.js';

/** The days of service within the period that an amount is for. */
export interface Span {
  readonly fullPeriod: Period;
  readonly servicePeriod: Period;
}

/** The share of an amount that falls on some days of its period, by days, unrounded: 10000 × 334 days ÷ 365 days. */
export function daysShare(amount: Figure, full: Period, service: Period): Figure {
  const all = days(full, 'days-in-period');
  const some = days(service, 'days-charged');
  const { unit } = amount;
  return over(times(amount, some, { unit }), all, { unit, label: 'prorated' });
}

/** Throws `malformed-input`, `malformed-date`, `period-reversed`, `period-empty` or `outside-period`. */
export function needSpan(span: Span, field: string): void {
  needObject(span, field, 'the days of service');
  const { fullPeriod, servicePeriod } = span;
  needObject(fullPeriod, `${field}.fullPeriod`, 'a period');
  needObject(servicePeriod, `${field}.servicePeriod`, 'a period');
  needPeriod(fullPeriod, `${field}.fullPeriod`);
  needPeriod(servicePeriod, `${field}.servicePeriod`);
  need(fullPeriod.start < fullPeriod.end, 'period-empty', `${field}.fullPeriod`, 'must have days');
  const inside = servicePeriod.start >= fullPeriod.start && servicePeriod.end <= fullPeriod.end;
  need(inside, 'outside-period', `${field}.servicePeriod`, 'must lie within the period');
}
