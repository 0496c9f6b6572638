import {
  BillingError,
  refuseCardNumber,
  toBillingError,
  type BillingErrorKind,
  type Outcome,
  type WriteOptions,
} from '../../api/index.js';
import { hashOf } from './hash.js';
import { collectedSince } from './payments.js';
import { needField, needState } from './refuse.js';
import type { StoredOutcome } from './seed.js';
import type { State } from './state.js';

/** What is written: which method, and what it was given. */
export interface Write<T> {
  readonly what: string;
  readonly payload: readonly unknown[];
  readonly run: (state: State) => T;
}

/**
 * Runs a write once for its key: sent again it gets the same answer or the same refusal, with another payload a
 * `conflict`. What fails leaves the state as it was. A failure that passes by itself isn't remembered.
 */
export function writeOnce<T>(state: State, { what, payload, run }: Write<T>, { idempotencyKey: key }: WriteOptions): T {
  needField(isKey(key), 'idempotencyKey', 'key-missing', 'A write needs a key of 1 to 255 printable characters.');
  refuseCardNumber(payload);
  const hash = hashOf([what, payload]);
  const before = Object.hasOwn(state.outcomes, key) ? state.outcomes[key] : undefined;
  if (before) return replay<T>(before, hash);
  const kept = { ...state };
  try {
    const answer = run(state);
    state.outcomes = { ...state.outcomes, [key]: { hash, answer: structuredClone(answer) } };
    state.writes = [...state.writes, { key, what, charged: collectedSince(kept, state) }];
    return answer;
  } catch (cause) {
    const error = toBillingError(cause);
    Object.assign(state, kept);
    if (!error.retryable) state.outcomes = { ...state.outcomes, [key]: { hash, failure: failureOf(error) } };
    throw error;
  }
}

/** What became of a write. One that took no payment has failed, though it was answered. */
export function outcomeOf({ outcomes }: State, key: string): Outcome {
  const found = Object.hasOwn(outcomes, key) ? outcomes[key] : undefined;
  if (!found) return { key, status: 'unknown' };
  const { failure, answer } = found;
  if (failure) {
    const { kind, code } = failure;
    return { key, status: 'failed', kind, ...(code !== undefined && { code }) };
  }
  if (!isRefusedPayment(answer)) return { key, status: 'succeeded' };
  const { code } = answer;
  return { key, status: 'failed', kind: 'payment-declined', ...(code !== null && { code }) };
}

function replay<T>({ hash, answer, failure }: StoredOutcome, sent: string): T {
  needState(hash === sent, 'key-reused', 'This key was used for something else.');
  if (!failure) return answer as T;
  const { kind, message, code, fields } = failure;
  throw new BillingError(kind as BillingErrorKind, message, { fields, ...(code !== undefined && { code }) });
}

function failureOf({ kind, message, code, fields }: BillingError): NonNullable<StoredOutcome['failure']> {
  return { kind, message, fields, ...(code !== undefined && { code }) };
}

const isKey = (key: unknown): boolean => typeof key === 'string' && /^[\x20-\x7e]{1,255}$/.test(key);

const isRefusedPayment = (answer: unknown): answer is { readonly code: string | null } =>
  typeof answer === 'object' && answer !== null && 'status' in answer && 'code' in answer && answer.status === 'failed';
