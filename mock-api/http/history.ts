import type { Answer } from './answer.js';

interface Known {
  readonly answer: Answer;
  /** How many writes there had been. */
  readonly writes: number;
  /** What it was before these. */
  readonly before: Answer | undefined;
}

/** Remembers the answers of reads, for a back end whose replica lags. */
export class History {
  #writes = 0;
  readonly #known = new Map<string, Known>();

  written(): void {
    this.#writes += 1;
  }

  remember(url: string, answer: Answer): void {
    const known = this.#known.get(url);
    const before = known && known.writes < this.#writes ? known.answer : known?.before;
    this.#known.set(url, { answer, writes: this.#writes, before });
  }

  /** What was answered before the last write; `undefined` when nobody had asked. */
  before(url: string): Answer | undefined {
    const known = this.#known.get(url);
    return known && known.writes < this.#writes ? known.answer : known?.before;
  }
}
