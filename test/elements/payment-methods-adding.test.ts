import { expect } from 'chai';
import '../../src/define/payment-methods.js';
import type { Outcome, VaultResult } from '../../src/api/index.js';
import { BillingError, type BillingAdapter, type PaymentMethods } from '../../src/index.js';
import { counter, type Counter } from '../../stories/payment-methods.data.js';
import { byRole, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';
import { fakeVault, type FakeField, type FakeVaultScript } from '../helpers/fake-vault.js';

type Fake = ReturnType<typeof fakeVault>;
interface Shown extends Counter {
  readonly element: PaymentMethods;
  readonly vault: Fake;
  readonly field: () => FakeField;
}

/** An element whose form is open, with a vault that the test plays. */
async function adding(
  script: FakeVaultScript = {},
  changes: Partial<BillingAdapter> = {},
  vaultTimeout = 30_000,
): Promise<Shown> {
  const known = counter('mid-month', changes);
  const vault = fakeVault(script);
  const element = await mount('payment-methods', { adapter: known.adapter, vaults: [vault], vaultTimeout });
  await settled(element);
  await until(() => element.shadowRoot?.getElementById('add') !== null);
  element.shadowRoot?.getElementById('add')?.click();
  const field = (): FakeField => vault.fields.at(-1) as FakeField;
  return { ...known, element, vault, field };
}

const byId = (element: PaymentMethods, id: string): HTMLInputElement =>
  element.shadowRoot?.getElementById(id) as HTMLInputElement;
const focused = (element: PaymentMethods): string => element.shadowRoot?.activeElement?.id ?? '';
const alertIn = (element: PaymentMethods): string => byRole(element, 'alert').map(textIn).join(' ').trim();
const said = (element: PaymentMethods): string => byRole(element, 'log').map(textIn).join(' ');
const isOff = (element: PaymentMethods, id: string): boolean => byId(element, id).ariaDisabled === 'true';
const isOpen = (element: PaymentMethods): boolean => element.shadowRoot?.querySelector('#adding-title') !== null;

function type(element: PaymentMethods, id: string, value: string): void {
  const input = byId(element, id);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function ready({ element }: Shown): Promise<void> {
  await until(() => byId(element, 'consent') !== null && !isOff(element, 'verify'));
}

async function fillIn(shown: Shown, { consent = true } = {}): Promise<void> {
  await ready(shown);
  shown.field().fill();
  const lines = {
    name: 'Marta Oliveira',
    line1: '17 Chandlery Row',
    city: 'Boston',
    region: 'MA',
    postalCode: '02110',
  };
  for (const [line, value] of Object.entries(lines)) type(shown.element, `billing.${line}`, value);
  if (consent) byId(shown.element, 'consent').click();
  await shown.element.updateComplete;
}

async function verify(shown: Shown): Promise<void> {
  byId(shown.element, 'verify').click();
  await until(() => !isOff(shown.element, 'add-card') || alertIn(shown.element) !== '');
  await shown.element.updateComplete;
}

/** A vault whose cards are these, one after another. */
const paying = (...tokens: readonly string[]) => {
  const seam: { backend?: Counter['backend'] } = {};
  const results = tokens.map((token) => ({ session }: { session: { id: string } }): VaultResult => {
    const { status, code } = seam.backend?.control.confirmSetup(session.id, token) ?? { status: 'failed', code: null };
    const known: VaultResult['status'] =
      status === 'succeeded' || status === 'processing' ? (status as 'succeeded') : 'failed';
    return { status: known, ...(code !== null && { code }) };
  });
  return { script: { results }, seam };
};

async function payingWith(...tokens: readonly string[]): Promise<Shown> {
  const { script, seam } = paying(...tokens);
  const shown = await adding(script);
  seam.backend = shown.backend;
  await fillIn(shown);
  await verify(shown);
  return shown;
}

describe('payment-methods: adding a card', () => {
  afterEach(unmountAll);

  it('verifies the card first, then adds it as a back-up', async () => {
    const shown = await payingWith('test_visa_ok');
    const { element, field, backend } = shown;
    expect(alertIn(element)).to.equal('Your card is verified. Nothing was charged.');
    expect(focused(element)).to.equal('add-card');
    expect(field().confirmations[0]?.consent).to.equal('2026-01');
    expect(field().confirmations[0]?.billing.postalCode).to.equal('02110');
    byId(element, 'add-card').click();
    await until(() => !isOpen(element) && said(element) !== '');
    expect(said(element)).to.include('Visa ending in 4242 was added.');
    expect((await backend.listPaymentMethods()).items.at(-1)?.holder).to.equal('Marta Oliveira');
    expect(element.querySelector('[slot=vault-field]')).to.equal(null);
    expect(focused(element)).to.equal('add');
  });

  it('makes the first one, or one that is to be it, the default', async () => {
    const shown = await payingWith('test_mastercard_ok');
    byId(shown.element, 'make-default').click();
    byId(shown.element, 'add-card').click();
    await until(() => !isOpen(shown.element));
    expect((await shown.backend.listPaymentMethods()).items[0]?.last4).to.equal('4444');
  });

  it('has the card verified anew when something was changed after that', async () => {
    const shown = await payingWith('test_visa_ok');
    type(shown.element, 'billing.city', 'Salem');
    await shown.element.updateComplete;
    expect(isOff(shown.element, 'add-card')).to.be.true;
    await verify(shown);
    const [first, second] = shown.field().confirmations;
    expect(second?.session.id).not.to.equal(first?.session.id);
    expect(second?.billing.city).to.equal('Salem');
  });

  it('keeps no secret in an attribute, the address, a storage or an event', async () => {
    const events: Event[] = [];
    const onEvent = (event: Event): number => events.push(event);
    for (const name of ['billing-payment-method-add', 'billing-changed', 'billing-error'])
      window.addEventListener(name, onEvent);
    const shown = await payingWith('test_visa_ok');
    const { id, params } = shown.field().options.session;
    for (const secret of [id, ...Object.values(params)]) {
      const places = [document.body.outerHTML, shown.element.shadowRoot?.innerHTML, location.href];
      const stored = [sessionStorage, localStorage].map((each) => JSON.stringify({ ...each }));
      expect([...places, ...stored, JSON.stringify(events)].join(' ')).not.to.include(secret);
    }
    window.removeEventListener('billing-payment-method-add', onEvent);
  });

  it('closes by Escape in the vault’s fields, and takes them out', async () => {
    const shown = await adding();
    await ready(shown);
    shown.field().dispatchEvent(new Event('escape'));
    await shown.element.updateComplete;
    expect(isOpen(shown.element)).to.be.false;
    expect(shown.field().isDestroyed).to.be.true;
  });

  it('case 90: a vault that is blocked says so, and loads again', async () => {
    let tries = 0;
    const load = (): Promise<void> => ((tries += 1) === 1 ? Promise.reject(new Error('blocked')) : Promise.resolve());
    const shown = await adding({ load });
    await until(() => alertIn(shown.element) !== '');
    expect(alertIn(shown.element)).to.include('The card form couldn’t be loaded.');
    expect(parts(shown.element, 'method')).to.have.length(3);
    part(shown.element, 'retry').click();
    await ready(shown);
    expect(alertIn(shown.element)).to.equal('');
  });

  it('case 91: a frame that never answers ends in an error, and is taken out', async () => {
    const shown = await adding({ isSilent: true }, {}, 20);
    await until(() => alertIn(shown.element) !== '');
    expect(alertIn(shown.element)).to.include('The card form didn’t answer.');
    expect(shown.field().isDestroyed).to.be.true;
    expect(shown.element.querySelector('iframe')).to.equal(null);
    part(shown.element, 'retry').click();
    await until(() => shown.vault.fields.length === 2);
  });

  it('case 92: a frame that something else takes out of the page ends in the same error', async () => {
    const shown = await adding();
    await ready(shown);
    shown.field().frame.remove();
    await until(() => alertIn(shown.element).includes('The card form couldn’t be loaded.'));
    part(shown.element, 'retry').click();
    await ready(shown);
    expect(shown.vault.fields).to.have.length(2);
  });

  it('case 94: nothing that is rendered around it loads the frame again', async () => {
    const shown = await payingWith('test_visa_declined', 'test_visa_ok');
    type(shown.element, 'billing.name', 'Marta R. Oliveira');
    await verify(shown);
    shown.element.locale = 'en-GB';
    await shown.element.updateComplete;
    expect(shown.field().loads).to.equal(1);
    expect(shown.vault.fields).to.have.length(1);
  });

  it('case 95: an element that is moved says that the card must be entered again, and keeps the address', async () => {
    const shown = await adding();
    await fillIn(shown);
    const frame = document.createElement('main');
    document.body.append(frame);
    frame.append(shown.element);
    await until(() => shown.vault.fields.length === 2);
    await ready(shown);
    expect(alertIn(shown.element)).to.include('Enter the card once more; the address is still here.');
    expect(byId(shown.element, 'billing.name').value).to.equal('Marta Oliveira');
    expect(shown.element.shadowRoot?.querySelector('dialog[open]')?.matches(':modal')).to.be.true;
    frame.remove();
  });

  it('case 98: each refusal has its own words, the fields stay, and tries are counted', async () => {
    const tokens = ['test_visa_declined', 'test_visa_insufficient_funds', 'test_visa_expired', 'test_visa_cvc_fail'];
    const shown = await payingWith(...tokens);
    const texts = [alertIn(shown.element)];
    while (texts.length < tokens.length) {
      shown.element.shadowRoot?.getElementById('verify')?.focus();
      byId(shown.element, 'verify').click();
      await until(() => shown.field().confirmations.length === texts.length + 1 && !isOff(shown.element, 'verify'));
      await until(() => alertIn(shown.element) !== '');
      texts.push(alertIn(shown.element));
    }
    expect(texts).to.deep.equal([
      'Your bank declined this card. Use another one, or ask your bank.',
      'There isn’t enough money behind this card. Use another one. That was try 2.',
      'This card has expired. Use another one. That was try 3.',
      'The security code is wrong. Check it on the card. That was try 4.',
    ]);
    expect(shown.vault.fields).to.have.length(1);
    expect(shown.field().focused).to.equal(4);
  });

  it('case 99: a postal code that doesn’t match gets the focus, and the card stays filled in', async () => {
    const { element, vault } = await payingWith('test_visa_postal_fail');
    expect(alertIn(element)).to.include('The billing address must match the card.');
    await until(() => focused(element) === 'billing.postalCode');
    expect(byId(element, 'billing.postalCode').ariaInvalid).to.equal('true');
    expect(vault.fields).to.have.length(1);
    expect(isOff(element, 'add-card')).to.be.true;
  });

  it('case 99: the back end’s own refusal of the address is treated alike', async () => {
    const attachPaymentMethod = (): Promise<never> =>
      Promise.reject(
        new BillingError('validation', 'no', {
          code: 'postal-mismatch',
          fields: { 'billing.postalCode': 'postal-mismatch' },
        }),
      );
    const shown = await adding({}, { attachPaymentMethod, getSetup: undefined } as unknown as Partial<BillingAdapter>);
    await fillIn(shown);
    await verify(shown);
    byId(shown.element, 'add-card').click();
    await until(() => focused(shown.element) === 'billing.postalCode');
    expect(alertIn(shown.element)).to.include('The billing address must match the card.');
  });

  it('case 100: a postal code that the bank doesn’t check is no reason to refuse', async () => {
    const { element } = await payingWith('test_visa_postal_unavailable');
    expect(isOff(element, 'add-card')).to.be.false;
  });

  it('case 101: a challenge that failed, or was cancelled, says so and can be tried again', async () => {
    for (const [code, text] of [
      ['authentication-failed', 'Your bank couldn’t confirm that it is you.'],
      ['authentication-cancelled', 'The confirmation with your bank was cancelled.'],
    ] as const) {
      const shown = await adding({ results: [() => ({ status: 'failed', code })] });
      await fillIn(shown);
      await verify(shown);
      expect(alertIn(shown.element)).to.include(text);
      expect(isOff(shown.element, 'verify')).to.be.false;
    }
  });

  it('case 101: a bank that takes its time is waited for', async () => {
    const { element } = await payingWith('test_visa_slow');
    await until(() => !isOff(element, 'add-card'));
    expect(alertIn(element)).to.include('Your card is verified.');
  });

  it('case 101: after a minute the user is told that the bank is still waited for', async () => {
    const shown = await adding({ results: [() => new Promise(() => {})] });
    await fillIn(shown);
    const own = window.setTimeout.bind(window);
    Object.assign(window, { setTimeout: (act: () => void, ms: number) => own(act, ms === 60_000 ? 0 : ms) });
    byId(shown.element, 'verify').click();
    await until(() => alertIn(shown.element) !== '');
    Object.assign(window, { setTimeout: own });
    expect(alertIn(shown.element)).to.include('We are still waiting for your bank.');
    expect(textIn(byId(shown.element, 'verify'))).to.equal('Verifying…');
    shown.element.shadowRoot?.querySelector('dialog[open]')?.dispatchEvent(new Event('cancel'));
    await shown.element.updateComplete;
    expect(isOpen(shown.element)).to.be.false;
  });

  it('finds out what became of a card whose answer was lost', async () => {
    let isKnown = false;
    const lost = (): Promise<never> => Promise.reject(new BillingError('outcome-unknown', 'no'));
    const findOutcome = (key: string): Promise<Outcome> =>
      isKnown ? Promise.resolve({ key, status: 'succeeded' }) : Promise.reject(new BillingError('not-found', 'no'));
    const shown = await adding({}, {
      attachPaymentMethod: lost,
      findOutcome,
      getSetup: undefined,
    } as unknown as Partial<BillingAdapter>);
    await fillIn(shown);
    await verify(shown);
    byId(shown.element, 'add-card').click();
    await until(() => alertIn(shown.element).includes('We are checking whether it went through.'));
    isKnown = true;
    await until(() => said(shown.element).includes('The payment method was added.'));
    expect(isOpen(shown.element)).to.be.false;
  });

  it('case 102: whoever comes back from the bank’s page is told what the back end says, whatever the address says', async () => {
    const known = counter();
    const session = await known.backend.createSetupSession('sandbox', { idempotencyKey: 'before' });
    known.backend.control.confirmSetup(session.id, 'test_visa_declined');
    history.replaceState(null, '', `?billing-setup=${session.id}&redirect_status=succeeded&own=1`);
    const element = await mount('payment-methods', { adapter: known.adapter, vaults: [fakeVault()] });
    await until(() => parts(element, 'notice-negative').length > 0);
    expect(textIn(part(element, 'notice-negative'))).to.include('Your bank declined this card.');
    expect(location.search).to.equal('?own=1');
    expect(isOpen(element)).to.be.false;
    history.replaceState(null, '', location.pathname);
  });

  it('cases 36 and 102: a card that the bank has confirmed is added once its address is filled in', async () => {
    const known = counter();
    const session = await known.backend.createSetupSession('sandbox', { idempotencyKey: 'before' });
    known.backend.control.confirmSetup(session.id, 'test_amex_ok');
    history.replaceState(null, '', `?billing-setup=${session.id}`);
    const vault = fakeVault();
    const element = await mount('payment-methods', { adapter: known.adapter, vaults: [vault] });
    await until(() => isOpen(element) && byId(element, 'consent') !== null);
    expect(location.search).to.equal('');
    expect(alertIn(element)).to.include('Your bank has confirmed the card.');
    expect(vault.fields).to.be.empty;
    const lines = {
      name: 'Marta Oliveira',
      line1: '17 Chandlery Row',
      city: 'Boston',
      region: 'MA',
      postalCode: '02110',
    };
    for (const [line, value] of Object.entries(lines)) type(element, `billing.${line}`, value);
    byId(element, 'consent').click();
    await element.updateComplete;
    byId(element, 'add-card').click();
    await until(() => said(element) !== '');
    expect((await known.backend.listPaymentMethods()).items.at(-1)?.last4).to.equal('0005');
  });

  it('case 102: a setup that nobody knows of changes nothing', async () => {
    history.replaceState(null, '', '?billing-setup=set_forged');
    const known = counter();
    const element = await mount('payment-methods', { adapter: known.adapter, vaults: [fakeVault()] });
    await until(() => parts(element, 'notice-negative').length > 0);
    expect(textIn(part(element, 'notice-negative'))).to.include('We couldn’t find the card that you came back with.');
  });

  it('case 77: of what a back end sends only an https address becomes a link', async () => {
    const { backend } = counter();
    const linksOf = async (url: string): Promise<(string | null)[]> => {
      const createSetupSession: BillingAdapter['createSetupSession'] = async (...asked) => {
        const session = await backend.createSetupSession(...asked);
        return { ...session, consent: { ...session.consent, url } };
      };
      const shown = await adding({}, { createSetupSession });
      await ready(shown);
      return [...(shown.element.shadowRoot?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
    };
    const hostile = [
      'javascript:alert(1)',
      'JaVa\tScript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'blob:null/1',
    ];
    for (const url of hostile) expect(await linksOf(url)).to.deep.equal([]);
    const own = 'https://harborside.example/terms';
    expect(await linksOf(own)).to.deep.equal([own]);
  });

  it('case 103: a session that ran out is replaced, the user is told, and nothing is lost', async () => {
    const { script, seam } = paying('test_visa_ok');
    const shown = await adding(script);
    seam.backend = shown.backend;
    await fillIn(shown);
    shown.backend.control.now = '2026-11-18T19:00:00Z';
    await verify(shown);
    expect(alertIn(shown.element)).to.include('Nothing is lost: verify the card again.');
    expect(byId(shown.element, 'billing.name').value).to.equal('Marta Oliveira');
    expect(byId(shown.element, 'consent').checked).to.be.true;
    await verify(shown);
    await until(() => !isOff(shown.element, 'add-card'));
    expect(shown.vault.fields).to.have.length(1);
  });

  it('case 104: without consent nothing is confirmed, and the box gets the focus', async () => {
    const shown = await adding();
    await fillIn(shown, { consent: false });
    byId(shown.element, 'verify').click();
    await until(() => focused(shown.element) === 'consent');
    expect(shown.field().confirmations).to.be.empty;
    expect(textIn(part(shown.element, 'dialog')) + textIn(shown.element)).to.include('Tick this to go on.');
  });

  it('case 105: a card that is on file already is not added again', async () => {
    const first = await payingWith('test_mastercard_ok');
    byId(first.element, 'add-card').click();
    await until(() => !isOpen(first.element) && said(first.element) !== '');
    const { element } = first;
    element.shadowRoot?.getElementById('add')?.click();
    await fillIn(first);
    await verify(first);
    byId(element, 'add-card').click();
    await until(() => alertIn(element).includes('This card is on file already.'));
    expect(isOpen(element)).to.be.true;
  });

  it('case 107: after too many tries the user is told how long to wait', async () => {
    const shown = await adding({
      results: [() => ({ status: 'failed', code: 'rate-limited', retryAfterMs: 540_000 })],
    });
    await fillIn(shown);
    await verify(shown);
    expect(alertIn(shown.element)).to.equal('Too many tries. Wait 9 minutes, then try again.');
  });

  it('case 108: a page that isn’t encrypted takes no card', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'isSecureContext') ?? {};
    Object.defineProperty(window, 'isSecureContext', { get: () => false, configurable: true });
    const shown = await adding();
    await until(() => alertIn(shown.element) !== '');
    Object.defineProperty(window, 'isSecureContext', own);
    expect(alertIn(shown.element)).to.include('This page isn’t encrypted, so no card can be taken here.');
    expect(shown.vault.fields).to.be.empty;
  });
});

describe('payment-methods: the billing address', () => {
  afterEach(unmountAll);

  it('has the fields of its country, in its order', async () => {
    const { element } = await adding();
    await until(() => byId(element, 'billing.country') !== null);
    const ids = (): string[] =>
      [...(element.shadowRoot?.querySelectorAll('.address-section .input') ?? [])].map(({ id }) => id.slice(8));
    expect(ids()).to.deep.equal(['country', 'name', 'line1', 'line2', 'city', 'region', 'postalCode']);
    const country = byId(element, 'billing.country');
    country.value = 'DE';
    country.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(ids()).to.deep.equal(['country', 'name', 'line1', 'line2', 'postalCode', 'city']);
  });

  it('names what is wrong when a line is left, and writes a postal code as its country does', async () => {
    const shown = await adding();
    await fillIn(shown);
    type(shown.element, 'billing.postalCode', '021');
    byId(shown.element, 'billing.postalCode').dispatchEvent(new Event('change'));
    await shown.element.updateComplete;
    expect(textIn(shown.element)).to.include('This isn’t a postal code of United States.');
    type(shown.element, 'billing.postalCode', ' 021101234 ');
    await verify(shown);
    expect(shown.field().confirmations[0]?.billing.postalCode).to.equal('02110-1234');
  });

  it('case 87: no line takes a card number, and none is sent', async () => {
    const shown = await adding();
    await fillIn(shown);
    type(shown.element, 'billing.line2', 'card 4242-4242-4242-4242');
    byId(shown.element, 'verify').click();
    await until(() => focused(shown.element) === 'billing.line2');
    expect(textIn(shown.element)).to.include('Don’t enter a card number here.');
    expect(shown.field().confirmations).to.be.empty;
  });

  it('case 109: what an input method composes is left alone', async () => {
    const shown = await adding();
    await ready(shown);
    const input = byId(shown.element, 'billing.name');
    let writes = 0;
    const { set, get } = Object.getOwnPropertyDescriptor(
      HTMLInputElement.prototype,
      'value',
    ) as Required<PropertyDescriptor>;
    Object.defineProperty(input, 'value', { get, set: (value: string) => ((writes += 1), set.call(input, value)) });
    input.dispatchEvent(new CompositionEvent('compositionstart'));
    for (const text of ['ｔ', 'た', 'たな', '田中']) {
      set.call(input, text);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
      await shown.element.updateComplete;
    }
    input.dispatchEvent(new CompositionEvent('compositionend', { data: '田中' }));
    expect(writes).to.equal(0);
    expect(get.call(input)).to.equal('田中');
  });

  it('case 118: what was pasted with blanks and breaks is sent without', async () => {
    const shown = await adding();
    await fillIn(shown);
    type(shown.element, 'billing.city', '  Boston \t Harbor ');
    await verify(shown);
    expect(shown.field().confirmations[0]?.billing.city).to.equal('Boston Harbor');
  });
});
