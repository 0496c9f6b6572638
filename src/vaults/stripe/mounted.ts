import type { Stripe, StripeElementLocale, StripeElements, StripePaymentElement } from '@stripe/stripe-js';
import type { VaultConfirmation, VaultField, VaultOptions, VaultResult } from '../../api/index.js';
import { appearanceOf, billingDetailsOf } from './params.js';
import { failureOf, resultOf } from './result.js';

interface Mounted {
  readonly stripe: Stripe;
  readonly elements: StripeElements;
  readonly element: StripePaymentElement;
}

const CANCELLED: VaultResult = { status: 'failed', code: 'authentication-cancelled' };

/** A Payment Element in the page. Its session is named when it is confirmed, so that one can take the place of another. */
export class StripeField extends EventTarget implements VaultField {
  readonly #target: HTMLElement;
  readonly #how: VaultOptions;
  #mounted: Mounted | undefined;
  #isGone = false;

  constructor(target: HTMLElement, how: VaultOptions, loading: Promise<Stripe>) {
    super();
    this.#target = target;
    this.#how = how;
    how.signal.addEventListener('abort', () => this.destroy(), { once: true });
    loading.then((stripe) => this.#begin(stripe)).catch(() => this.#fail('blocked'));
  }

  focus(): void {
    this.#mounted?.element.focus();
  }

  clear(): void {
    this.#mounted?.element.clear();
  }

  async confirm(confirmation: VaultConfirmation): Promise<VaultResult> {
    if (!this.#mounted) return { status: 'failed', code: 'incomplete' };
    const result = await confirmWith(this.#mounted, confirmation).catch(() => failureOf(undefined));
    return this.#isGone ? CANCELLED : result;
  }

  destroy(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#mounted?.element.destroy();
  }

  #begin(stripe: Stripe): void {
    if (this.#isGone) return;
    const elements = stripe.elements({
      mode: 'setup',
      allowedPaymentMethodTypes: ['card'],
      locale: this.#how.locale as StripeElementLocale,
      appearance: appearanceOf(this.#how.style),
    });
    // The address and the terms stand in our own form.
    const element = elements.create('payment', { fields: { billingDetails: 'never' }, terms: { card: 'never' } });
    element.on('ready', () => this.dispatchEvent(new Event('ready')));
    element.on('escape', () => this.dispatchEvent(new Event('escape')));
    element.on('change', ({ complete }) => this.dispatchEvent(new CustomEvent('change', { detail: { complete } })));
    element.on('loaderror', () => this.#fail('blocked'));
    element.mount(this.#target);
    this.#mounted = { stripe, elements, element };
  }

  #fail(code: 'blocked'): void {
    if (!this.#isGone) this.dispatchEvent(new CustomEvent('error', { detail: { code } }));
  }
}

async function confirmWith(
  { stripe, elements }: Mounted,
  { session, billing, returnUrl }: VaultConfirmation,
): Promise<VaultResult> {
  const { error: invalid } = await elements.submit();
  if (invalid) return failureOf(invalid);
  const { error, setupIntent } = await stripe.confirmSetup({
    elements,
    clientSecret: session.params['clientSecret'] ?? '',
    confirmParams: { return_url: returnUrl, payment_method_data: { billing_details: billingDetailsOf(billing) } },
    redirect: 'if_required',
  });
  return error ? failureOf(error) : resultOf(setupIntent);
}
