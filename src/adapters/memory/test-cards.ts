import type { Setup, SetupChecks } from '../../api/index.js';

/** A card of the sandbox, and what the processor says when it is confirmed. */
export interface TestCard extends Pick<Setup, 'status'> {
  readonly brand: string;
  readonly last4: string;
  readonly expires: string;
  readonly code?: string;
  readonly checks?: Partial<SetupChecks>;
}

/** Before anything was looked at. */
export const UNCHECKED: SetupChecks = { postalCode: 'unchecked', addressLine1: 'unchecked', securityCode: 'unchecked' };

const PASSED: SetupChecks = { postalCode: 'pass', addressLine1: 'pass', securityCode: 'pass' };

const visa = (last4: string, own: Partial<TestCard> = {}): TestCard => ({
  brand: 'visa',
  last4,
  expires: '2030-12',
  status: 'succeeded',
  checks: PASSED,
  ...own,
});

const refused = (last4: string, code: string): TestCard => visa(last4, { status: 'failed', code, checks: {} });

const checked = (last4: string, checks: Partial<SetupChecks>): TestCard =>
  visa(last4, { checks: { ...PASSED, ...checks } });

/** By the token that the sandbox's fields give for a card. */
export const testCards: Readonly<Record<string, TestCard>> = {
  test_visa_ok: visa('4242'),
  test_mastercard_ok: { ...visa('4444'), brand: 'mastercard' },
  test_amex_ok: { ...visa('0005'), brand: 'amex' },
  test_visa_declined: refused('0002', 'card-declined'),
  test_visa_insufficient_funds: refused('9995', 'insufficient-funds'),
  test_visa_expired: refused('0069', 'expired-card'),
  test_visa_cvc_fail: checked('0127', { securityCode: 'fail' }),
  test_visa_postal_fail: checked('0036', { postalCode: 'fail' }),
  test_visa_postal_unavailable: checked('0044', { postalCode: 'unavailable' }),
  test_visa_3ds: visa('3220', { status: 'action-required' }),
  test_visa_3ds_redirect: visa('3184', { status: 'action-required' }),
  test_visa_slow: visa('0077', { status: 'processing' }),
};

/** What comes of a bank's challenge, by the token of the answer. */
export const challenges: Readonly<Record<string, Pick<Setup, 'status' | 'code'>>> = {
  test_3ds_ok: { status: 'succeeded', code: null },
  test_3ds_fail: { status: 'failed', code: 'authentication-failed' },
  test_3ds_cancel: { status: 'failed', code: 'authentication-cancelled' },
};
