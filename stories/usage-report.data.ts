import { seeded } from '../mock-api/random.js';
import type { BillingAdapter, RecordsQuery, Usage, UsageColumns, UsageQuery } from '../src/api/index.js';
import { addDays, type PlainDate } from '../src/rating/index.js';
import { adapterFor } from './adapters.js';

const MANY = 100_000;
const PAGE = 20_000;
const FIRST: PlainDate = '2026-11-01';
const DAYS = 17;
/** Midnight of 1 November in New York, and of 2 November, when summer time is over. */
const SECOND_DAY = Date.UTC(2026, 10, 2, 5) / 1000;
const LINES = Array.from({ length: 12 }, (_, line) => `+1617555${4100 + line}`);
const KINDS = ['operator', 'ivr', 'voicemail', 'patched'];
const CHARGES = ['operator', 'automated', 'patched', ''];
const CHARGE_OF = [0, 1, 1, 2];
const REASONS = ['', 'robocall', 'fax', 'dead-air'];

let made: UsageColumns[] | undefined;

/** A month of a hundred thousand calls in five pages: the same each time. */
export function busyAdapter(): BillingAdapter {
  const adapter = adapterFor('mid-month');
  const none = (): Promise<never> => Promise.reject(new TypeError('the back end of the stories has lost a method'));
  return adapterFor('mid-month', {
    listUsageColumns: (subscription, query) =>
      isBusy(query, subscription)
        ? Promise.resolve(pageAt(query))
        : (adapter.listUsageColumns?.(subscription, query) ?? none()),
    getUsage: (subscription, query) =>
      isBusy(query, subscription)
        ? Promise.resolve(busyUsage(subscription, query))
        : (adapter.getUsage?.(subscription, query) ?? none()),
  });
}

const isBusy = ({ period }: UsageQuery, subscription: string): boolean =>
  period.start === FIRST && subscription === 'sub_answering';

const pageAt = ({ cursor = '0' }: RecordsQuery): UsageColumns => pages()[Number(cursor)] ?? columnsAt(0, null);
const pages = (): UsageColumns[] =>
  (made ??= Array.from({ length: MANY / PAGE }, (_, page) =>
    columnsAt(page, page + 1 < MANY / PAGE ? `${page + 1}` : null),
  ));

function columnsAt(page: number, next: string | null): UsageColumns {
  const random = seeded(`busy ${page}`);
  const rows = Array.from({ length: PAGE }, (_, row) => page * PAGE + row);
  const startedAt = rows.map((row) => SECOND_DAY + Math.floor((row * DAYS * 86_400) / MANY) - 43_200);
  const kinds = rows.map(() => random.int(0, 3));
  const reasons = rows.map(() => Math.max(0, random.int(-9, 3)));
  const seconds = rows.map(() => random.int(4, 400));
  const callers = rows.map(() => random.int(0, 1999));
  const number = (caller: number): string => `+1617555${`${caller}`.padStart(4, '0')}`;
  return {
    count: PAGE,
    next,
    id: rows.map((row) => `busy-${row}`),
    startedAt,
    recordedSeconds: seconds,
    agentSeconds: seconds.map((each) => Math.max(0, each - 5)),
    quantity: seconds.map((each, at) => (reasons[at] === 0 ? each : 0)),
    kind: { names: KINDS, index: kinds },
    line: { names: LINES, index: rows.map(() => random.int(0, LINES.length - 1)) },
    caller: { names: Array.from({ length: 2000 }, (_, caller) => number(caller)), index: callers },
    callerName: {
      names: ['', 'Ada Brook', 'Noor Haddad'],
      index: callers.map((caller) => (caller % 7 === 0 ? 1 + (caller % 2) : 0)),
    },
    charge: { names: CHARGES, index: kinds.map((kind, at) => (reasons[at] === 0 ? (CHARGE_OF[kind] ?? 3) : 3)) },
    notBilled: { names: REASONS, index: reasons },
  };
}

/** The same calls by day. */
function busyUsage(subscription: string, { period }: UsageQuery): Usage {
  const sums = new Map<PlainDate, Record<string, number>>();
  for (const { startedAt, quantity, charge } of pages()) {
    for (const [row, started] of (startedAt as number[]).entries()) {
      const date = addDays(FIRST, Math.floor((started - SECOND_DAY) / 86_400) + 1);
      const name = charge.names[(charge.index as number[])[row] ?? 3] ?? '';
      const day = sums.get(date) ?? {};
      if (name !== '') day[name] = (day[name] ?? 0) + ((quantity as number[])[row] ?? 0);
      sums.set(date, day);
    }
  }
  const days = [...sums].map(([date, day]) => ({
    date,
    quantities: Object.fromEntries(Object.entries(day).map(([name, sum]) => [name, `${sum}`])),
  }));
  return { subscription, period, asOf: '2026-11-18T15:00:00Z', days };
}
