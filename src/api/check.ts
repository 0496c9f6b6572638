import * as v from 'valibot';
import { BillingError } from './errors.js';
import type { Schema } from './formats.js';

/** A hostile answer can be wrong in any number of fields; the first few tell what is the matter. */
const MOST_FIELDS = 20;

/**
 * `value` as the schema gives it back: without unknown keys. Throws a `contract` error that names every field at fault
 * (`items[2].total.amount`) and never quotes what was in it; `what` names the answer in the message.
 */
export function check<T>(schema: Schema<T>, value: unknown, what: string): T {
  const result = parse(schema, value, what);
  if (result.success) return result.output;
  const issues = result.issues.slice(0, MOST_FIELDS).map((issue) => [pathOf(issue), reasonOf(issue)] as const);
  const [path, reason] = issues[0] ?? ['', ''];
  throw new BillingError('contract', `${what}: ${path ? `${path}: ` : ''}${reason}`, {
    fields: Object.fromEntries(issues),
  });
}

// A tree nested deeper than the stack is no answer either.
function parse<T>(schema: Schema<T>, value: unknown, what: string): v.SafeParseResult<Schema<T>> {
  try {
    return v.safeParse(schema, value);
  } catch (cause) {
    throw cause instanceof RangeError ? new BillingError('contract', `${what}: is nested too deep`) : cause;
  }
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return keys.join('').replace(/^\./, '');
}

// Our own checks bring their message; the ones of types would quote the value, which may be private.
function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema') return issue.message;
  return issue.input === undefined ? 'is missing' : `expected ${issue.expected ?? 'something else'}`;
}
