import { expect } from 'chai';
import '../../src/define/add-ons.js';
import '../../src/define/next-invoice.js';
import type { AddOns, AgreedChange, BillingAdapter, SubscriptionChangeEvent } from '../../src/index.js';
import { adapterFor, fails, subscribed } from '../../stories/adapters.js';
import { hostileAddOns, offeringAddOns, subscribedTwice } from '../../stories/add-ons.data.js';
import { fired, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

async function show(adapter = adapterFor('mid-month')): Promise<AddOns> {
  const element = await mount('add-ons', { adapter });
  await settled(element);
  return element;
}

const buttons = (element: Element): HTMLButtonElement[] => [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
const nameOf = (button: HTMLElement): string => (button.ariaLabel ?? textIn(button)).replace(/[\u2068\u2069]/g, '');
const buttonNamed = (element: Element, name: string): HTMLButtonElement | undefined =>
  buttons(element).find((each) => nameOf(each) === name && each.ariaDisabled !== 'true');

async function press(element: Element, name: string): Promise<void> {
  await until(() => buttonNamed(element, name) !== undefined);
  buttonNamed(element, name)?.click();
  await settled(element);
}

const cardOf = (element: Element, name: string): HTMLElement | undefined =>
  parts(element, 'add-on').find((each) => textIn(each).startsWith(name));
const said = (element: Element): string => textIn(element.shadowRoot?.querySelector('[role=log]') ?? element);
const isOpen = (element: Element): boolean => part(element, 'dialog').hasAttribute('open');
const box = (element: Element): HTMLInputElement => element.shadowRoot?.querySelector('#consent') as HTMLInputElement;

/** The middle of a month, and what was committed there. */
function watched(): { adapter: BillingAdapter; committed: AgreedChange[] } {
  const [behind, committed] = [adapterFor('mid-month'), [] as AgreedChange[]];
  const adapter: BillingAdapter = {
    ...behind,
    changeSubscription: (id, agreed, options) => {
      if (agreed.quote !== null) committed.push(agreed);
      return behind.changeSubscription?.(id, agreed, options) ?? fails();
    },
  };
  return { adapter, committed };
}

describe('add-ons', () => {
  afterEach(unmountAll);

  it('shows what each is, what it costs and how it stands', async () => {
    const element = await show();
    expect(parts(element, 'add-on')).to.have.length(4);
    const [first, , third] = parts(element, 'add-on').map(textIn);
    expect(first).to.match(/^On-Call Active \$25\.00 per month Back-up schedules, .* Cancel$/);
    expect(third).to.match(/^Live Call Available \$40\.00 per month .* Buy$/);
  });

  it('says before it buys what is due now, each month, and with the next invoice', async () => {
    const element = await show();
    await press(element, 'Buy Live Call');
    const dialog = textIn(part(element, 'dialog'));
    expect(dialog).to.include('Due now $40.00');
    expect(dialog).to.include('Each month $379.00 instead of $339.00');
    const [, after, before] = /Next invoice \$(\d+)\.\d\d instead of \$(\d+)\.\d\d/.exec(dialog) ?? [];
    expect(Number(after) - Number(before)).to.equal(40);
    expect(dialog).to.include('On December 1, by your usage so far.');
  });

  it('buys nothing until the terms are agreed to, and leads to the box', async () => {
    const { adapter, committed } = watched();
    const element = await show(adapter);
    await press(element, 'Buy Live Call');
    expect(box(element).checked).to.equal(false);
    expect(element.shadowRoot?.querySelector('.consent a')?.getAttribute('href')).to.match(/^https:/);
    await press(element, 'Buy Live Call and pay $40.00');
    await until(() => element.shadowRoot?.activeElement === box(element));
    expect(box(element).getAttribute('aria-invalid')).to.equal('true');
    expect(committed).to.be.empty;
  });

  it('buys with the version of the terms that was agreed to, beside what is there, and the next invoice agrees', async () => {
    const { adapter, committed } = watched();
    const element = await show(adapter);
    const invoice = await mount('next-invoice', { adapter });
    await press(element, 'Buy Live Call');
    box(element).click();
    await fired(element, 'billing-changed', () => press(element, 'Buy Live Call and pay $40.00'));
    await until(() => !isOpen(element));
    expect(committed.map(({ change }) => change)).to.deep.equal([
      {
        kind: 'add-ons',
        addOns: ['on-call', 'transcription', 'live-call'],
        consents: { 'live-call': '2026-01' },
      },
    ]);
    await until(() => textIn(invoice).includes('Live Call add-on'));
    expect(textIn(cardOf(element, 'Live Call') as HTMLElement)).to.include('Active');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
    expect(said(element)).to.include('Live Call is yours now.');
  });

  it('cancels at the period’s end, charges nothing, and takes that back', async () => {
    const element = await show();
    await press(element, 'Cancel On-Call');
    const dialog = textIn(part(element, 'dialog'));
    expect(dialog).to.include('It ends on December 1; you keep it until then. Nothing is charged or refunded now.');
    expect(dialog).to.include('Keep it Cancel On-Call on December 1');
    await press(element, 'Cancel On-Call on December 1');
    await until(() => cardOf(element, 'On-Call')?.part.contains('add-on-ending') === true);
    expect(textIn(cardOf(element, 'On-Call') as HTMLElement)).to.include('Ends on December 1');
    await fired(element, 'billing-changed', () => press(element, 'Undo: Keep On-Call'));
    await until(() => cardOf(element, 'On-Call')?.part.contains('add-on-active') === true);
    expect(said(element)).to.include('You keep On-Call.');
  });

  it('keeps one of two that end, and leaves the other', async () => {
    const element = await show();
    for (const name of ['On-Call', 'Transcription']) {
      await press(element, `Cancel ${name}`);
      await press(element, `Cancel ${name} on December 1`);
      await until(() => !isOpen(element) && cardOf(element, name)?.part.contains('add-on-ending') === true);
    }
    await press(element, 'Undo: Keep On-Call');
    await press(element, 'Keep On-Call on December 1');
    await until(() => cardOf(element, 'On-Call')?.part.contains('add-on-active') === true);
    expect(cardOf(element, 'Transcription')?.part.contains('add-on-ending')).to.equal(true);
  });

  it('costs nothing in a trial', async () => {
    const element = await show(adapterFor('nothing-yet'));
    await press(element, 'Buy On-Call');
    expect(textIn(part(element, 'dialog'))).to.include('Nothing is charged now.');
    expect(buttonNamed(element, 'Buy On-Call')).not.to.equal(undefined);
    expect(textIn(part(element, 'effect'))).to.include('instead of');
  });

  it('does nothing that the host prevents', async () => {
    const { adapter, committed } = watched();
    const element = await show(adapter);
    element.addEventListener('billing-subscription-change', (event) => event.preventDefault());
    await press(element, 'Cancel On-Call');
    const event = await fired<SubscriptionChangeEvent>(element, 'billing-subscription-change', () =>
      press(element, 'Cancel On-Call on December 1'),
    );
    expect(event.change).to.deep.equal({ kind: 'add-ons', addOns: ['transcription'], consents: {} });
    expect(committed).to.be.empty;
    expect(isOpen(element)).to.equal(false);
  });

  it('offers no button to those who may look only, while it ends, and while it rests', async () => {
    const readOnly = await show(adapterFor('read-only'));
    expect(textIn(part(readOnly, 'read-only'))).to.include('You can look at billing.');
    expect(buttons(readOnly)).to.be.empty;
    const ending = await show(subscribed({ status: 'cancelled', end: '2026-12-01' }));
    expect(textIn(part(ending, 'notice'))).to.include('Your subscription ends on December 1.');
    expect(parts(ending, 'buy')).to.be.empty;
    const paused = await show(subscribed({ status: 'paused' }));
    expect(textIn(part(paused, 'notice'))).to.include('Your subscription is paused.');
    expect(parts(paused, 'cancel')).to.be.empty;
  });

  it('keeps showing one that is no longer sold, at the price it was bought at', async () => {
    const element = await show(offeringAddOns((addOns) => addOns.slice(1)));
    expect(textIn(cardOf(element, 'On-Call') as HTMLElement)).to.equal('On-Call Active $25.00 per month Cancel');
  });

  it('buys for the subscription that is picked', async () => {
    const element = await show(subscribedTwice());
    const select = element.shadowRoot?.querySelector('select') as HTMLSelectElement;
    expect([...select.options].map(textIn)).to.deep.equal(['Phone answering', 'Appointment desk']);
    select.value = 'sub_second';
    select.dispatchEvent(new Event('change'));
    await settled(element);
    expect(parts(element, 'buy')).to.have.length(4);
    expect(element.shadowRoot?.querySelector('select')).to.equal(select);
  });

  it('links to nothing but https, and runs nothing that a name holds', async () => {
    const element = await show(offeringAddOns(hostileAddOns));
    expect(element.shadowRoot?.querySelector('.add-on img')).to.equal(null);
    parts(element, 'buy')[0]?.click();
    await settled(element);
    expect(element.shadowRoot?.querySelector('.consent b, .consent a')).to.equal(null);
    expect(textIn(part(element, 'dialog'))).to.include('<b>I agree</b>');
  });

  it('says what it doesn’t know instead of an amount: no effect without the next invoice', async () => {
    const element = await show(adapterFor('mid-month', { getUsage: fails }));
    await press(element, 'Buy Live Call');
    expect(textIn(part(element, 'quote-due'))).to.include('$40.00');
    expect(parts(element, 'effect')).to.be.empty;
  });
});
