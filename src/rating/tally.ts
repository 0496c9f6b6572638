/** Running totals of records by a dimension (days, products, lines) and by charge, each change in a few additions. */
export class Tally {
  #billed: Float64Array;
  #records: Float64Array;
  readonly #charges: number;

  /** `rows` is how many days, products or lines there are at first; more are added as they come. */
  constructor(charges: number, rows: number) {
    this.#charges = charges;
    this.#billed = new Float64Array(rows * charges);
    this.#records = new Float64Array(rows * charges);
  }

  /** Adds a record (`sign` 1), or takes it away (-1). Sums of whole numbers, exact below 2^53. */
  add(row: number, charge: number, billed: number, sign: 1 | -1): void {
    const cell = row * this.#charges + charge;
    if (cell >= this.#billed.length) this.#grow(row);
    this.#billed[cell] = (this.#billed[cell] ?? 0) + sign * billed;
    this.#records[cell] = (this.#records[cell] ?? 0) + sign;
  }

  /** Milliseconds, or how many where the charge counts. */
  billed(row: number, charge: number): number {
    return this.#billed[row * this.#charges + charge] ?? 0;
  }

  /** How many records are billed. */
  records(row: number, charge: number): number {
    return this.#records[row * this.#charges + charge] ?? 0;
  }

  #grow(row: number): void {
    const size = 2 * (row + 1) * this.#charges;
    this.#billed = copyInto(new Float64Array(size), this.#billed);
    this.#records = copyInto(new Float64Array(size), this.#records);
  }
}

function copyInto(to: Float64Array, from: Float64Array): Float64Array {
  to.set(from);
  return to;
}
