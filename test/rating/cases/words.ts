import type { Currency, Money, RoundingMode } from '../../../src/rating/index.js';
import { moneyText } from '../../../src/rating/index.js';
import type { CaseRounding, Money as CaseMoney } from './format.js';

/** The format's words are in snake case, and some are longer than ours. */
export const kebab = (word: string): string => word.replaceAll('_', '-');

const MODES: Readonly<Record<string, string>> = { ceiling: 'ceil', none: 'exact' };

/** A rounding mode, or `exact` where a case has none. */
export const modeOf = (word = 'none'): RoundingMode | 'exact' => (MODES[word] ?? kebab(word)) as RoundingMode | 'exact';

const DEFAULT: CaseRounding = { mode: 'half_up', scale: 2, at: 'line' };

export const currencyOf = ({ currency = 'USD', rounding = DEFAULT }: CaseMoney): Currency => ({
  currency,
  exponent: rounding.scale,
});

export const roundingOf = ({ rounding = DEFAULT }: CaseMoney): { mode: RoundingMode; scale: number } => ({
  mode: modeOf(rounding.mode) as RoundingMode,
  scale: rounding.scale,
});

export const chargeRounding = ({ rounding = DEFAULT }: CaseMoney): { mode: RoundingMode; at: 'line' | 'charge' } => ({
  mode: modeOf(rounding.mode) as RoundingMode,
  at: rounding.at ?? 'line',
});

/** Money as the decimal string of a case. */
export const text = (money: Money): string => moneyText(money);

/** Only the entries that a case has. */
export function given<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Numbers of a case as the decimal strings that they stand for. */
export const decimals = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) => (typeof each === 'number' ? String(each) : each)) as T;
