import { expect } from 'vitest';
import { restAdapter, type Fetch, type RestOptions } from '../../../src/adapters/rest.js';
import { BillingError, type BillingErrorKind } from '../../../src/api/index.js';

export type Answer = (init: RequestInit, url: string) => Response | Promise<Response>;

/** An adapter whose back end gives these answers, one a request, the last one again and again. */
export function adapterOf(...script: Answer[]) {
  return adapterWith({}, ...script);
}

export function adapterWith(options: Partial<RestOptions>, ...script: Answer[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, init });
    const answer = script[Math.min(sent.length, script.length) - 1];
    if (!answer) throw new Error('no answer is scripted');
    return answer(init, url);
  };
  return { adapter: restAdapter({ baseUrl: '/billing/v1', fetch, ...options }), sent };
}

export const ok =
  (body: unknown): Answer =>
  () =>
    Response.json(body);
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response('<h1>No</h1>', { status: code, headers });
export const problem =
  (code: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(JSON.stringify(body), {
      status: code,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
    });
export const never = (): Promise<never> => new Promise(() => undefined);

export async function failure(promise: Promise<unknown>): Promise<BillingError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(BillingError);
  return error as BillingError;
}

export const kindOf = async (...script: Answer[]): Promise<BillingErrorKind> =>
  (await failure(adapterOf(...script).adapter.getAccount())).kind;
