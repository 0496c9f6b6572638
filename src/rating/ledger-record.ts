import type { CallRule } from './call-rule.js';
import type { Decimal } from './decimal.js';
import type { Period } from './period.js';

/** A charge that a ledger keeps: seconds by its call rule, or, without one, how many records there are. */
export interface LedgerCharge {
  readonly id: string;
  readonly calls?: CallRule;
}

/** What a ledger is for. The charges are those of a plan (`plan.usage`). */
export interface LedgerOptions {
  readonly period: Period;
  readonly timeZone: string;
  readonly charges: readonly LedgerCharge[];
}

/** One call, text or fax. */
export interface LedgerRecord {
  /** Kept apart, and only if given: finds the record again. */
  readonly id?: string;
  /** When it started, in milliseconds since 1970 UTC. Its day is the account's. */
  readonly start: number;
  /** How long it was, in whole milliseconds: the longest clock. 0 where the charge counts records. */
  readonly measured: number;
  readonly charge: string;
  readonly product: string;
  readonly line: string;
  /** Why it isn't billed: a robocall, a fax tone, dead air. Absent: it is. */
  readonly notBilled?: string;
}

/** Records as columns of the same length. Names are indexes into the lists beside them. */
export interface LedgerColumnsInput {
  /** Seconds since 1970 UTC. */
  readonly start: ArrayLike<number>;
  /** Milliseconds. */
  readonly measured: ArrayLike<number>;
  /** Indexes into the ledger's charges. */
  readonly charge: ArrayLike<number>;
  readonly product: ArrayLike<number>;
  readonly products: readonly string[];
  readonly line: ArrayLike<number>;
  readonly lines: readonly string[];
  /** 0 for billed, n for the n-th reason. Absent: all are billed. */
  readonly notBilled?: ArrayLike<number>;
  readonly reasons?: readonly string[];
}

/** What a day, a product or a line comes to for one charge. */
export interface UsageTotal {
  /** The date, or the name of the product or line. */
  readonly key: string;
  readonly charge: string;
  /** Seconds, or how many where the charge counts. */
  readonly quantity: Decimal;
  readonly records: number;
}
