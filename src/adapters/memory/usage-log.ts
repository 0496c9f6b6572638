import type { PlainDate, UsageDay } from '../../api/index.js';
import { addDays, billingDay, type Period } from '../../rating/index.js';
import { pickRows, type UsageTable } from '../../api/usage-table.js';
import { startOfDay } from './zone.js';

/** The rows of one day, half-open, and their sums by charge once all of them have ended. */
interface Day {
  readonly date: PlainDate;
  readonly first: number;
  readonly end: number;
  /** When the last of them ends, in seconds since 1970. */
  readonly over: number;
  readonly quantities: UsageDay['quantities'];
}

/** What was metered of one subscription: records in order, and their sums by day. Moments are seconds since 1970 UTC. */
export class UsageLog {
  readonly table: UsageTable;
  readonly #days: readonly Day[];

  constructor(
    table: UsageTable,
    readonly zone: string,
  ) {
    this.table = inOrder(table);
    this.#days = this.#daysOf();
  }

  /** The sums of each day with billed records, of those that had ended by a moment. */
  days({ start, end }: Period, until: number): UsageDay[] {
    return this.#days
      .filter(({ date }) => date >= start && date < end)
      .map((day) => ({
        date: day.date,
        quantities: day.over <= until ? day.quantities : this.#sums(day.first, day.end, until),
      }))
      .filter(({ quantities }) => Object.keys(quantities).length > 0);
  }

  /** The rows of a period that had ended by a moment, in order. */
  rows({ start, end }: Period, until: number): number[] {
    const rows: number[] = [];
    for (const { date, first, end: last } of this.#days) {
      if (date < start || date >= end) continue;
      for (let row = first; row < last; row++) if (this.#endOf(row) <= until) rows.push(row);
    }
    return rows;
  }

  #daysOf(): Day[] {
    const { count, startedAt } = this.table;
    const days: Day[] = [];
    let date = count === 0 ? '' : billingDay((startedAt[0] ?? 0) * 1000, this.zone);
    for (let first = 0; first < count; date = addDays(date, 1)) {
      const next = startOfDay(addDays(date, 1), this.zone) / 1000;
      let end = first;
      while (end < count && (startedAt[end] ?? 0) < next) end++;
      if (end > first) days.push(this.#day(date, first, end));
      first = end;
    }
    return days;
  }

  #day(date: PlainDate, first: number, end: number): Day {
    let over = 0;
    for (let row = first; row < end; row++) over = Math.max(over, this.#endOf(row));
    return { date, first, end, over, quantities: this.#sums(first, end, over) };
  }

  #endOf(row: number): number {
    const { startedAt, recordedSeconds, agentSeconds } = this.table;
    return (startedAt[row] ?? 0) + Math.max(recordedSeconds[row] ?? 0, agentSeconds[row] ?? 0);
  }

  #sums(first: number, end: number, until: number): UsageDay['quantities'] {
    const { charge, quantity } = this.table;
    const totals = new Map<string, number>();
    for (let row = first; row < end; row++) {
      const name = charge.names[charge.index[row] ?? 0] ?? '';
      if (name === '' || this.#endOf(row) > until) continue;
      totals.set(name, (totals.get(name) ?? 0) + (quantity[row] ?? 0));
    }
    return Object.fromEntries([...totals].map(([name, total]) => [name, String(total)]));
  }
}

function inOrder(table: UsageTable): UsageTable {
  const { startedAt } = table;
  if (startedAt.every((moment, row) => row === 0 || (startedAt[row - 1] ?? 0) <= moment)) return table;
  const rows = Array.from(startedAt, (_, row) => row).sort((a, b) => (startedAt[a] ?? 0) - (startedAt[b] ?? 0));
  return pickRows(table, new Uint32Array(rows), table.next);
}
