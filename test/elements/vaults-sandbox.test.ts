import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type {
  Setup,
  SetupSession,
  VaultConfirmation,
  VaultField,
  VaultOptions,
  VaultResult,
} from '../../src/api/index.js';
import { labelsIn, lookOf } from '../../src/elements/payment-methods.vault-look.js';
import { addTexts } from '../../src/locale/messages.js';
import { paymentTexts } from '../../src/locale/texts/payments.js';
import { sandboxVault, type SandboxOptions } from '../../src/vaults/sandbox.js';

addTexts(paymentTexts);

const session: SetupSession = {
  id: 'set_1',
  vault: 'sandbox',
  params: {},
  consent: { version: '1', text: 'I authorize it.' },
  expiresAt: '2026-11-18T16:00:00Z',
};
const confirmation: VaultConfirmation = {
  session,
  billing: { name: '', country: 'US', line1: '', line2: '', city: '', region: '', postalCode: '' },
  consent: '1',
  returnUrl: 'https://host.example/billing?billing-setup=set_1',
};
const setup = (status: Setup['status'], code: string | null = null): Setup => ({
  id: 'set_1',
  status,
  code,
  checks: { postalCode: 'pass', addressLine1: 'pass', securityCode: 'pass' },
});

const targets = new Set<HTMLElement>();

/** Fields in the page, and what the processor is told. */
function mounted(options: Partial<SandboxOptions> = {}): { field: VaultField; target: HTMLElement; tokens: string[] } {
  const tokens: string[] = [];
  const target = document.createElement('div');
  document.body.append(target);
  targets.add(target);
  const how: VaultOptions = {
    session,
    locale: 'en',
    dir: 'ltr',
    style: lookOf(target),
    labels: labelsIn('en'),
    signal: new AbortController().signal,
  };
  const processor = (_: string, token: string): Setup => (tokens.push(token), setup('succeeded'));
  const vault = sandboxVault({ script: '/sandbox-frame.js', processor, ...options });
  return { field: vault.mount(target, how), target, tokens };
}

const told = <T extends Event>(field: VaultField, name: string): Promise<T> =>
  new Promise((resolve) => field.addEventListener(name, (event) => resolve(event as T), { once: true }));

const filled = (field: VaultField): Promise<void> =>
  new Promise((resolve) =>
    field.addEventListener('change', (event) => {
      if ((event as CustomEvent<{ complete: boolean }>).detail.complete) resolve();
    }),
  );

/** Types as a user does: the fields are in a document that nothing of the page can reach. */
async function typeCard(field: VaultField, number: string): Promise<void> {
  const done = filled(field);
  field.focus();
  await sendKeys({ type: number });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ type: '1230' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ type: '123' });
  await done;
}

async function confirmed(
  number: string,
  options: Partial<SandboxOptions> = {},
): Promise<{ result: VaultResult; tokens: string[] }> {
  const { field, tokens } = mounted(options);
  await told(field, 'ready');
  await typeCard(field, number);
  return { result: await field.confirm(confirmation), tokens };
}

