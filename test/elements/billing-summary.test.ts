import { expect } from 'chai';
import '../../src/define/billing-summary.js';
import type { BillingAdapter, BillingSummary, PaymentMethod, TabOpenEvent } from '../../src/index.js';
import {
  adapterFor,
  failingAdapter,
  fails,
  planlessAdapter,
  silentAdapter,
  subscribed,
} from '../../stories/adapters.js';
import { byRole, fired, mount, part, parts, settled, textIn, unmountAll } from '../helpers/elements.js';

async function show(adapter = adapterFor('mid-month')): Promise<BillingSummary> {
  const element = await mount('billing-summary', { adapter });
  await settled(element);
  return element;
}

const card: PaymentMethod = {
  id: 'pm_1',
  kind: 'card',
  brand: 'visa',
  last4: '4242',
  expires: '2026-11',
  role: 'default',
  holder: 'Marta Oliveira',
};
const readable = { read: true, write: true, reason: '' };
const withoutPayment = { subscriptions: readable, usage: readable };
const paying = (method: PaymentMethod): BillingAdapter =>
  adapterFor('mid-month', { listPaymentMethods: () => Promise.resolve({ items: [method], next: null, version: '1' }) });

/** Where a button leads that says this. */
async function leadOf(element: BillingSummary, name: string): Promise<string> {
  const button = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((each) => textIn(each) === name);
  const { tab } = await fired<TabOpenEvent>(element, 'billing-tab-open', () => button?.click());
  return tab;
}

