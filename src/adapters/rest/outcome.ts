import { BillingError, toBillingError } from '../../api/index.js';
import type { Receive } from './body.js';

/** Receives the answer of a write that has succeeded. When it can't be read, the write has happened all the same. */
export const answered =
  <T>(receive: Receive<T>): Receive<T> =>
  (response) =>
    receive(response).catch((cause: unknown) => {
      throw unknown(cause);
    });

/**
 * Sends a write. When its answer is lost on the way, it may have happened: `outcome-unknown`, with what was seen as the
 * cause. Only what failed while the browser had no network was surely not sent.
 */
export async function attempt<T>(send: () => Promise<T>): Promise<T> {
  const offline = globalThis.navigator?.onLine === false;
  try {
    return await send();
  } catch (cause) {
    const { kind } = toBillingError(cause);
    throw kind === 'timeout' || (kind === 'network' && !offline) ? unknown(cause) : cause;
  }
}

const unknown = (cause: unknown): BillingError =>
  new BillingError('outcome-unknown', 'the answer of a write that was sent is lost', { cause });