describe('the sandbox vault', () => {
  afterEach(() => {
    targets.forEach((target) => target.remove());
    targets.clear();
  });

  it('keeps what is typed in a document without an origin, and tells the processor a token only', async () => {
    const { result, tokens } = await confirmed('4242424242424242');
    expect(result.status).to.equal('succeeded');
    expect(tokens).to.deep.equal(['test_visa_ok']);
    const [frame] = [...targets].map((target) => target.querySelector('iframe'));
    expect(frame?.getAttribute('sandbox')).to.equal('allow-scripts');
    expect(frame?.contentDocument).to.equal(null);
  });

  it('passes on what the processor says', async () => {
    const { result } = await confirmed('4000000000009995', { processor: () => setup('failed', 'insufficient-funds') });
    expect(result).to.include({ status: 'failed', code: 'insufficient-funds' });
  });

  it('wipes and refuses any other number that may be a card’s', async () => {
    const { field, tokens } = mounted();
    await told(field, 'ready');
    const refused = told<CustomEvent<{ code: string }>>(field, 'error');
    field.focus();
    await sendKeys({ type: '4111111111111111' });
    expect((await refused).detail.code).to.equal('real-card');
    expect(await field.confirm(confirmation)).to.deep.equal({ status: 'failed', code: 'incomplete' });
    expect(tokens).to.be.empty;
  });

  it('says that something is missing, and asks nobody', async () => {
    const { field, tokens } = mounted();
    await told(field, 'ready');
    expect(await field.confirm(confirmation)).to.deep.equal({ status: 'failed', code: 'incomplete' });
    expect(tokens).to.be.empty;
  });

  it('case 101: asks as a bank does, and tells the processor the answer', async () => {
    const tokens: string[] = [];
    const processor = (_: string, token: string): Setup =>
      setup(tokens.push(token) === 1 ? 'action-required' : 'succeeded');
    const { field } = mounted({ processor });
    await told(field, 'ready');
    await typeCard(field, '4000000000003220');
    let result: VaultResult | undefined;
    void field.confirm(confirmation).then((each) => (result = each));
    // Before the question is there, the key does nothing.
    while (!result) await sendKeys({ press: 'Enter' });
    expect(result.status).to.equal('succeeded');
    expect(tokens).to.deep.equal(['test_visa_3ds', 'test_3ds_ok']);
  });

  it('case 101: leads to the bank’s page and back', async () => {
    const urls: string[] = [];
    const tokens: string[] = [];
    const processor = (_: string, token: string): Setup =>
      setup(tokens.push(token) === 1 ? 'action-required' : 'succeeded');
    const { result } = await confirmed('4000002760003184', { processor, navigate: (url) => urls.push(url) });
    expect(result).to.deep.equal({ status: 'redirecting' });
    expect(urls).to.deep.equal([confirmation.returnUrl]);
  });

  it('tells of Escape', async () => {
    const { field } = mounted();
    await told(field, 'ready');
    const escaped = told(field, 'escape');
    field.focus();
    await sendKeys({ press: 'Escape' });
    await escaped;
  });

  it('is emptied by hand', async () => {
    const { field } = mounted();
    await told(field, 'ready');
    await typeCard(field, '4242424242424242');
    const changed = told<CustomEvent<{ complete: boolean }>>(field, 'change');
    field.clear();
    expect((await changed).detail.complete).to.be.false;
  });

  it('case 96: two on a page don’t hear each other', async () => {
    const [first, second] = [mounted(), mounted()];
    await Promise.all([told(first.field, 'ready'), told(second.field, 'ready')]);
    await typeCard(second.field, '5555555555554444');
    expect((await first.field.confirm(confirmation)).status).to.equal('failed');
    expect((await second.field.confirm(confirmation)).status).to.equal('succeeded');
    expect([first.tokens, second.tokens]).to.deep.equal([[], ['test_mastercard_ok']]);
  });

  it('case 97: messages from anybody else are ignored, in the page and in the frame', async () => {
    const { field, target } = mounted();
    await told(field, 'ready');
    let changes = 0;
    field.addEventListener('change', () => (changes += 1));
    const { port1, port2 } = new MessageChannel();
    let answers = 0;
    port1.onmessage = () => (answers += 1);
    const forged = { kind: 'billing-kit/sandbox/connect', channel: 'sandbox-1' };
    target.querySelector('iframe')?.contentWindow?.postMessage(forged, '*', [port2]);
    port1.postMessage({ channel: 'sandbox-1', message: { kind: 'collect' } });
    window.postMessage({ channel: 'sandbox-1', message: { kind: 'change', complete: true } }, '*');
    await typeCard(field, '4242424242424242');
    const before = changes;
    await field.confirm(confirmation);
    expect(answers).to.equal(0);
    expect(changes).to.equal(before);
  });

  it('ends what is under way when it is taken out', async () => {
    const { field, target } = mounted({ isSilent: true });
    const result = field.confirm(confirmation);
    field.destroy();
    expect(await result).to.deep.equal({ status: 'failed', code: 'authentication-cancelled' });
    expect(target.children).to.be.empty;
  });
});
