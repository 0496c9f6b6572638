/** Whole numbers that look random and come again with the same seed, on any machine. */
export interface Random {
  /** From `min` up to and including `max`. */
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** An index, each as likely as its weight. */
  weighted(weights: readonly number[]): number;
}

/** The numbers of a seed, from the first one on. */
export const seeded = (seed: string): Random => new Mulberry32(hash(seed));

/** The mulberry32 generator. A class, because a year of calls has tens of thousands of them. */
class Mulberry32 implements Random {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  int(min: number, max: number): number {
    return min + (this.#next() % (max - min + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)] as T;
  }

  weighted(weights: readonly number[]): number {
    let left = this.int(1, sum(weights));
    let index = 0;
    while ((left -= weights[index] ?? left) > 0) index++;
    return index;
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    const state = this.#state;
    const a = Math.imul(state ^ (state >>> 15), state | 1);
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61));
    return (b ^ (b >>> 14)) >>> 0;
  }
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}
