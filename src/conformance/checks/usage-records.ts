import type { UsageRecord } from '../../api/index.js';
import { billingDay, checkDerivation } from '../../rating/index.js';
import { define, type Definition } from '../define.js';
import { alike, holds, same } from '../expect.js';
import { COLUMNS, columnsIn, DAYS, RECORDS, recordsIn, usageIn } from '../samples/usage.js';

/** Quantities by `day charge`, of the records that count. */
function quantitiesOf(records: readonly UsageRecord[], timeZone: string): Map<string, string[]> {
  const quantities = new Map<string, string[]>();
  for (const { startedAt, charge, quantity } of records) {
    const key = `${billingDay(Date.parse(startedAt), timeZone)} ${charge ?? ''}`;
    if (charge !== null) quantities.set(key, [...(quantities.get(key) ?? []), quantity]);
  }
  return quantities;
}

/** Held by the checker of derivations, which adds exactly. */
function isSum(total: string, parts: readonly string[]): boolean {
  const of = parts.map((value) => ({ op: 'input', value, unit: '' }) as const);
  return checkDerivation({ op: 'add', value: total, unit: '', of }).length === 0;
}

/** The records behind the usage, in both of their forms. */
export const RECORD_CHECKS: readonly Definition[] = [
  define({
    id: 'usage/records-add-up',
    title: 'the records of each day of the account add up to its usage, to the unit',
    needs: [...DAYS, ...RECORDS],
    run: async (kit) => {
      const { timeZone } = await kit.adapter.getAccount();
      const parts = quantitiesOf(await recordsIn(kit), timeZone);
      for (const { date, quantities } of (await usageIn(kit)).days) {
        for (const [charge, total] of Object.entries(quantities)) {
          const own = parts.get(`${date} ${charge}`) ?? [];
          holds(isSum(total, own), `${date}, ${charge}: records add up to the day's quantity`, total, own.join(' + '));
          parts.delete(`${date} ${charge}`);
        }
      }
      const missed = [...parts].filter(([, own]) => !isSum('0', own)).map(([key]) => key);
      same(missed, [], 'no day has records without usage');
    },
  }),
  define({
    id: 'usage/records-inside',
    title: 'records lie in the period by the calendar of the account, oldest first',
    needs: RECORDS,
    run: async (kit) => {
      const { timeZone } = await kit.adapter.getAccount();
      const { start, end } = kit.facts.usagePeriod;
      const moments = (await recordsIn(kit)).map(({ startedAt }) => Date.parse(startedAt));
      const days = moments.map((moment) => billingDay(moment, timeZone));
      const outside = days.find((day) => day < start || day >= end);
      holds(outside === undefined, 'records lie in the period, by the days of the account', outside, { start, end });
      same(
        moments,
        moments.toSorted((a, b) => a - b),
        'records come oldest first',
      );
    },
  }),
  define({
    id: 'usage/not-billed',
    title: 'a record that is not billed says why and counts nothing; one that is billed has a charge',
    needs: RECORDS,
    run: async (kit) => {
      for (const record of await recordsIn(kit)) {
        const { charge, notBilled, quantity } = record;
        const free = notBilled !== null;
        holds((charge === null) === free, 'a record has a charge or the reason why it has none', record);
        holds(!free || isSum(quantity, []), 'a record that is not billed counts nothing', record);
      }
    },
  }),
  define({
    id: 'usage/columns-are-records',
    title: 'the columns hold what the records hold, row by row',
    needs: [...COLUMNS, ...RECORDS],
    run: async (kit) => {
      const [rows, records] = [await columnsIn(kit, 20_000), await recordsIn(kit)];
      same(rows.length, records.length, 'there are as many rows as records');
      const at = rows.findIndex((row, index) => !alike(row, records[index]));
      same(rows[at], records[at], `row ${at} is the record ${at}`);
    },
  }),
  define({
    id: 'usage/columns-in-pages',
    title: 'columns in several pages make the same table',
    needs: COLUMNS,
    run: async (kit) => {
      const whole = await columnsIn(kit, 20_000);
      const size = Math.max(1, Math.ceil(whole.length / 3));
      const parts = await columnsIn(kit, size);
      same(
        parts.map(({ id }) => id),
        whole.map(({ id }) => id),
        `pages of ${size} rows make the same table`,
      );
    },
  }),
];
