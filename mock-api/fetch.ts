import { getResponse } from 'msw';
import type { MockBackend } from './backend.js';
import { handlersFor, type HandlerOptions } from './handlers.js';

/** A `fetch` that a back end answers, without a network or a worker: for tests and stories. */
export function mockFetch(backend: MockBackend, options?: HandlerOptions): typeof fetch {
  const handlers = handlersFor(backend, options);
  return async (input, init) => {
    const request =
      input instanceof Request ? new Request(input, init) : new Request(new URL(input, 'http://localhost'), init);
    const response = await Promise.race([getResponse(handlers, request), aborted(request.signal)]);
    if (!response) throw new TypeError(`the mock doesn't answer ${request.method} ${request.url}`);
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
