import type { Schema, WriteOptions } from '../../api/index.js';
import { givenAll, type Kit, type Need } from '../needs.js';

/** A write that is ready to be sent. */
export interface ReadyWrite {
  send(options: WriteOptions): Promise<unknown>;
  /** The same write with another payload. */
  sendOther(options: WriteOptions): Promise<unknown>;
  /** What it changes, as it reads now. */
  state(): Promise<unknown>;
  /** The version that it has to be sent with; left out where none is needed. */
  readonly version?: string;
}

/** One good call of a write. */
export interface SampleWrite {
  readonly name: string;
  readonly needs: readonly Need[];
  /** The shape of the answer; `null` where it is none. */
  readonly answer: Schema<unknown> | null;
  /** Whether it is refused without the version that the user saw. */
  readonly versioned: boolean;
  readonly prepare: (kit: Kit<Need>) => Promise<ReadyWrite>;
}

/** Writes a sample down; it is given what it needs, and by type nothing else. */
export const sampleWrite = <N extends Need>(write: {
  readonly name: string;
  readonly needs: readonly N[];
  readonly answer: Schema<unknown> | null;
  readonly versioned: boolean;
  readonly prepare: (kit: Kit<N>) => Promise<ReadyWrite>;
}): SampleWrite => ({ ...write, prepare: givenAll(write.prepare) });

/** How a write is sent: with the version that it needs, under a key. */
export const optionsOf = ({ version }: ReadyWrite, idempotencyKey: string): WriteOptions => ({
  idempotencyKey,
  ...(version !== undefined && { ifVersion: version }),
});
