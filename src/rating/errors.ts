/** Why something cannot be rated. Stable: hosts and servers may switch on it. */
export type RatingErrorCode =
  | 'malformed-input'
  | 'malformed-number'
  | 'malformed-date'
  | 'unknown-time-zone'
  | 'negative-amount'
  | 'negative-quantity'
  | 'amount-out-of-range'
  | 'unknown-currency'
  | 'currency-mismatch'
  | 'unit-mismatch'
  | 'unknown-model'
  | 'unknown-policy'
  | 'missing-policy'
  | 'unknown-charge'
  | 'unknown-plan'
  | 'no-tiers'
  | 'unsorted-tiers'
  | 'no-open-tier'
  | 'unsorted-changes'
  | 'over-last-tier'
  | 'missing-usage'
  | 'unknown-dimension'
  | 'minimum-above-maximum'
  | 'period-reversed'
  | 'period-empty'
  | 'outside-period'
  | 'outside-subscription'
  | 'duplicate-key'
  | 'percentage-out-of-range'
  | 'division-by-zero';

/**
 * The one error that rating throws. `code` names the cause, `field` is the path of the value at fault in the input
 * (`subscriptions[0].plan.baseFee`), `message` says what to do about it, for logs and developers.
 */
export class RatingError extends Error {
  override readonly name = 'RatingError';
  constructor(
    readonly code: RatingErrorCode,
    readonly field: string,
    message: string,
  ) {
    super(`${field}: ${message}`);
  }
}

/** Throws a `RatingError` unless `condition` holds. */
export function need(condition: boolean, code: RatingErrorCode, field: string, message: string): asserts condition {
  if (!condition) throw new RatingError(code, field, message);
}
