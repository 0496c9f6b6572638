import type { Vault, VaultField } from '../api/index.js';
import { StripeField } from './stripe/mounted.js';
import { stripeFor } from './stripe/script.js';

/**
 * Stripe's Payment Element as a vault. A setup session of the back end carries, in its `params`, the `publishableKey`
 * of its Stripe account, the `clientSecret` of a SetupIntent, and `account` where that belongs to a connected account.
 *
 * A content security policy has to allow `https://js.stripe.com` in `script-src` and `frame-src`,
 * `https://hooks.stripe.com` in `frame-src` and `https://api.stripe.com` in `connect-src`. Under
 * `require-trusted-types-for 'script'` the page needs a default policy that lets Stripe's script in.
 */
export function stripeVault(): Vault {
  return {
    name: 'stripe',
    load: async () => void (await import('@stripe/stripe-js/pure')),
    mount: (target, how): VaultField => new StripeField(target, how, stripeFor(how.session.params)),
  };
}
