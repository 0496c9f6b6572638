import { setupWorker, type SetupWorker } from 'msw/browser';
import type { MockBackend } from './backend.js';
import { handlersFor, type HandlerOptions } from './handlers.js';

/**
 * Lets a service worker answer a page's billing requests; all others go out as they are. The worker's script,
 * `/mockServiceWorker.js`, has to be served from the root of the page's origin. Resolves when it answers.
 */
export async function startMock(backend: MockBackend, options?: HandlerOptions): Promise<SetupWorker> {
  const worker = setupWorker(...handlersFor(backend, options));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  return worker;
}
