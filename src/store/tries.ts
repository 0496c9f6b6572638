import type { BillingError, BillingErrorKind } from '../api/index.js';
import { isResting } from './circuit.js';

/** How often a write is sent in all. */
export const MOST_TRIES = 3;

const BASE_MS = 500;
const CAP_MS = 5000;
const RETRY_AFTER_CAP_MS = 60_000;

/** The back end has refused or couldn't be reached; the same request may succeed. */
const PASSING: ReadonlySet<BillingErrorKind> = new Set(['network', 'rate-limited', 'unavailable']);

/** There is no answer, or none that can be read: it may have happened. */
const LOST: ReadonlySet<BillingErrorKind> = new Set(['outcome-unknown', 'timeout', 'contract', 'aborted']);

/** What the user saw was no longer so. */
const OUTDATED: ReadonlySet<BillingErrorKind> = new Set(['stale-version', 'conflict', 'not-found']);

/** Whether it may have happened all the same; a write with this key that is still going on counts. */
export const isLost = ({ kind, code }: BillingError): boolean =>
  LOST.has(kind) || (kind === 'conflict' && code === 'in-flight');

/** Whether it is known not to have happened. Anything else keeps its key for the next time. */
export const isRefusal = ({ kind }: BillingError): boolean => !PASSING.has(kind) && kind !== 'internal';

/** Who asks, and not what for: such a refusal says nothing of what was sent before it. */
const PERSONAL: ReadonlySet<BillingErrorKind> = new Set(['unauthenticated', 'forbidden']);

/** Whether it is the back end's word on all tries with this key, those before it too. */
export const isVerdict = (error: BillingError): boolean => isRefusal(error) && !PERSONAL.has(error.kind);

/** Whether what the user looks at has to be read again. */
export const isOutdated = ({ kind }: BillingError): boolean => OUTDATED.has(kind);

/** Whether to send it again by itself. Only with a key that the back end honours. */
export const mayRetry = (error: BillingError, tries: number): boolean =>
  PASSING.has(error.kind) && !isResting(error) && tries < MOST_TRIES && (error.retryAfterMs ?? 0) <= RETRY_AFTER_CAP_MS;

/** How long to wait before the next try: what the back end says, else longer each time, and a little by chance. */
export const waitBefore = (tries: number, retryAfterMs?: number): number =>
  retryAfterMs ?? Math.min(CAP_MS, BASE_MS * 2 ** (tries - 1)) * (0.5 + Math.random() / 2);

/** Lets some time pass. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
