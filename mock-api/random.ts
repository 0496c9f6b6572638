/** Whole numbers that look random and come again with the same seed, on any machine. */
export interface Random {
  /** From `min` up to and including `max`. */
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** An index, each as likely as its weight. */
  weighted(weights: readonly number[]): number;
}

/** The mulberry32 generator. */
export function seeded(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const a = Math.imul(state ^ (state >>> 15), state | 1);
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61));
    return (b ^ (b >>> 14)) >>> 0;
  };
  const int = (min: number, max: number): number => min + (next() % (max - min + 1));
  return {
    int,
    pick: <T>(items: readonly T[]): T => items[int(0, items.length - 1)] as T,
    weighted: (weights) => {
      let left = int(1, sum(weights));
      let index = 0;
      while ((left -= weights[index] ?? left) > 0) index++;
      return index;
    },
  };
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
