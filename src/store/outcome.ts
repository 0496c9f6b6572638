import {
  BillingError,
  outcomeSchema,
  type BillingAdapter,
  type BillingErrorKind,
  type Outcome,
  type ReadOptions,
} from '../api/index.js';
import type { Calls } from './calls.js';
import { online } from './network.js';
import { answerOf } from './reads/read.js';
import { pause } from './tries.js';

/**
 * What became of a write whose answer was lost: `succeeded`, the error that it failed with, `absent` where no such write
 * has arrived, `lost` where nobody could say.
 */
export type Found = 'succeeded' | 'absent' | 'lost' | BillingError;

/** How long to wait before each question. */
const WAITS_MS = [0, 500, 1000, 2000, 4000, 5000];

/** The kinds that a write can have failed with for good. */
const KINDS: ReadonlySet<string> = new Set<BillingErrorKind>([
  'forbidden',
  'not-found',
  'validation',
  'conflict',
  'stale-version',
  'preview-expired',
  'payment-declined',
  'action-required',
  'unsupported',
]);

/**
 * Asks until it is known; without a network it waits for one. `patient`: what has not arrived may still be on its way,
 * and nothing would keep a second one from happening too.
 */
export async function findOutcome(
  adapter: BillingAdapter,
  calls: Calls,
  key: string,
  patient: boolean,
): Promise<Found> {
  let found: Found | undefined = 'lost';
  if (!adapter.findOutcome) return found;
  calls.permit('findOutcome');
  for (const wait of WAITS_MS) {
    await pause(wait);
    await online();
    found = await calls.run('findOutcome', async () => ask(adapter, key, calls.spoken)).then(foundIn, unheard);
    if (found === 'absent' ? !patient : found !== 'lost') return found;
  }
  return found;
}

const ask = (adapter: BillingAdapter, key: string, options: ReadOptions): Promise<Outcome> =>
  answerOf(outcomeSchema, adapter.findOutcome?.(key, options), 'findOutcome');

function foundIn({ status, kind = '', code }: Outcome): Found {
  if (status === 'succeeded') return 'succeeded';
  if (status === 'unknown') return 'absent';
  if (status !== 'failed') return 'lost';
  const known = KINDS.has(kind) ? (kind as BillingErrorKind) : 'internal';
  return new BillingError(known, 'the write has failed', code === undefined ? {} : { code });
}

const unheard = (): Found => 'lost';
