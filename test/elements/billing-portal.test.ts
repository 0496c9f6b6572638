import { expect } from 'chai';
import '../../src/define/context-root.js';
import { define } from '../../src/define/define.js';
import {
  BillingPortal,
  BillingSummary,
  NextInvoice,
  registerMessages,
  UsageGraph,
  type BillingAdapter,
} from '../../src/index.js';
import { adapterFor } from '../../stories/adapters.js';
import { mount, part, settled, textIn, unmountAll, until } from '../helpers/elements.js';

describe('billing-portal', () => {
  before(async () => {
    // A portal whose element is defined last, with children that are there before it.
    define('next-invoice', NextInvoice);
    const early = await mount('billing-portal', { adapter: adapterFor('trial-ended') });
    early.innerHTML = '<div><next-invoice></next-invoice></div>';
    define('billing-portal', BillingPortal);
    define('billing-summary', BillingSummary);
    define('usage-graph', UsageGraph);
    await until(() => early.innerHTML !== '' && textIn(early).includes('$92.60'));
  });

  afterEach(unmountAll);

  it('serves elements that were defined before it, at any depth', () => {
    expect(customElements.get('billing-portal')).to.equal(BillingPortal);
  });

  it('shows the summary and the next invoice of one account', async () => {
    const portal = await mount('billing-portal', { adapter: adapterFor('over-allowance') });
    await settled(portal);
    expect(textIn(part(portal, 'total'))).to.equal('$151.90 so far');
    expect(textIn(part(portal, 'plan'))).to.include('100 minutes');
  });

  it('reads each thing once for all elements', async () => {
    const calls: string[] = [];
    const counted = Object.entries(adapterFor('mid-month')).map(([name, method]) => [
      name,
      (...args: unknown[]) => (calls.push(name), (method as (...args: unknown[]) => unknown)(...args)),
    ]);
    const adapter = Object.fromEntries(counted) as BillingAdapter;
    await settled(await mount('billing-portal', { adapter }));
    expect(calls.sort()).to.deep.equal([
      'capabilities',
      'getAccount',
      'getUsage',
      'listPaymentMethods',
      'listPlans',
      'listSubscriptions',
    ]);
  });

  it('takes an adapter that comes later, and another one after it', async () => {
    const portal = await mount('billing-portal');
    expect(textIn(portal)).not.to.match(/\d/);
    portal.adapter = adapterFor('trial-ended');
    await portal.updateComplete;
    await settled(portal);
    expect(textIn(part(portal, 'total'))).to.equal('$92.60');
    portal.adapter = adapterFor('over-allowance');
    await portal.updateComplete;
    await settled(portal);
    expect(textIn(part(portal, 'total'))).to.equal('$151.90 so far');
  });

  it('keeps two accounts on one page apart', async () => {
    const [one, other] = [
      await mount('billing-portal', { adapter: adapterFor('trial-ended') }),
      await mount('billing-portal', { adapter: adapterFor('over-allowance') }),
    ];
    await settled(one);
    await settled(other);
    expect([one, other].map((each) => textIn(part(each, 'total')))).to.deep.equal(['$92.60', '$151.90 so far']);
  });

  it('stands beside the summary where there is room, and above it where there is none', async () => {
    const frame = document.createElement('div');
    document.body.append(frame);
    frame.style.width = '1000px';
    const portal = await mount('billing-portal', { adapter: adapterFor('mid-month') }, frame);
    const [invoice, summary] = ['next-invoice', 'billing-summary'].map((tag) => portal.shadowRoot?.querySelector(tag));
    const box = (element: Element | null | undefined): DOMRect => element?.getBoundingClientRect() ?? new DOMRect();
    expect(box(invoice).left).to.be.above(box(summary).right);
    frame.style.width = '500px';
    expect(box(invoice).bottom).to.be.below(box(summary).top);
    frame.style.width = '1000px';
    frame.dir = 'rtl';
    expect(box(invoice).right).to.be.below(box(summary).left);
    frame.remove();
  });

  it('follows the language of the page, and one of its own', async () => {
    registerMessages('de', { 'invoice.title': 'Nächste Rechnung' });
    const portal = await mount('billing-portal', { adapter: adapterFor('over-allowance') });
    await settled(portal);
    document.documentElement.lang = 'de';
    await until(() => textIn(part(portal, 'title')) === 'Nächste Rechnung');
    expect(textIn(part(portal, 'total'))).to.match(/^151,90\s\$/);
    portal.locale = 'en-GB';
    await until(() => textIn(part(portal, 'title')) === 'Next invoice');
    expect(textIn(portal)).to.include('Comes on 1 October, due on receipt');
    document.documentElement.lang = 'en';
  });

  it('leaves a tag to whom it belongs already', () => {
    define('next-invoice', class extends HTMLElement {});
    expect(customElements.get('next-invoice')).to.equal(NextInvoice);
  });
});
