import * as v from 'valibot';
import { BillingError, type BillingErrorDetails, type BillingErrorKind } from '../../api/index.js';
import { isOf, parseJson, readText } from './body.js';
import { retryAfterMs } from './retry-after.js';

/** The kinds that a back end may claim; the others are for the client to find out. */
const CLAIMABLE = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'validation',
  'conflict',
  'stale-version',
  'preview-expired',
  'payment-declined',
  'action-required',
  'rate-limited',
  'unavailable',
  'timeout',
  'unsupported',
  'internal',
] as const satisfies readonly BillingErrorKind[];

const BY_STATUS: Readonly<Record<number, BillingErrorKind>> = {
  400: 'validation',
  401: 'unauthenticated',
  402: 'payment-declined',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'stale-version',
  422: 'validation',
  428: 'validation',
  429: 'rate-limited',
  501: 'unsupported',
  504: 'timeout',
};

/** A member that isn't what it should be counts as left out (RFC 9457, section 3.1). */
const member = <T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T | undefined> =>
  v.fallback(v.optional(schema), undefined);

const problemSchema = v.fallback(
  v.object({
    kind: member(v.picklist(CLAIMABLE)),
    code: member(v.pipe(v.string(), v.maxLength(100))),
    fields: member(v.pipe(v.record(v.string(), v.string()), v.maxEntries(100))),
  }),
  { kind: undefined, code: undefined, fields: undefined },
);

/** What an answer that isn't a success means: by its problem document, else by its status. */
export async function errorOf(response: Response): Promise<BillingError> {
  const { kind, code, fields } = v.parse(problemSchema, await problemOf(response));
  const requestId = response.headers.get('request-id');
  const wait = retryAfterMs(response.headers);
  const details: BillingErrorDetails = {
    ...(code !== undefined && { code }),
    ...(fields !== undefined && { fields }),
    ...(requestId !== null && { requestId }),
    ...(wait !== undefined && { retryAfterMs: wait }),
  };
  // The draft of the header asks for 422, which alone would speak of a field at fault.
  const reused = code === 'key-reused' ? 'conflict' : undefined;
  return new BillingError(reused ?? kind ?? kindOf(response.status), `status ${response.status}`, details);
}

function kindOf(status: number): BillingErrorKind {
  return BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'contract');
}

// A failure whose description can't be read is still that failure.
async function problemOf(response: Response): Promise<unknown> {
  const described = isOf(response, 'application/problem+json');
  try {
    return described ? parseJson(await readText(response)) : await response.body?.cancel();
  } catch {
    return undefined;
  }
}
