import type { BillingError } from '../api/index.js';

/**
 * `idle`: nothing was asked for · `pending`: it is under way · `checking`: its answer was lost, and the back end is asked
 * what became of it · `done` · `failed`: it has not happened · `unknown`: nobody could say; it must not be offered again
 * as if nothing had happened, only `check()`.
 */
export type WriteStatus = 'idle' | 'pending' | 'checking' | 'done' | 'failed' | 'unknown';

/** What an element knows of a write. */
export interface WriteState<Output> {
  readonly status: WriteStatus;
  /** What the back end answered; `undefined` where only its success is known. */
  readonly result: Output | undefined;
  /** Why it failed, or why it isn't known. */
  readonly error: BillingError | undefined;
  /** When it was submitted, by the client's clock. */
  readonly since: Date | undefined;
  /** Under way for four seconds: time to say that it still is. */
  readonly slow: boolean;
  /** Refused because what the user saw had changed, and what has changed is on show now: ask again. */
  readonly fresh: boolean;
}

/** Nothing was asked for. */
export const IDLE: WriteState<never> = {
  status: 'idle',
  result: undefined,
  error: undefined,
  since: undefined,
  slow: false,
  fresh: false,
};

/** Whether it is under way: the button is off, and pressing it again would do nothing. */
export const isBusy = ({ status }: WriteState<unknown>): boolean => status === 'pending' || status === 'checking';
