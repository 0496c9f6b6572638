import { http, HttpResponse, type HttpHandler } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import type { BillingAdapter } from '../src/api/index.js';
import { handlersFor, type HandlerOptions } from './handlers.js';

/** As without a network: nothing gets through. */
export const unreachable: HttpHandler = http.all('*/billing/v1/*', () => HttpResponse.error());

/**
 * Lets a service worker answer a page's billing requests; all others go out as they are. The worker's script,
 * `/mockServiceWorker.js`, has to be served from the root of the page's origin. Resolves when it answers.
 */
export async function startMock(target: BillingAdapter, options?: HandlerOptions): Promise<SetupWorker> {
  const worker = setupWorker(...handlersFor(target, options));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  return worker;
}
