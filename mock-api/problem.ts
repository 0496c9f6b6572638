import { toBillingError, type BillingErrorKind } from '../src/api/index.js';
import type { Answer } from './http/answer.js';

const BY_KIND: Readonly<Record<BillingErrorKind, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  validation: 400,
  conflict: 409,
  'stale-version': 412,
  'preview-expired': 409,
  'payment-declined': 402,
  'action-required': 402,
  'rate-limited': 429,
  unavailable: 503,
  timeout: 504,
  unsupported: 501,
  // The others are for a client to find out: from a back end they are its own fault.
  network: 500,
  'outcome-unknown': 500,
  aborted: 500,
  contract: 500,
  internal: 500,
};

/** Where HTTP has a status of its own. */
const BY_CODE: Readonly<Record<string, number>> = { 'key-reused': 422, 'version-missing': 428 };

/** A failure as `application/problem+json` (RFC 9457), with the status that fits it or another one. */
export function problemOf(cause: unknown, other?: number): Answer {
  const error = toBillingError(cause);
  const status = other ?? BY_CODE[error.code ?? ''] ?? BY_KIND[error.kind];
  const kind = BY_KIND[error.kind] === 500 ? 'internal' : error.kind;
  const { code, fields, message: title } = error;
  const wait = error.retryAfterMs;
  return {
    status,
    type: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title, status, kind, code, fields }),
    headers: wait === undefined ? {} : { 'Retry-After': String(Math.ceil(wait / 1000)) },
  };
}

/** What a status means, for one that is made up. */
export const kindOf = (status: number): BillingErrorKind =>
  (Object.keys(BY_KIND) as BillingErrorKind[]).find((kind) => BY_KIND[kind] === status && status !== 500) ??
  (status >= 500 ? 'unavailable' : 'validation');
