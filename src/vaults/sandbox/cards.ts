/** A test card, without its number. */
export interface TestCard {
  /** What the test processor is told. */
  readonly token: string;
  /** How the bank asks for a confirmation, where it does. */
  readonly asks?: 'here' | 'elsewhere';
}

/** The numbers that payment providers document for tests, and what comes of them. */
const CARDS: Readonly<Record<string, TestCard>> = {
  '4242424242424242': { token: 'test_visa_ok' },
  '5555555555554444': { token: 'test_mastercard_ok' },
  '378282246310005': { token: 'test_amex_ok' },
  '4000000000000002': { token: 'test_visa_declined' },
  '4000000000009995': { token: 'test_visa_insufficient_funds' },
  '4000000000000069': { token: 'test_visa_expired' },
  '4000000000000127': { token: 'test_visa_cvc_fail' },
  '4000000000000036': { token: 'test_visa_postal_fail' },
  '4000000000000044': { token: 'test_visa_postal_unavailable' },
  '4000000000003220': { token: 'test_visa_3ds', asks: 'here' },
  '4000002760003184': { token: 'test_visa_3ds_redirect', asks: 'elsewhere' },
  '4000000000000077': { token: 'test_visa_slow' },
};

/** The card of a whole number; `undefined` for a number that is no test card's. */
export const testCard = (digits: string): TestCard | undefined => CARDS[digits];

/** Whether a test card begins like this. */
export const beginsTestCard = (digits: string): boolean => Object.keys(CARDS).some((each) => each.startsWith(digits));

/** American Express has four digits there, all others three. */
export const securityCodeLength = (digits: string): number => (/^3[47]/.test(digits) ? 4 : 3);
