import { BillingError, check, type BillingErrorKind, type Schema } from '../api/index.js';
import { CheckSkipped, ConformanceError } from './errors.js';

/** Long for a test back end on the same machine; a promise that takes longer is taken for one that never settles. */
const PATIENCE_MS = 5000;

const KINDS: ReadonlySet<string> = new Set<BillingErrorKind>([
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
  'network',
  'outcome-unknown',
  'aborted',
  'unsupported',
  'contract',
  'internal',
]);

/** What a refusal must look like: one of the kinds, and the code and the field where they are given. */
export interface Refusal {
  readonly kind: BillingErrorKind | readonly BillingErrorKind[];
  readonly code?: string | readonly string[];
  readonly field?: RegExp;
}

/** The rule holds, or the check ends with what came instead. */
export function holds(truth: boolean, rule: string, received?: unknown, expected: unknown = 'that it holds'): void {
  if (!truth) throw new ConformanceError(rule, expected, received);
}

/** Two plain values are the same, whatever the order of their keys. */
export function same(received: unknown, expected: unknown, rule: string): void {
  holds(alike(received, expected), rule, received, expected);
}

/** Whether two plain values say the same. */
export const alike = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** Two plain values differ. */
export function differ(received: unknown, before: unknown, rule: string): void {
  holds(!alike(received, before), rule, received, 'something else');
}

/** A value that must be there. */
export function present<T>(value: T | undefined | null, rule: string): T {
  if (value === undefined || value === null) throw new ConformanceError(rule, 'a value', value);
  return value;
}

/** The account has too little to see the rule at work: the check is not made. */
export function skipUnless(possible: boolean, reason: string): void {
  if (!possible) throw new CheckSkipped(reason);
}

/** The value has the shape of the contract. */
export function conforms<T>(schema: Schema<T>, value: unknown, what: string): T {
  try {
    return check(schema, value, what);
  } catch (cause) {
    throw new ConformanceError(`${what} has the shape of the contract`, 'an answer that its schema accepts', cause, {
      cause,
    });
  }
}

/** A call is refused in the way that the contract says, by a rejected promise. */
export async function refused(call: () => Promise<unknown>, refusal: Refusal, rule: string): Promise<BillingError> {
  const error = await failureOf(call, refusal, rule);
  const kinds = [refusal.kind].flat();
  const codes = refusal.code === undefined ? undefined : [refusal.code].flat();
  const fits =
    kinds.includes(error.kind) &&
    (codes === undefined || codes.includes(error.code ?? '')) &&
    (refusal.field === undefined || Object.keys(error.fields).some((field) => refusal.field?.test(field)));
  holds(fits, rule, error, describe(refusal));
  return error;
}

/** The error that a call fails with: a `BillingError` of a kind that we know, always by rejection. */
async function failureOf(call: () => Promise<unknown>, refusal: Refusal, rule: string): Promise<BillingError> {
  let answer: unknown;
  try {
    answer = await within(started(call));
  } catch (cause) {
    if (cause instanceof ConformanceError) throw cause;
    if (isBillingError(cause)) return cause;
    throw new ConformanceError('adapters reject with a BillingError of a known kind only', describe(refusal), cause);
  }
  throw new ConformanceError(rule, describe(refusal), answer === undefined ? 'no refusal' : answer);
}

/** The promise of a call that may throw instead. */
function started(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return call();
  } catch (cause) {
    throw new ConformanceError('a method never throws, it rejects', 'a rejected promise', cause);
  }
}

/** The value of a promise that must settle soon. */
export async function within<T>(promise: Promise<T>, ms = PATIENCE_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ConformanceError('a call settles', `an answer in ${ms} ms`, 'none')), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

// By its name: an adapter may bring another copy of the kit.
const isBillingError = (cause: unknown): cause is BillingError =>
  cause instanceof Error && cause.name === 'BillingError' && 'kind' in cause && KINDS.has(String(cause.kind));

const describe = ({ kind, code, field }: Refusal): string =>
  [
    `a refusal of kind ${[kind].flat().join(' or ')}`,
    code && `code ${[code].flat().join(' or ')}`,
    field && `at ${field}`,
  ]
    .filter(Boolean)
    .join(', ');

/** Plain JSON in one form: keys in order, no absent ones. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isPlainObject(inner) ? sorted(inner) : inner)) ?? 'undefined';
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
