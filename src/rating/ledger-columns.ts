import { billedMilliseconds, type CallClock } from './call-clock.js';

/** What state a record of a ledger is in; 1 to 254 are reasons not to bill it. */
export const BILLED = 0;
export const REMOVED = 255;

/** One record as numbers: names are indexes into the ledger's tables. */
export interface LedgerRow {
  /** Seconds since 1970 UTC. */
  readonly start: number;
  /** Milliseconds. */
  readonly measured: number;
  /** Milliseconds, or 1 where the charge counts records; 0 when not billed. */
  readonly billed: number;
  readonly day: number;
  readonly charge: number;
  readonly product: number;
  readonly line: number;
  /** `BILLED`, `REMOVED`, or a reason not to bill it. */
  readonly state: number;
}

/** A charge that no row has. */
export const NONE = 255;

/** Rows are kept in blocks, so that no new one ever has to move the others. */
const ROWS = 4096;
const newBlock = () => ({
  start: new Uint32Array(ROWS),
  /** At most `LONGEST_CALL`. Signed, which a pass over all rows reads faster. */
  measured: new Int32Array(ROWS),
  billed: new Uint32Array(ROWS),
  day: new Uint16Array(ROWS),
  line: new Uint16Array(ROWS),
  charge: new Uint8Array(ROWS),
  /** The charge again, where there is time to bill, else `NONE`: what a pass over all rows has to look at. */
  timed: new Uint8Array(ROWS),
  product: new Uint8Array(ROWS),
  state: new Uint8Array(ROWS),
});
type Block = ReturnType<typeof newBlock>;

/** The columns of a ledger: 20 bytes a record. */
export class LedgerColumns {
  readonly #blocks: Block[] = [];
  #length = 0;

  /** How many rows are in use, removed ones among them. */
  get length(): number {
    return this.#length;
  }

  /** Bytes of all columns. */
  get bytes(): number {
    const block = Object.values(this.#blocks[0] ?? {}) as ArrayBufferView[];
    return this.#blocks.length * block.reduce((sum, column) => sum + column.byteLength, 0);
  }

  /** Puts a row at the end and returns its number. */
  push(row: LedgerRow): number {
    const at = this.#length;
    if (at === this.#blocks.length * ROWS) this.#blocks.push(newBlock());
    this.#length += 1;
    this.set(at, row);
    return at;
  }

  /** Replaces a row that is there. */
  set(row: number, values: LedgerRow): void {
    const block = this.#blocks[Math.floor(row / ROWS)];
    if (!block) return;
    const at = row % ROWS;
    block.start[at] = values.start;
    block.measured[at] = values.measured;
    block.billed[at] = values.billed;
    block.day[at] = values.day;
    block.line[at] = values.line;
    block.charge[at] = values.charge;
    block.timed[at] = values.state === BILLED && values.measured > 0 ? values.charge : NONE;
    block.product[at] = values.product;
    block.state[at] = values.state;
  }

  /** A row, unless it is removed or was never there. */
  get(row: number): LedgerRow | undefined {
    const block = row < this.#length ? this.#blocks[Math.floor(row / ROWS)] : undefined;
    const at = row % ROWS;
    if (!block || (block.state[at] ?? REMOVED) === REMOVED) return undefined;
    const cell = (name: keyof Block): number => block[name][at] ?? 0;
    return {
      start: cell('start'),
      measured: cell('measured'),
      billed: cell('billed'),
      day: cell('day'),
      charge: cell('charge'),
      product: cell('product'),
      line: cell('line'),
      state: cell('state'),
    };
  }

  /** What the records of a charge are billed by a clock, in milliseconds: one pass. */
  sumBilled(charge: number, clock: CallClock): number {
    const straight = clock.unit === 1 && clock.free < 1 && clock.increment >= 1000;
    const sumOf = straight ? sumSteps : sumEach;
    return this.#blocks.reduce((total, block, index) => {
      const rows = Math.min(ROWS, this.#length - index * ROWS);
      return total + sumOf(block, rows, charge, clock);
    }, 0);
  }
}

function sumEach({ measured, timed }: Block, rows: number, charge: number, clock: CallClock): number {
  let sum = 0;
  for (let at = 0; at < rows; at++) {
    if (timed[at] === charge) sum += billedMilliseconds(clock, measured[at] ?? 0);
  }
  return sum;
}

/**
 * The same for a clock without rounding and free calls, and with steps of at least a second. A call begins less than
 * 2^31 ÷ increment + 1 steps, so half as many calls as an increment has milliseconds begin less than 2^31.
 */
function sumSteps({ measured, timed }: Block, rows: number, charge: number, clock: CallClock): number {
  const atOnce = clock.increment >> 1;
  let sum = 0;
  for (let from = 0; from < rows; from += atOnce)
    sum += countSteps(measured, timed, from, Math.min(from + atOnce, rows), charge, clock);
  return sum;
}

/**
 * Counts calls and the steps that they begin: the whole part of (beyond + increment - 1/2) ÷ increment, half a part away
 * from any whole number, further than the rounding of the reciprocal can reach. In 32-bit integers, and without a branch,
 * which the processor could not foresee: `mine` is all ones or all zeros, and a call within the initial part gives a
 * quotient below 1, which the mask of its sign makes zero.
 */
function countSteps(
  measured: Int32Array,
  timed: Uint8Array,
  from: number,
  to: number,
  charge: number,
  { initial, increment, wrapUp }: CallClock,
): number {
  const perStep = 1 / increment;
  const shift = increment - initial - 0.5;
  let calls = 0;
  let steps = 0;
  for (let at = from; at < to; at++) {
    const mine = timed[at] === charge ? -1 : 0;
    const begun = (((measured[at] ?? 0) + shift) * perStep) | 0;
    calls = (calls - mine) | 0;
    steps = (steps + (begun & ~(begun >> 31) & mine)) | 0;
  }
  return calls * (initial + wrapUp) + steps * increment;
}
