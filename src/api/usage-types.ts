import type { Decimal, Instant, Open, Page } from './types.js';

/** One call or message, as it was metered. */
export interface UsageRecord {
  readonly id: string;
  readonly startedAt: Instant;
  /** The product's id for it: `operator`, `ivr`, `voicemail`, `fax`, `robocall`. */
  readonly kind: Open<string>;
  /** The number that was called; empty for a message. */
  readonly line: string;
  readonly caller: string;
  /** Empty where it isn't known. */
  readonly callerName: string;
  readonly recordedSeconds: number;
  /** What an operator spent on it. Billable is the longer of the two. */
  readonly agentSeconds: number;
  /** The usage charge that it counts for; `null` when it isn't billed. */
  readonly charge: string | null;
  /** How much it counts, in the unit that the charge reports; zero when it isn't billed. */
  readonly quantity: Decimal;
  /** Why it isn't billed; `null` when it is. */
  readonly notBilled: Open<'robocall' | 'fax' | 'dead-air'> | null;
}

/** Whole numbers from 0 to 4,294,967,295: an array, or base64 of them as little-endian unsigned 32-bit integers. */
export type NumberColumn = readonly number[] | string;

/** Texts that repeat: each row is an index into `names`. */
export interface NameColumn {
  readonly names: readonly string[];
  readonly index: NumberColumn;
}

/**
 * A page of records, one column a field: far quicker to parse than objects. All columns are `count` long. Absent names
 * are empty strings: the charge of what isn't billed, the reason of what is.
 */
export interface UsageColumns {
  readonly count: number;
  /** The cursor of the page after it; `null` on the last. */
  readonly next: string | null;
  readonly id: readonly string[];
  /** Seconds since 1970 UTC. */
  readonly startedAt: NumberColumn;
  readonly recordedSeconds: NumberColumn;
  readonly agentSeconds: NumberColumn;
  /** In whole reported units of the charge. */
  readonly quantity: NumberColumn;
  readonly kind: NameColumn;
  readonly line: NameColumn;
  readonly caller: NameColumn;
  readonly callerName: NameColumn;
  readonly charge: NameColumn;
  readonly notBilled: NameColumn;
}

export type UsageRecordPage = Page<UsageRecord>;
