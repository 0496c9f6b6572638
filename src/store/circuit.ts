import { BillingError, type BillingErrorKind } from '../api/index.js';

/** After so many outages in a row a method rests. */
const MOST_OUTAGES = 5;
const REST_MS = 30_000;

const OUTAGES: ReadonlySet<BillingErrorKind> = new Set(['network', 'timeout', 'unavailable']);

/** The code of an error that stands for a request that wasn't sent. */
const RESTING = 'resting';

/** Whether nothing was sent, because the method rests. */
export const isResting = ({ code }: BillingError): boolean => code === RESTING;

/** Keeps one method from being asked on and on while it is down. */
export class Circuit {
  #outages = 0;
  #restsUntil = 0;
  #probe = false;

  /** The user asks by hand: the next call goes through, whatever came before. */
  permit(): void {
    this.#probe = true;
  }

  /** Throws instead of calling while the method rests. After the rest, one more outage is enough for another. */
  enter(): void {
    const left = this.#restsUntil - Date.now();
    if (left > 0 && !this.#probe)
      throw new BillingError('unavailable', 'not asked: it has failed too often', {
        code: RESTING,
        retryAfterMs: left,
      });
    this.#probe = false;
  }

  /** What became of a call; `undefined` for an answer. What was aborted says nothing. */
  note(error: BillingError | undefined): void {
    if (error?.kind === 'aborted') return;
    this.#outages = error && OUTAGES.has(error.kind) ? this.#outages + 1 : 0;
    if (this.#outages >= MOST_OUTAGES) this.#restsUntil = Date.now() + REST_MS;
    if (this.#outages === 0) this.#restsUntil = 0;
  }
}
