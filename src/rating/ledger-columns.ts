import { billedMilliseconds, type CallClock } from './call-clock.js';

/** What state a record of a ledger is in, beside the reasons not to bill it: those are 1 to 254. */
export const BILLED = 0;
export const REMOVED = 255;

/** One record as numbers: names are indexes into the ledger's tables. */
export interface LedgerRow {
  /** Seconds since 1970 UTC. */
  start: number;
  /** Milliseconds. */
  measured: number;
  /** Milliseconds, or 1 where the charge counts records; 0 when not billed. */
  billed: number;
  day: number;
  charge: number;
  product: number;
  line: number;
  /** `BILLED`, `REMOVED`, or a reason not to bill it. */
  state: number;
}

/** The columns of a ledger: 19 bytes a record. */
export class LedgerColumns {
  start: Uint32Array;
  measured: Uint32Array;
  billed: Uint32Array;
  day: Uint16Array;
  line: Uint16Array;
  charge: Uint8Array;
  product: Uint8Array;
  state: Uint8Array;
  /** How many rows are in use. */
  length = 0;

  constructor(capacity: number) {
    this.start = new Uint32Array(capacity);
    this.measured = new Uint32Array(capacity);
    this.billed = new Uint32Array(capacity);
    this.day = new Uint16Array(capacity);
    this.line = new Uint16Array(capacity);
    this.charge = new Uint8Array(capacity);
    this.product = new Uint8Array(capacity);
    this.state = new Uint8Array(capacity);
  }

  /** Puts a row at the end and returns its number. */
  push(row: LedgerRow): number {
    if (this.length === this.start.length) this.#grow();
    this.length += 1;
    this.set(this.length - 1, row);
    return this.length - 1;
  }

  set(at: number, row: LedgerRow): void {
    this.start[at] = row.start;
    this.measured[at] = row.measured;
    this.billed[at] = row.billed;
    this.day[at] = row.day;
    this.line[at] = row.line;
    this.charge[at] = row.charge;
    this.product[at] = row.product;
    this.state[at] = row.state;
  }

  get(at: number): LedgerRow {
    return {
      start: this.start[at] ?? 0,
      measured: this.measured[at] ?? 0,
      billed: this.billed[at] ?? 0,
      day: this.day[at] ?? 0,
      line: this.line[at] ?? 0,
      charge: this.charge[at] ?? 0,
      product: this.product[at] ?? 0,
      state: this.state[at] ?? REMOVED,
    };
  }

  /** What the records of a charge are billed by a clock, in milliseconds: one pass. */
  sumBilled(charge: number, clock: CallClock): number {
    return clock.unit === 1 ? this.#sumSteps(charge, clock) : this.#sumRounded(charge, clock);
  }

  /** `billedMilliseconds` where lengths are not rounded, without a branch that the processor could guess wrong. */
  #sumSteps(charge: number, { free, initial, increment, wrapUp }: CallClock): number {
    const { measured, charge: charges, state, length } = this;
    const none = Math.max(free, 0);
    let sum = 0;
    for (let at = 0; at < length; at++) {
      const one = measured[at] ?? 0;
      if (charges[at] !== charge || state[at] !== BILLED || one <= none) continue;
      sum += wrapUp + initial + Math.ceil(Math.max(one - initial, 0) / increment) * increment;
    }
    return sum;
  }

  #sumRounded(charge: number, clock: CallClock): number {
    const { measured, charge: charges, state, length } = this;
    let sum = 0;
    for (let at = 0; at < length; at++) {
      if (charges[at] === charge && state[at] === BILLED) sum += billedMilliseconds(clock, measured[at] ?? 0);
    }
    return sum;
  }

  /** Bytes of all columns. */
  get bytes(): number {
    const columns = [
      this.start,
      this.measured,
      this.billed,
      this.day,
      this.line,
      this.charge,
      this.product,
      this.state,
    ];
    return columns.reduce((sum, column) => sum + column.byteLength, 0);
  }

  /** By a quarter, so that a record never takes more than 24 bytes for long. */
  #grow(): void {
    const larger = new LedgerColumns(Math.max(64, Math.ceil(this.length * 1.25)));
    larger.start.set(this.start);
    larger.measured.set(this.measured);
    larger.billed.set(this.billed);
    larger.day.set(this.day);
    larger.line.set(this.line);
    larger.charge.set(this.charge);
    larger.product.set(this.product);
    larger.state.set(this.state);
    Object.assign(this, larger, { length: this.length });
  }
}
