import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  fixedDays,
  fromMoney,
  monthOf,
  periodContaining,
  previewInvoice,
  prorateAmount,
  weekday,
  wholePeriods,
  type Period,
  type Policies,
  type RatedPlan,
} from '../../src/rating/index.js';
import { add, compare, parse, parseExact, type Exact } from '../../src/rating/decimal.js';
import { planOf } from './plans.js';

const FIRST = Temporal.PlainDate.from('2024-01-01');
const DATES = Array.from({ length: 3288 }, (_, index) => FIRST.add({ days: index }));

describe('every date of 2024 to 2032, against Temporal', () => {
  test('days are added and counted', () => {
    const wrong = DATES.filter((date, index) => {
      const text = date.toString();
      return (
        addDays('2024-01-01', index) !== text ||
        daysBetween('2024-01-01', text) !== index ||
        weekday(text) !== date.dayOfWeek % 7
      );
    });
    expect(wrong).toEqual([]);
  });

  test('months are added with the day clamped', () => {
    const wrong = DATES.filter((date) =>
      [-13, -1, 1, 6, 12].some((months) => addMonths(date.toString(), months) !== date.add({ months }).toString()),
    );
    expect(wrong).toEqual([]);
  });

  test('the calendar month holds the date', () => {
    const wrong = DATES.filter((date) => {
      const start = date.with({ day: 1 });
      const month = monthOf(date.toString());
      return month.start !== start.toString() || month.end !== start.add({ months: 1 }).toString();
    });
    expect(wrong).toEqual([]);
  });

  test('whole months are counted as Temporal counts them from the first day on, clamped ends included', () => {
    const from = Temporal.PlainDate.from('2024-01-15');
    const wrong = DATES.filter((date) => Temporal.PlainDate.compare(date, from) >= 0).filter((date) => {
      const { months } = from.until(date, { largestUnit: 'months' });
      return wholePeriods({ start: from.toString(), end: date.toString() }, 'months') !== months;
    });
    expect(wrong).toEqual([]);
  });

  test.each([1, 15, 28, 29, 30, 31])(
    'periods of a month tile on day %i: every date is in one, which ends where the next starts',
    (day) => {
      const broken = DATES.map(String).filter((date) => {
        const period = periodContaining(date, '2024-01-31', 1, day);
        return (
          date < period.start ||
          date >= period.end ||
          periodContaining(period.end, '2024-01-31', 1, day).start !== period.end
        );
      });
      expect(broken).toEqual([]);
    },
  );

  test('days, in months of one length, of two spans that meet add up to those of the whole', () => {
    const off = DATES.map(String).filter((date) => {
      const left = fixedDays({ start: '2024-01-01', end: date }, 30);
      return left + fixedDays({ start: date, end: '2033-01-01' }, 30) !== 9 * 360;
    });
    expect(off).toEqual([]);
  });
});

describe('case 53: of a period that is cut in two, at any date of 2024 to 2032,', () => {
  /** Whether the parts before and after the cut make up the whole, exactly. */
  const addsUp = (full: Period, cut: string, basis: 'calendar-days' | 'seconds'): boolean => {
    const [before, after] = [
      { start: full.start, end: cut },
      { start: cut, end: full.end },
    ].map((service) => {
      const policy = { basis, round: { step: 'result' }, cap: 'full-price' } as const;
      const rounding = { mode: 'half-up', scale: 2 } as const;
      return parseExact(prorateAmount({ amount: '139.00', currency: 'USD', full, service, policy, rounding }).factor);
    });
    return before !== undefined && after !== undefined && compare(add(before, after), parse('1')) === 0;
  };

  test.each([1, 28, 29, 30, 31])('the parts add up to the month that begins on day %i', (day) => {
    const months = DATES.map(String).map((date) => [periodContaining(date, '2024-02-29', 1, day), date] as const);
    expect(months.filter(([month, date]) => !addsUp(month, date, 'calendar-days'))).toEqual([]);
  });

  test('the parts add up to the year that begins on a leap day', () => {
    const years = DATES.map(String).map((date) => [periodContaining(date, '2024-02-29', 12), date] as const);
    expect(years.filter(([year, date]) => !addsUp(year, date, 'calendar-days'))).toEqual([]);
  });

  test('the seconds add up to the month, where the clocks change in it', () => {
    const midnight = (date: Temporal.PlainDate): string =>
      date.toZonedDateTime('America/New_York').toString({ timeZoneName: 'never' });
    const off = DATES.filter(({ month }) => [3, 11].includes(month)).filter((date) => {
      const start = date.with({ day: 1 });
      const month = { start: midnight(start), end: midnight(start.add({ months: 1 })) };
      return !addsUp(month, midnight(date), 'seconds');
    });
    expect(off).toEqual([]);
  });
});

describe.each([
  ['the daily rate', {}],
  ['the result', { proration: { basis: 'calendar-days', round: { step: 'result' }, cap: 'full-price' } }],
] as [string, Partial<Policies>][])('for every trial end of 2024 to 2032, rounding %s', (_, policies) => {
  const firstFee = (plan: RatedPlan, trialEnd: string): Exact => {
    const dates = { issueDate: trialEnd, advance: monthOf(trialEnd), arrears: null };
    const [line] = previewInvoice({
      dates,
      subscriptions: [{ id: 's', plan, trialEnd, lines: 0, addOns: [], usage: [] }],
    }).lines;
    return line ? fromMoney(line.amount) : parse('-1');
  };

  test('the base fee lies between nothing and the full fee, and a longer trial never costs more', () => {
    const plan = planOf({ policies: { ...policies, zeroLines: 'keep' } });
    let before = { month: '', fee: parse('139.00') };
    const wrong = DATES.map(String).filter((date) => {
      const fee = firstFee(plan, date);
      const most = before.month === date.slice(0, 7) ? before.fee : parse('139.00');
      before = { month: date.slice(0, 7), fee };
      return compare(fee, most) > 0 || compare(fee, parse('0')) < 0;
    });
    expect(wrong).toEqual([]);
  });
});
