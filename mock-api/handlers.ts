import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import type { MockBackend } from './backend.js';
import { columnsOf, pageOf } from './page.js';
import { found, Problem } from './problem.js';
import { periodOf } from './query.js';
import { recordFields, recordOf } from './records.js';

/** Where the mock answers, and how slowly. */
export interface HandlerOptions {
  /** Path of the API, without a slash at its end; a leading `*` stands for any origin. */
  readonly baseUrl?: string;
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
}

type Read = (id: string, query: URLSearchParams) => unknown;

/** Answers the reads of the REST shape, and nothing else. */
export function handlersFor(
  backend: MockBackend,
  { baseUrl = '*/billing/v1', delayMs = 0 }: HandlerOptions = {},
): HttpHandler[] {
  let requests = 0;
  const on = (method: 'get' | 'all', path: string, read: Read): HttpHandler =>
    http[method](`${baseUrl}${path}`, async ({ request, params }) => {
      const requestId = `req_${String(++requests).padStart(6, '0')}`;
      if (delayMs > 0) await delay(delayMs);
      return answer(requestId, () => {
        if (backend.failing) throw new Problem('unavailable', 'down', 'The billing service is not available.');
        return read(String(params['id'] ?? ''), new URL(request.url).searchParams);
      });
    });
  const reads = Object.entries(readsOf(backend)).map(([path, read]) => on('get', path, read));
  return [...reads, on('all', '/*', noSuchPath)];
}

const noSuchPath: Read = () => {
  throw new Problem('not-found', 'unknown-path', 'There is nothing at this address.');
};

function readsOf(backend: MockBackend): Record<string, Read> {
  return {
    '/capabilities': () => backend.capabilities(),
    '/account': () => backend.account(),
    '/plans': (_, query) => pageOf(backend.plans(), query),
    '/subscriptions': (_, query) => pageOf(backend.subscriptions(), query),
    '/subscriptions/:id/usage': (id, query) => found(backend.usage(id, periodOf(query)), 'subscription'),
    '/subscriptions/:id/usage-records': (id, query) => usageRecords(backend, id, query),
    '/subscriptions/:id/add-ons': (id, query) => pageOf(found(backend.addOns(id), 'subscription'), query),
    '/payment-methods': (_, query) => pageOf(backend.paymentMethods(), query),
    '/invoices': (_, query) => pageOf(backend.invoices(), query),
    '/invoices/:id': (id) => found(backend.invoice(id), 'invoice'),
    '/contacts': (_, query) => pageOf(backend.contacts(), query),
    '/alert-preferences': () => backend.alertPreferences(),
    '/members': (_, query) => pageOf(backend.members(), query),
  };
}

function usageRecords(backend: MockBackend, id: string, query: URLSearchParams): object {
  const { items, next } = pageOf(found(backend.calls(id, periodOf(query)), 'subscription'), query);
  return columnsOf({ items: items.map(recordOf), next }, recordFields);
}

function answer(requestId: string, read: () => unknown): Response {
  const headers = { 'Request-Id': requestId, 'Cache-Control': 'private, no-store' };
  try {
    return new HttpResponse(JSON.stringify(read()), { headers: { ...headers, 'Content-Type': 'application/json' } });
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem('internal', 'unexpected', String(error));
    const { status } = problem;
    return new HttpResponse(JSON.stringify(problem), {
      status,
      headers: { ...headers, 'Content-Type': 'application/problem+json' },
    });
  }
}