describe('billing-summary', () => {
  afterEach(unmountAll);

  it('says whether another plan would have cost less, and leads to the plans', async () => {
    const element = await show();
    expect(textIn(part(element, 'advice'))).to.match(
      /^Over the last 6 months the .+ plan would have cost \$\S+ less\./,
    );
    expect(await leadOf(element, 'Compare plans')).to.equal('plan');
  });

  it('says what is owed and what is about to change, and leads to where that is done', async () => {
    const owing = await show(subscribed({ status: 'past-due' }));
    expect(textIn(part(owing, 'plan'))).to.include('A payment is past due.');
    expect(await leadOf(owing, 'Invoices')).to.equal('invoices');
    const changing = await show(
      subscribed(({ plan, addOns }) => ({
        scheduledChange: { plan: { ...plan, name: '500 minutes' }, on: '2026-12-01' },
        scheduledAddOns: {
          addOns: [...addOns.slice(2), { id: 'x', name: 'Live Call', fee: '40.00' }],
          on: '2026-12-01',
        },
        pause: { from: '2026-12-01', until: '2027-02-01' },
      })),
    );
    const words = textIn(part(changing, 'plan'));
    expect(words).to.include('Changes to 500 minutes on December 1.');
    expect(words)
      .to.include('On-Call and Transcription end on December 1.')
      .and.to.include('Live Call begins on December 1.');
    expect(words).to.include('Pauses on December 1. It goes on, and is charged again, on February 1.');
    const leads = [await leadOf(changing, 'Plans'), await leadOf(changing, 'Add-ons')];
    expect([...leads, await leadOf(changing, 'Subscriptions')]).to.deep.equal(['plan', 'add-ons', 'subscriptions']);
    expect(await leadOf(await show(planlessAdapter()), 'Plans')).to.equal('plan');
  });

  it('leads to nothing that the user can’t see', async () => {
    const adapter = subscribed({ status: 'past-due' });
    const element = await show({ ...adapter, capabilities: () => Promise.resolve(withoutPayment) });
    expect(textIn(part(element, 'plan'))).to.include('A payment is past due.');
    expect(part(element, 'plan').querySelector('button')).to.equal(null);
  });

  it('shows the plan with its price, its allowance, its lines and its add-ons', async () => {
    const plan = textIn(part(await show(), 'plan'));
    expect(plan).to.include('220 minutes $279.00 per month');
    expect(plan).to.include('220 minutes included each month');
    expect(plan).to.include('Lines 3');
    expect(plan).to.include('On-Call, Transcription');
  });

  it('measures usage against the allowance', async () => {
    const [meter] = byRole(await show(), 'meter');
    expect(meter?.getAttribute('aria-valuemax')).to.equal('220');
    expect(meter?.getAttribute('aria-valuetext')).to.match(/^[\d.]+ of 220 minutes\. [\d.]+ minutes left$/);
  });

  it('says how much is over, and draws it apart', async () => {
    const element = await show(adapterFor('over-allowance'));
    expect(textIn(part(element, 'allowance'))).to.include('77 of 67 minutes');
    expect(textIn(part(element, 'allowance'))).to.include('10 minutes over the allowance');
    expect(parts(element, 'meter-over')).to.have.length(1);
  });

  it('draws the usage day by day, the plan’s limit and the plan that would be cheaper', async () => {
    const graph = (await show()).shadowRoot?.querySelector('usage-graph');
    expect(graph?.data?.days).to.have.length(18);
    expect(graph?.data?.forecast).to.have.length(12);
    expect(graph?.data?.limit).to.equal('220');
    expect(graph?.data?.costEffectiveTo?.plan).to.equal('500 minutes');
  });

  it('case 70: tells of a trial by the back end’s clock, whatever the browser’s says', async () => {
    const seen = async (): Promise<string> => textIn(part(await show(adapterFor('trial-ended')), 'plan'));
    const before = await seen();
    const { Date: Clock } = globalThis;
    globalThis.Date = class extends Clock {
      static override now = (): number => Clock.now() + 3 * 86_400_000;
      constructor(...at: []) {
        super(...((at.length > 0 ? at : [Clock.now() + 3 * 86_400_000]) as []));
      }
    } as DateConstructor;
    try {
      expect(await seen()).to.equal(before);
    } finally {
      globalThis.Date = Clock;
    }
    expect(before).to.include('Free trial until September 10.');
  });

  it('sets a trial’s usage against nothing', async () => {
    const element = await show(adapterFor('trial-ended'));
    expect(byRole(element, 'meter')).to.be.empty;
    expect(textIn(element)).to.include('Free trial until September 10.');
    expect(textIn(element)).to.include('Free during your trial.');
  });

  it('says on the first day what will be here, and what to do', async () => {
    const text = textIn(await show(adapterFor('nothing-yet')));
    expect(text).to.include('No usage yet.');
    expect(text).to.include('No payment method on file. Add one before your first invoice on December 2.');
  });

  it('shows the card that is charged, and how many are behind it', async () => {
    expect(textIn(part(await show(), 'payment-method'))).to.equal(
      'Visa ending in 4242 Expires April 2028 · 2 back-ups on file',
    );
  });

  it('warns of a card in its last months, and of one that has expired', async () => {
    expect(textIn(await show(paying(card)))).to.include('Expires at the end of November 2026.');
    expect(textIn(await show(paying({ ...card, expires: '2026-12' })))).to.include('Expires at the end of December');
    expect(textIn(await show(paying({ ...card, expires: '2027-01' })))).to.include('Expires January 2027');
    expect(textIn(await show(paying({ ...card, expires: '2026-10' })))).to.include('Expired in October 2026.');
  });

  it('shows a name that looks like markup as text', async () => {
    const element = await show(paying({ ...card, brand: '<img src=x onerror=alert(1)>' }));
    expect(textIn(part(element, 'payment-method'))).to.include('<img src=x onerror=alert(1)> ending in 4242');
  });

  it('goes on without the section that failed', async () => {
    const element = await show(adapterFor('mid-month', { getUsage: fails }));
    expect(parts(element, 'notice-negative').map(textIn)).to.deep.equal([
      'We couldn’t load your usage. Nothing was charged. Try again. Try again',
    ]);
    expect(parts(element, 'plan')).to.have.length(1);
    expect(parts(element, 'payment-method')).to.have.length(1);
  });

  it('fails once when all of it failed', async () => {
    const element = await show(failingAdapter());
    expect(element.matches(':state(failed)')).to.be.true;
    expect(parts(element, 'retry')).to.have.length(1);
  });

  it('leaves out what the back end can’t serve', async () => {
    const adapter = adapterFor('mid-month', { capabilities: () => Promise.resolve(withoutPayment) });
    expect((await show(adapter)).matches(':state(unsupported)')).to.be.false;
    expect(parts(await show(adapter), 'section')).to.have.length(2);
  });

  it('says why it can only be looked at', async () => {
    const element = await show(adapterFor('read-only'));
    expect(element.matches(':state(read-only)')).to.be.true;
    expect(textIn(part(element, 'read-only'))).to.equal('You can look at billing. Ask Marta Oliveira to change it.');
  });

  it('has the size of what comes while it loads', async () => {
    const silent = await mount('billing-summary', { adapter: silentAdapter() });
    const height = silent.offsetHeight;
    const full = await show();
    expect(Math.abs(full.offsetHeight - height)).to.be.below(16);
  });
});
