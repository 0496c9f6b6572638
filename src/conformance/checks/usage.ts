import { define, type Definition } from '../define.js';
import { holds, refused, same, skipUnless } from '../expect.js';
import { subscriptionOf } from '../samples/subscriptions.js';
import { DAYS, usageIn } from '../samples/usage.js';
import { RECORD_CHECKS } from './usage-records.js';

/** Usage by day. */
export const USAGE_CHECKS: readonly Definition[] = [
  define({
    id: 'usage/answers-what-was-asked',
    title: 'usage says which subscription and which days it is of',
    needs: DAYS,
    run: async (kit) => {
      const { subscription, period, days } = await usageIn(kit);
      same(subscription, kit.facts.subscription, 'usage is of the subscription that was asked for');
      same(period, kit.facts.usagePeriod, 'usage is of the days that were asked for');
      holds(days.length > 0, 'facts.usagePeriod has usage', days);
    },
  }),
  define({
    id: 'usage/days-inside',
    title: 'every day of usage lies in the period, each once and in order',
    needs: DAYS,
    run: async (kit) => {
      const { period, days } = await usageIn(kit);
      const dates = days.map(({ date }) => date);
      const outside = dates.find((date) => date < period.start || date >= period.end);
      holds(outside === undefined, 'no usage lies outside of the half-open period', outside, period);
      same(dates, [...new Set(dates)].toSorted(), 'days come once each, in order');
    },
  }),
  define({
    id: 'usage/half-open',
    title: 'two periods that meet have together the usage of the whole, and share no day',
    needs: DAYS,
    run: async (kit) => {
      const { period, days } = await usageIn(kit);
      const middle = days[Math.floor(days.length / 2)]?.date ?? period.start;
      skipUnless(middle !== period.start, 'facts.usagePeriod has one day of usage only');
      const first = await usageIn(kit, { start: period.start, end: middle });
      const second = await usageIn(kit, { start: middle, end: period.end });
      same([...first.days, ...second.days], days, `the days before ${middle} and from it on make the whole`);
    },
  }),
  define({
    id: 'usage/known-charges',
    title: 'usage is counted by the usage charges of the plan, and never below zero',
    needs: DAYS,
    run: async (kit) => {
      const known = (await subscriptionOf(kit)).plan.usage.map(({ id }) => id);
      for (const { date, quantities } of (await usageIn(kit)).days) {
        const unknown = Object.keys(quantities).find((charge) => !known.includes(charge));
        holds(unknown === undefined, `${date}: usage is counted by the charges of the plan`, unknown, known);
        const negative = Object.values(quantities).find((quantity) => quantity.startsWith('-'));
        holds(negative === undefined, `${date}: no quantity is below zero`, negative);
      }
    },
  }),
  define({
    id: 'usage/as-of',
    title: 'usage says how far it goes, which is not beyond the clock of the back end',
    needs: DAYS,
    run: async (kit) => {
      const { asOf } = await usageIn(kit);
      const { now } = await kit.adapter.getAccount();
      holds(Date.parse(asOf) <= Date.parse(now), 'asOf is not in the future', asOf, `at most ${now}`);
    },
  }),
  define({
    id: 'usage/no-future',
    title: 'days to come have no usage',
    needs: DAYS,
    run: async (kit) => {
      const { days } = await usageIn(kit, { start: '2990-01-01', end: '2990-02-01' });
      same(days, [], 'days to come have no usage');
    },
  }),
  define({
    id: 'usage/period-reversed',
    title: 'a period that ends before it starts, and a day that does not exist, are refused',
    needs: DAYS,
    run: async (kit) => {
      const { start, end } = kit.facts.usagePeriod;
      const attempts = [
        { start: end, end: start },
        { start: '2026-02-30', end: '2026-03-31' },
        { start: 'yesterday', end },
      ];
      for (const period of attempts)
        await refused(
          () => usageIn(kit, period),
          { kind: 'validation' },
          `the period ${JSON.stringify(period)} is refused`,
        );
    },
  }),
  ...RECORD_CHECKS,
];
