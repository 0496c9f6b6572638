import { shown } from './decimal.js';
import { need } from './errors.js';

/** Names as small numbers, in the order in which they came. */
export class Names {
  readonly #indexes = new Map<string, number>();
  readonly list: string[] = [];

  constructor(
    readonly field: string,
    readonly limit: number,
    first: readonly string[] = [],
  ) {
    for (const name of first) this.add(name);
  }

  /** The number of a name, new or known. Throws `malformed-input` for no name, `amount-out-of-range` for too many. */
  add(name: string): number {
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    need(typeof name === 'string', 'malformed-input', this.field, `expected a name, got ${shown(name)}`);
    need(
      this.list.length < this.limit,
      'amount-out-of-range',
      this.field,
      `must be at most ${this.limit} different ones`,
    );
    this.#indexes.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.#indexes.get(name);
  }
}
