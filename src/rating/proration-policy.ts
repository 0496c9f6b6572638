import { needDigits, needObject, needWhole } from './checks.js';
import type { RoundingMode } from './decimal.js';
import { need } from './errors.js';
import { needSetting, ROUNDING_MODES } from './modes.js';

/**
 * What is rounded when a price is prorated: the rate for one day, the share of the period, or only the result, which
 * without a scale of its own is rounded with its line. `mode` is that of the line unless it is named.
 */
export type ProrationRounding =
  | { readonly step: 'daily-rate' | 'factor'; readonly scale: number; readonly mode?: RoundingMode }
  | { readonly step: 'result'; readonly scale?: number; readonly mode?: RoundingMode };

/** How a price or an allowance is cut to a part of its period. */
export interface ProrationPolicy {
  /**
   * What the part is measured in. `calendar-days` counts days; `seconds` the true time between two instants; `fixed-days`
   * counts days of months that all have `monthDays`; `given-days` takes two numbers of days as they are; `none` charges a
   * part like the whole.
   */
  readonly basis: 'none' | 'calendar-days' | 'seconds' | 'fixed-days' | 'given-days';
  /** The days of a month, for `fixed-days` only. */
  readonly monthDays?: number;
  /** How many of the two boundary days of a part are charged; `one` when left out. For days of the calendar only. */
  readonly boundaryDays?: 'one' | 'both' | 'neither';
  readonly round: ProrationRounding;
  /** Whether rounding the daily rate up, or a part longer than the period, may pass the price of the whole period. */
  readonly cap: 'full-price' | 'none';
}

/** Throws `unknown-policy` or `missing-policy`. */
export function needProration(policy: ProrationPolicy, field: string): void {
  needObject(policy, field, 'a proration policy', 'missing-policy');
  const { basis, monthDays, boundaryDays = 'one' } = policy;
  needSetting(basis, ['none', 'calendar-days', 'seconds', 'fixed-days', 'given-days'], `${field}.basis`);
  needSetting(policy.cap, ['full-price', 'none'], `${field}.cap`);
  needSetting(boundaryDays, ['one', 'both', 'neither'], `${field}.boundaryDays`);
  const counted = basis === 'calendar-days' || basis === 'fixed-days';
  need(
    counted || boundaryDays === 'one',
    'unknown-policy',
    `${field}.boundaryDays`,
    'is a choice only where days are counted',
  );
  need(
    (basis === 'fixed-days') === (monthDays !== undefined),
    'missing-policy',
    `${field}.monthDays`,
    'goes with fixed-days, and only with it',
  );
  if (monthDays !== undefined) needWhole(monthDays, 1, 31, `${field}.monthDays`, 'unknown-policy');
  needRound(policy.round, `${field}.round`);
}

function needRound(round: ProrationRounding, field: string): void {
  needObject(round, field, 'what is rounded', 'missing-policy');
  needSetting(round.step, ['daily-rate', 'factor', 'result'], `${field}.step`);
  if (round.mode !== undefined) needSetting(round.mode, ROUNDING_MODES, `${field}.mode`);
  if (round.step !== 'result' || round.scale !== undefined) needDigits(round.scale, `${field}.scale`);
}
