import type { Stripe } from '@stripe/stripe-js';
import type { SetupSession } from '../../api/index.js';

const made = new Map<string, Promise<Stripe>>();

/** Stripe for an account, once a page. Rejects where its script can't be had; the next call tries again. */
export function stripeFor({ publishableKey = '', account = '' }: SetupSession['params']): Promise<Stripe> {
  const name = `${publishableKey} ${account}`;
  const stripe = made.get(name) ?? load(publishableKey, account);
  made.set(name, stripe);
  stripe.catch(() => made.delete(name));
  return stripe;
}

// `pure`: without it the script would be loaded as soon as the module is.
async function load(publishableKey: string, account: string): Promise<Stripe> {
  const { loadStripe } = await import('@stripe/stripe-js/pure');
  const stripe = await loadStripe(publishableKey, account === '' ? undefined : { stripeAccount: account });
  if (!stripe) throw new Error('Stripe.js needs a page');
  return stripe;
}
