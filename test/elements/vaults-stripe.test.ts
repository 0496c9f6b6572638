import { expect } from 'chai';
import type { SetupSession, VaultConfirmation, VaultField } from '../../src/api/index.js';
import { labelsIn, lookOf } from '../../src/elements/payment-methods.vault-look.js';
import { addTexts } from '../../src/locale/messages.js';
import { paymentTexts } from '../../src/locale/texts/payments.js';
import { stripeVault } from '../../src/vaults/stripe.js';

addTexts(paymentTexts);

/** What the stand-in of Stripe.js does, and what it was asked for. */
interface Play {
  calls: unknown[][];
  results: unknown[];
  invalid?: boolean;
  breaks?: boolean;
  fire?: (name: string, event: unknown) => void;
}

const session: SetupSession = {
  id: 'set_1',
  vault: 'stripe',
  params: { publishableKey: 'pk_stand_in', clientSecret: 'seti_1_secret_1', account: 'acct_1' },
  consent: { version: '1', text: 'I authorize it.' },
  expiresAt: '2026-11-18T16:00:00Z',
};
const confirmation: VaultConfirmation = {
  session,
  billing: {
    name: 'Marta Oliveira',
    country: 'US',
    line1: '17 Chandlery Row',
    line2: '',
    city: 'Boston',
    region: 'MA',
    postalCode: '02110',
  },
  consent: '1',
  returnUrl: 'https://host.example/billing?billing-setup=set_1',
};

let play: Play;
let target: HTMLElement;

const called = (name: string): unknown[] => play.calls.find(([each]) => each === name)?.slice(1) ?? [];

async function mounted(event = 'ready'): Promise<VaultField> {
  const vault = stripeVault();
  await vault.load();
  const { signal } = new AbortController();
  const look = { locale: 'de', dir: 'ltr', style: lookOf(target), labels: labelsIn('de') } as const;
  const field = vault.mount(target, { session, signal, ...look });
  await new Promise((resolve) => field.addEventListener(event, resolve, { once: true }));
  return field;
}

describe('the Stripe vault', () => {
  before(async () => {
    const script = document.createElement('script');
    script.src = new URL('../helpers/stripe-stand-in.js', import.meta.url).href;
    document.head.append(script);
    await new Promise((resolve) => script.addEventListener('load', resolve));
  });

  beforeEach(() => {
    play = { calls: [], results: [] };
    Object.assign(window, { stripePlay: play });
    target = document.createElement('div');
    document.body.append(target);
  });
  afterEach(() => target.remove());

  it('mounts a Payment Element of the session’s account, in the page’s language and look', async () => {
    await mounted();
    const [settings] = called('elements') as [{ mode: string; locale: string; appearance: { theme: string } }];
    expect(settings).to.include({ mode: 'setup', locale: 'de' });
    expect(settings.appearance.theme).to.equal('stripe');
    expect(called('create')[0]).to.equal('payment');
    expect(target.querySelector('iframe')).to.exist;
  });

  it('confirms the session that it is given, with the address of our own form, and stays in the page if it can', async () => {
    const field = await mounted();
    const newer = { ...session, params: { ...session.params, clientSecret: 'seti_2_secret_2' } };
    expect(await field.confirm({ ...confirmation, session: newer })).to.deep.equal({ status: 'succeeded' });
    const [asked] = called('confirmSetup') as [Record<string, unknown>];
    expect(asked).to.include({ clientSecret: 'seti_2_secret_2', redirect: 'if_required' });
    expect(asked['confirmParams']).to.deep.equal({
      return_url: confirmation.returnUrl,
      payment_method_data: {
        billing_details: {
          name: 'Marta Oliveira',
          email: null,
          phone: null,
          address: {
            country: 'US',
            line1: '17 Chandlery Row',
            line2: '',
            city: 'Boston',
            state: 'MA',
            postal_code: '02110',
          },
        },
      },
    });
  });

  it('tells why a card was refused', async () => {
    const field = await mounted();
    const refusals = [
      [{ code: 'card_declined', decline_code: 'generic_decline' }, 'card-declined'],
      [{ code: 'card_declined', decline_code: 'insufficient_funds' }, 'insufficient-funds'],
      [{ code: 'card_declined', decline_code: 'lost_card' }, 'card-declined'],
      [{ code: 'expired_card' }, 'expired-card'],
      [{ code: 'incorrect_cvc' }, 'incorrect-security-code'],
      [{ code: 'incorrect_zip' }, 'incorrect-postal-code'],
      [{ code: 'setup_intent_authentication_failure' }, 'authentication-failed'],
      [{ code: 'some_new_code' }, 'some-new-code'],
      [{}, 'unknown'],
    ] as const;
    for (const [error, code] of refusals) {
      play.results.push({ error });
      expect(await field.confirm(confirmation)).to.deep.equal({ status: 'failed', code });
    }
  });

  it('tells of what goes on, and of what has ended', async () => {
    const field = await mounted();
    for (const [status, expected] of [
      ['processing', { status: 'processing' }],
      ['requires_action', { status: 'failed', code: 'authentication-failed' }],
      ['canceled', { status: 'failed', code: 'setup-expired' }],
    ] as const) {
      play.results.push({ setupIntent: { status } });
      expect(await field.confirm(confirmation)).to.deep.equal(expected);
    }
  });

  it('asks nobody while something is missing', async () => {
    const field = await mounted();
    play.invalid = true;
    expect(await field.confirm(confirmation)).to.deep.equal({ status: 'failed', code: 'incomplete' });
    expect(called('confirmSetup')).to.be.empty;
  });

  it('passes on changes, Escape, and the wish for the focus', async () => {
    const field = await mounted();
    const heard: unknown[] = [];
    field.addEventListener('change', (event) => heard.push((event as CustomEvent).detail));
    field.addEventListener('escape', () => heard.push('escape'));
    play.fire?.('change', { complete: true });
    play.fire?.('escape', {});
    expect(heard).to.deep.equal([{ complete: true }, 'escape']);
    field.focus();
    field.clear();
    expect(play.calls.slice(-2)).to.deep.equal([['focus'], ['clear']]);
  });

  it('tells that its element could not be loaded', async () => {
    play.breaks = true;
    await mounted('error');
  });

  it('tells that Stripe refuses a node in a shadow root', async () => {
    const host = document.createElement('div');
    target.append(host);
    target = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    await mounted('error');
    host.parentElement?.remove();
  });

  it('takes everything out of the page again', async () => {
    const field = await mounted();
    field.destroy();
    field.destroy();
    expect(play.calls.filter(([name]) => name === 'destroy')).to.have.length(1);
    expect(target.children).to.be.empty;
  });
});
