import { BillingError, type BillingErrorKind } from '../../api/index.js';

/** An error to throw. `fields` says what is wrong by the path of the field. */
export const refusal = (
  kind: BillingErrorKind,
  code: string,
  message: string,
  fields: Readonly<Record<string, string>> = {},
): BillingError => new BillingError(kind, message, { code, fields });

/** Throws `validation` with a code, which is said of the field as well. */
export function needField(condition: boolean, field: string, code: string, message: string): asserts condition {
  if (!condition) throw refusal('validation', code, message, { [field]: code });
}

/** Throws `conflict` unless the state of things allows it. */
export function needState(condition: boolean, code: string, message: string): asserts condition {
  if (!condition) throw refusal('conflict', code, message);
}

/** The one with an id. Throws `not-found`. */
export function found<T extends { readonly id: string }>(items: readonly T[], id: string, what: string): T {
  const item = items.find((each) => each.id === id);
  if (!item) throw refusal('not-found', 'unknown-id', `There is no such ${what}.`);
  return item;
}

/** Throws `validation` without a version and `stale-version` for another one. */
export function needVersion(ifVersion: string | undefined, version: string): void {
  needField(ifVersion !== undefined, 'ifVersion', 'version-missing', 'The version that was seen must be named.');
  if (ifVersion !== version) throw refusal('stale-version', 'version-changed', 'It was changed in the meantime.');
}
