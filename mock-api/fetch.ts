import { getResponse } from 'msw';
import type { BillingAdapter } from '../src/api/index.js';
import { handlersFor, type HandlerOptions } from './handlers.js';

/** A `fetch` that a back end answers, without a network or a worker: for tests and stories. */
export function mockFetch(target: BillingAdapter, options?: HandlerOptions): typeof fetch {
  const handlers = handlersFor(target, options);
  return async (input, init) => {
    const request =
      input instanceof Request ? new Request(input, init) : new Request(new URL(input, 'http://localhost'), init);
    const response = await Promise.race([getResponse(handlers, request), aborted(request.signal)]);
    if (!response || response.type === 'error') throw new TypeError(`${request.method} ${request.url} is not answered`);
    return response;
  };
}

/** Rejects when the signal is aborted, as `fetch` does. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
