import type { SetupIntent, StripeError } from '@stripe/stripe-js';
import type { VaultCode, VaultResult } from '../../api/index.js';

/** Stripe's codes, of a refusal and of the bank behind it, in our words. */
const CODES: Readonly<Record<string, VaultCode>> = {
  card_declined: 'card-declined',
  generic_decline: 'card-declined',
  insufficient_funds: 'insufficient-funds',
  expired_card: 'expired-card',
  incorrect_cvc: 'incorrect-security-code',
  invalid_cvc: 'incorrect-security-code',
  incorrect_zip: 'incorrect-postal-code',
  setup_intent_authentication_failure: 'authentication-failed',
  rate_limit: 'rate-limited',
  resource_missing: 'setup-expired',
  setup_intent_unexpected_state: 'setup-expired',
};

/** Why Stripe refused. A code that isn't known here is passed on for the one who reads the logs. */
export function failureOf(error: StripeError | undefined): VaultResult {
  if (error?.type === 'validation_error') return { status: 'failed', code: 'incomplete' };
  const { decline_code: declined = '', code = '' } = error ?? {};
  return { status: 'failed', code: CODES[declined] ?? CODES[code] ?? (code.replaceAll('_', '-') || 'unknown') };
}

/** What a SetupIntent says. What the bank checked of it, only the back end may see. */
export function resultOf({ status }: SetupIntent): VaultResult {
  if (status === 'succeeded' || status === 'processing') return { status };
  return { status: 'failed', code: status === 'canceled' ? 'setup-expired' : 'authentication-failed' };
}
