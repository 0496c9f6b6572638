import { http, type HttpHandler } from 'msw';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import { ROUTES, type Route } from './http/routes.js';
import { controlOf, sandboxRoutes } from './http/sandbox.js';
import { Serving, type ServingOptions } from './http/serving.js';

/** Where the mock answers, and how. */
export interface HandlerOptions extends ServingOptions {
  /** Path of the API, without a slash at its end; a leading `*` stands for any origin. */
  readonly baseUrl?: string;
}

/** Serves any adapter over the REST shape. What the adapter can't do is answered with 501, other paths with 404. */
export function handlersFor(target: BillingAdapter, options: HandlerOptions = {}): HttpHandler[] {
  const { baseUrl = '*/billing/v1' } = options;
  const serving = new Serving(target, options);
  const on = (route: Route): HttpHandler =>
    http[route.method](`${baseUrl}${route.path}`, ({ request, params }) =>
      serving.serve(request, pathOf(request), (fault) => serving.answer(route, request, params, fault)),
    );
  return [
    ...ROUTES.map(on),
    http.get(`${baseUrl}/events`, ({ request }) => serving.events(request)),
    ...sandboxRoutes(serving, () => controlOf(target)).map(on),
    http.all(`${baseUrl}/*`, ({ request }) => serving.serve(request, pathOf(request), () => Promise.reject(nowhere()))),
  ];

  function pathOf({ url }: Request): string {
    const { pathname } = new URL(url);
    const base = baseUrl.replace(/^\*|^https?:\/\/[^/]+/, '');
    return pathname.slice(pathname.indexOf(base) + base.length);
  }
}

const nowhere = (): BillingError =>
  new BillingError('not-found', 'there is nothing at this address', { code: 'unknown-path' });
