import { BillingError } from '../../api/index.js';
import type { Receive } from './body.js';
import { errorOf } from './problem.js';

/** What is used of the browser's `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends one request and receives its answer. Rejects with what went wrong. */
export async function exchange<T>(fetch: Fetch, url: string, init: RequestInit, receive: Receive<T>): Promise<T> {
  // An API sends nobody elsewhere: what does is a login page, which must neither be read nor get the token.
  const response = await fetch(url, { ...init, redirect: 'manual' }).catch(unreachable);
  if (isRedirect(response)) throw new BillingError('unauthenticated', 'redirected, most likely to a login page');
  if (!response.ok) throw await errorOf(response);
  return receive(response).catch(unreachable);
}

const isRedirect = ({ type, redirected, status }: Response): boolean =>
  type === 'opaqueredirect' || redirected || (status >= 300 && status < 400);

// `fetch` says TypeError for all that the network did. Its message may hold the URL, so that it stays in the cause.
function unreachable(cause: unknown): never {
  throw cause instanceof TypeError ? new BillingError('network', 'the back end can not be reached', { cause }) : cause;
}
