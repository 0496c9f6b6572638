import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/define/payment-methods.js';
import { BillingError, type BillingAdapter, type PaymentMethods, type PaymentRoles } from '../../src/index.js';
import {
  counter,
  expiring,
  filed,
  hostile,
  otherKinds,
  readOnly,
  cards,
  type Counter,
} from '../../stories/payment-methods.data.js';
import { byRole, fired, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';
import { leftWrite } from '../helpers/left-write.js';

async function show({ adapter, vaults }: Pick<Counter, 'adapter' | 'vaults'> = counter()): Promise<PaymentMethods> {
  const element = await mount('payment-methods', { adapter, vaults });
  await settled(element);
  await until(() => parts(element, 'method').length > 0 || element.matches(':state(empty)'));
  return element;
}

const names = (element: PaymentMethods): string[] =>
  parts(element, 'method').map((row) => textIn(row).replace(/ (Expires|Bank|Wallet).*/, ''));
const announced = (element: PaymentMethods): string => byRole(element, 'log').map(textIn).join(' ');
const focused = (element: PaymentMethods): string => element.shadowRoot?.activeElement?.id ?? '';

function button(element: PaymentMethods, name: string): HTMLElement {
  const all = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = all.find((each) => (each.ariaLabel ?? each.textContent).replace(/[\u2068\u2069]/g, '').trim() === name);
  if (!found) throw new Error(`there is no button "${name}"`);
  return found;
}

/** The roles that were sent, and an end for each that the test decides on. */
function pausing(items = cards(4)): Counter & { sent: PaymentRoles[]; end: ((error?: BillingError) => void)[] } {
  const [sent, end]: [PaymentRoles[], ((error?: BillingError) => void)[]] = [[], []];
  const setPaymentRoles: BillingAdapter['setPaymentRoles'] = (roles) => {
    sent.push(roles);
    return new Promise((resolve, reject) =>
      end.push((error) => (error ? reject(error) : resolve({ items, next: null, version: String(sent.length + 1) }))),
    );
  };
  const known = filed(items);
  return { ...known, adapter: { ...known.adapter, setPaymentRoles }, sent, end };
}

describe('payment-methods', () => {
  afterEach(unmountAll);

  it('shows who is charged first, and the back-ups in their order', async () => {
    expect(names(await show())).to.deep.equal(
      [
        'Visa ending in 4242 Default',
        'Mastercard ending in 4444 Back-up 1',
        'American Express ending in 0005 Back-up 2 Expires soon',
      ].map((name) => name.replace(' Expires soon', '')),
    );
  });

  it('warns of what expires, and of what has', async () => {
    const element = await show(filed(expiring));
    const [first, second] = parts(element, 'method').map(textIn);
    expect(first)
      .to.include('Expires soon')
      .and.to.include('Expires at the end of November 2026. Replace it before then.');
    expect(second).to.include('Expired').and.not.to.include('so that your next invoice');
  });

  it('shows bank accounts and wallets', async () => {
    expect(
      parts(await show(filed(otherKinds)), 'method')
        .map(textIn)
        .join(' '),
    )
      .to.include('Harbor Savings Bank ending in 6789')
      .and.to.include('Bank account · Marta Oliveira')
      .and.to.include('Tidepay Back-up 1 Wallet');
  });

  it('shows a name that looks like markup as text', async () => {
    const element = await show(filed(hostile));
    expect(textIn(part(element, 'method'))).to.include('<img src=x onerror=alert(1)> ending in 4242');
  });

  it('says what will be here, and offers to add it', async () => {
    const element = await show(counter('nothing-yet'));
    expect(textIn(element)).to.include('No payment method yet.');
    expect(button(element, 'Add payment method')).to.exist;
  });

  it('says why it can only be looked at, and has no buttons then', async () => {
    const element = await show(readOnly());
    expect(textIn(part(element, 'read-only'))).to.equal('Only the owner of the account may change this.');
    expect(parts(element, 'action')).to.be.empty;
    expect(element.matches(':state(read-only)')).to.be.true;
  });

  it('says that none can be added where no vault fits', async () => {
    const { adapter, vaults } = counter();
    const element = await show({ adapter, vaults: vaults.map((vault) => ({ ...vault, name: 'another' })) });
    expect(textIn(part(element, 'read-only'))).to.equal('Payment methods can’t be added here.');
  });

  it('charges another one first, and says so', async () => {
    const element = await show();
    await fired(element, 'billing-changed', () => button(element, 'Make default: Mastercard ending in 4444').click());
    expect(names(element)[0]).to.equal('Mastercard ending in 4444 Default');
    await element.updateComplete;
    expect(announced(element)).to.include('Mastercard ending in 4444 is charged first now.');
    expect(focused(element)).to.equal('title');
  });

  it('takes what isn’t used as a back-up', async () => {
    const element = await show(counter('past-due'));
    await fired(element, 'billing-changed', () => button(element, 'Use as back-up: Discover ending in 1117').click());
    expect(names(element).at(-1)).to.equal('Discover ending in 1117 Back-up 3');
  });

  it('moves a back-up by its buttons, and keeps the focus on them', async () => {
    const element = await show();
    const down = button(element, 'Move Mastercard ending in 4444 down');
    down.focus();
    await fired(element, 'billing-changed', () => down.click());
    expect(names(element)[2]).to.equal('Mastercard ending in 4444 Back-up 2');
    expect(focused(element)).to.match(/^down-/);
    await element.updateComplete;
    expect(announced(element)).to.include('Mastercard ending in 4444 is back-up 2 of 2 now.');
  });

  it('sends what was pressed meanwhile after it, with the version of the answer', async () => {
    const known = pausing();
    const element = await show(known);
    button(element, `Move Mastercard ending in 4241 down`).click();
    await until(() => known.sent.length === 1);
    button(element, `Move Mastercard ending in 4241 down`).click();
    await element.updateComplete;
    expect(known.sent).to.have.length(1);
    expect(names(element).at(-1)).to.equal('Mastercard ending in 4241 Back-up 3');
    known.end[0]?.();
    await until(() => known.sent.length === 2);
    expect(known.sent[1]?.backups.at(-1)).to.equal('pm_1');
    known.end[1]?.();
  });

  it('leaves the order to a host that prevents it', async () => {
    const known = pausing();
    const element = await show(known);
    element.addEventListener('billing-payment-roles-change', (event) => event.preventDefault());
    button(element, 'Make default: Mastercard ending in 4241').click();
    await element.updateComplete;
    expect(known.sent).to.be.empty;
    expect(names(element)[0]).to.equal('Visa ending in 4242 Default');
  });

  it('is dragged to another place by the pointer', async () => {
    const element = await show();
    const grip = element.shadowRoot?.querySelector('.grip') as HTMLElement;
    const rows = element.shadowRoot?.querySelectorAll('.backup') ?? [];
    const bottom = rows[1]?.getBoundingClientRect().bottom ?? 0;
    const pointer = (type: string, clientY = 0): boolean =>
      grip.dispatchEvent(new PointerEvent(type, { clientY, button: 0, pointerId: 1, bubbles: true }));
    grip.setPointerCapture = () => undefined;
    pointer('pointerdown');
    pointer('pointermove', bottom - 2);
    await fired(element, 'billing-changed', () => pointer('pointerup'));
    expect(names(element)[2]).to.equal('Mastercard ending in 4444 Back-up 2');
  });

  it('case 41: brings everything back where another default is refused, and says so', async () => {
    const known = pausing();
    const element = await show(known);
    button(element, 'Make default: Mastercard ending in 4241').click();
    await until(() => known.sent.length === 1);
    expect(names(element)[0]).to.equal('Mastercard ending in 4241 Default');
    known.end[0]?.(new BillingError('validation', 'no'));
    await until(() => announced(element).includes('The order is as it was before.'));
    expect(names(element)[0]).to.equal('Visa ending in 4242 Default');
    expect(textIn(part(element, 'notice-negative'))).to.include('Nothing was changed.');
  });

  it('shows how it stands now where somebody else has changed it', async () => {
    const { adapter, backend, vaults } = counter();
    const element = await show({ adapter, vaults });
    const { version } = await backend.listPaymentMethods();
    const [visa, mastercard, amex] = (await backend.listPaymentMethods()).items.map(({ id }) => id);
    const roles = { default: amex ?? '', backups: [visa ?? '', mastercard ?? ''] };
    await backend.setPaymentRoles(roles, { idempotencyKey: 'elsewhere', ifVersion: version });
    button(element, 'Make default: Mastercard ending in 4444').click();
    await until(
      () => parts(element, 'notice-negative').length > 0 && names(element)[0]?.startsWith('American') === true,
    );
    expect(textIn(part(element, 'notice-negative'))).to.include('This was changed meanwhile.');
  });

  it('case 106: a default goes only when another one is chosen in its place', async () => {
    const element = await show();
    button(element, 'Remove Visa ending in 4242').click();
    await element.updateComplete;
    button(element, 'Remove').click();
    await until(() => focused(element) === 'replacement');
    expect(textIn(part(element, 'dialog'))).to.include('Choose what is charged first instead.');
    const select = element.shadowRoot?.querySelector('select') as HTMLSelectElement;
    select.value = select.options[2]?.value ?? '';
    select.dispatchEvent(new Event('change'));
    await fired(element, 'billing-changed', () => button(element, 'Remove').click());
    expect(names(element)).to.have.length(2);
    expect(names(element)[0]).to.include('American Express ending in 0005 Default');
    await element.updateComplete;
    expect(focused(element)).to.equal('title');
    expect(announced(element)).to.include('Visa ending in 4242 was removed.');
  });

  it('case 28: Enter in the list of replacements removes nothing', async () => {
    const removed: string[] = [];
    const { adapter, vaults } = counter();
    const removePaymentMethod: BillingAdapter['removePaymentMethod'] = (id) => {
      removed.push(id);
      return new Promise(() => {});
    };
    const element = await show({ adapter: { ...adapter, removePaymentMethod }, vaults });
    button(element, 'Remove Visa ending in 4242').click();
    await element.updateComplete;
    const select = element.shadowRoot?.querySelector('select') as HTMLSelectElement;
    select.value = select.options[2]?.value ?? '';
    select.dispatchEvent(new Event('change'));
    select.focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(removed).to.deep.equal([]);
    expect(part(element, 'dialog')).to.have.property('open', true);
  });

  it('case 106: the only one stays while an invoice is open, in the back end’s words', async () => {
    const { adapter, vaults } = filed(cards(1));
    const removePaymentMethod = (): Promise<never> =>
      Promise.reject(new BillingError('conflict', 'no', { code: 'open-balance' }));
    const element = await show({ adapter: { ...adapter, removePaymentMethod }, vaults });
    button(element, 'Remove Visa ending in 4242').click();
    await element.updateComplete;
    expect(textIn(part(element, 'dialog'))).to.include('It is the only one.');
    button(element, 'Remove').click();
    await until(() => parts(element, 'notice-negative').length > 0);
    expect(textIn(part(element, 'notice-negative'))).to.equal(
      'An invoice is still to be paid, and this is the only payment method. Pay it or add another one first. Nothing was changed.',
    );
  });

  for (const [method, said] of [
    ['removePaymentMethod', 'The payment method was removed.'],
    ['attachPaymentMethod', 'The payment method was added.'],
    ['setPaymentRoles', 'The new order is in force.'],
  ] as const)
    it(`case 37: begins nothing while it is being found out what became of ${method} from before a reload, then says it`, async () => {
      const { findOutcome, answer } = leftWrite(method);
      const element = await show(counter('mid-month', { findOutcome }));
      await until(() => textIn(element).includes('We are checking whether it went through.'));
      expect(parts(element, 'action').map(({ ariaDisabled }) => ariaDisabled)).not.to.include('false');
      await answer({ status: 'succeeded' });
      await until(() => announced(element).includes(said));
      expect(button(element, 'Add payment method').ariaDisabled).to.equal('false');
      expect(focused(element)).to.equal('');
    });

  it('has the size of what comes while it loads', async () => {
    const silent = await mount('payment-methods', {
      adapter: counter('mid-month', { listPaymentMethods: () => new Promise(() => {}) }).adapter,
    });
    const full = await show(filed(cards(3)));
    expect(Math.abs(full.offsetHeight - silent.offsetHeight)).to.be.below(16);
  });
});
