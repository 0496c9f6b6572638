import type { Money, Period, PlainDate } from '../rating/index.js';

/** A complete day, or the part of today that has passed. Quantities are exact, in the graph's unit: a decimal or `n/d`. */
export interface UsageGraphDay {
  readonly date: PlainDate;
  /** What was used on the day. */
  readonly quantity: string;
  /** What was used from the period's start to the end of the day. */
  readonly total: string;
  /** What that total costs beyond the base fee; left out where it isn't known. */
  readonly cost?: Money;
}

/** Where the running total is expected to be at the end of a day to come. Exact, in the graph's unit. */
export interface UsageGraphOutlook {
  readonly date: PlainDate;
  readonly expected: string;
  readonly low: string;
  readonly high: string;
}

/** What a usage graph shows: one charge in one period. Plain JSON. */
export interface UsageGraphData {
  readonly period: Period;
  /** The account's calendar day by the back end's clock. */
  readonly today: PlainDate;
  /** What is counted: `minute`, `call`. */
  readonly unit: string;
  /** Every day from the period's start to today, in order, also those without usage; empty before the period begins. */
  readonly days: readonly UsageGraphDay[];
  /** Units that the plan includes in this period; `null` where it includes no fixed number. */
  readonly limit: string | null;
  /** The usage at which another plan becomes cheaper, and that plan's name; `null` where none is known. */
  readonly costEffectiveTo: { readonly quantity: string; readonly plan: string } | null;
  /** The days after today, in order; empty where nothing can be said of them. */
  readonly forecast: readonly UsageGraphOutlook[];
}
