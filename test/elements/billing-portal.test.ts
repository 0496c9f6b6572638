import { expect } from 'chai';
import '../../src/define/billing-contacts.js';
import '../../src/define/context-root.js';
import { define } from '../../src/define/define.js';
import {
  BillingError,
  BillingPortal,
  BillingSummary,
  InvoiceList,
  NextInvoice,
  registerMessages,
  storeFor,
  UsageGraph,
  UsageReport,
  type BillingAdapter,
  type Capabilities,
} from '../../src/index.js';
import { adapterFor, failingAdapter } from '../../stories/adapters.js';
import { byRole, fired, mount, part, settled, textIn, unmountAll, until } from '../helpers/elements.js';

describe('billing-portal', () => {
  before(async () => {
    // A portal whose element is defined last, with children that are there before it.
    define('next-invoice', NextInvoice);
    const early = await mount('billing-portal', { adapter: adapterFor('trial-ended') });
    early.innerHTML = '<div><next-invoice></next-invoice></div>';
    define('billing-portal', BillingPortal);
    define('billing-summary', BillingSummary);
    define('usage-graph', UsageGraph);
    const [layout] = early.children;
    await until(() => layout !== undefined && textIn(layout).includes('$92.60'));
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
      // This month's, and that of the months before, which advice goes by.
      'getUsage',
      'getUsage',
      'listPaymentMethods',
      'listPlans',
      'listSubscriptions',
      'previewNextInvoice',
      'subscribe',
    ]);
  });

  it('cases 111 and 112: takes an adapter that comes later, and another one after it', async () => {
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

  it('case 127: keeps two accounts on one page apart', async () => {
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

  it('case 116: follows the language of the page, and one of its own', async () => {
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

  describe('its tabs', () => {
    const tabsOf = (portal: BillingPortal): HTMLElement[] => byRole(portal, 'tab') as HTMLElement[];
    const nameOf = (tab: Element | undefined): string => (tab ? textIn(tab) : '');
    const current = (portal: BillingPortal): string =>
      nameOf(tabsOf(portal).find((tab) => tab.getAttribute('aria-selected') === 'true'));
    const press = (portal: BillingPortal, key: string): void => {
      portal.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    };
    async function tabbed(properties: Partial<BillingPortal> = {}): Promise<BillingPortal> {
      const portal = await mount('billing-portal', { adapter: adapterFor('mid-month'), ...properties });
      await until(() => tabsOf(portal).length > 1);
      return portal;
    }

    /** The browser goes back only from an address that it has heard of. */
    const leadingOn = (act: () => void): Promise<unknown> => fired(window, 'hashchange', act);

    it('are those that the back end can serve', async () => {
      const without = adapterFor('mid-month');
      const portal = await tabbed({ adapter: { ...without, listContacts: undefined } as unknown as BillingAdapter });
      const names = tabsOf(portal).map(nameOf);
      expect(names[0]).to.equal('Summary');
      expect(names).to.include('Plan').and.not.to.include('Contacts');
    });

    it('case 114: one that may not be read is absent, and a link to it leads to the first', async () => {
      const adapter = adapterFor('mid-month');
      const off = { read: false, write: false, reason: 'Not for you.' };
      const capabilities: BillingAdapter['capabilities'] = async () => ({
        ...(await adapter.capabilities()),
        contacts: off,
      });
      const portal = await tabbed({ adapter: { ...adapter, capabilities }, tab: 'contacts' });
      expect(tabsOf(portal).map(nameOf)).not.to.include('Contacts');
      expect(current(portal)).to.equal('Summary');
    });

    it('are one stop of the Tab key, and arrows, Home and End move between them', async () => {
      const portal = await tabbed();
      const [first, second] = tabsOf(portal).map(nameOf);
      const last = nameOf(tabsOf(portal).at(-1));
      expect(tabsOf(portal).filter((tab) => tab.tabIndex === 0)).to.have.length(1);
      tabsOf(portal)[0]?.focus();
      const steps = [
        ['ArrowRight', second],
        ['Home', first],
        ['ArrowLeft', last],
        ['End', last],
        ['ArrowRight', first],
      ] as const;
      for (const [key, name] of steps) {
        press(portal, key);
        await portal.updateComplete;
        expect(current(portal)).to.equal(name);
        expect(nameOf(portal.shadowRoot?.activeElement ?? undefined)).to.equal(name);
      }
    });

    it('turn round in a page that runs from right to left, and are walked up and down in a column', async () => {
      const portal = await tabbed({ vertical: true });
      const [first, second] = tabsOf(portal).map(nameOf);
      expect(part(portal, 'tabs').ariaOrientation ?? part(portal, 'tabs').getAttribute('aria-orientation')).to.equal(
        'vertical',
      );
      tabsOf(portal)[0]?.focus();
      press(portal, 'ArrowDown');
      await portal.updateComplete;
      expect(current(portal)).to.equal(second);
      portal.vertical = false;
      portal.dir = 'rtl';
      await portal.updateComplete;
      press(portal, 'ArrowRight');
      await portal.updateComplete;
      expect(current(portal)).to.equal(first);
    });

    it('are walked side by side too where they stand in two columns', async () => {
      const narrow = document.body.appendChild(document.createElement('div'));
      narrow.style.inlineSize = '320px';
      const portal = await mount('billing-portal', { adapter: adapterFor('mid-month') }, narrow);
      await until(() => tabsOf(portal).length > 1 && part(portal, 'tabs').ariaOrientation === 'vertical');
      tabsOf(portal)[0]?.focus();
      press(portal, 'ArrowRight');
      await portal.updateComplete;
      expect(current(portal)).to.equal('Plan');
      narrow.remove();
    });

    it('take the focus along when the back button leaves a tab, or the panel that it stood in', async () => {
      location.hash = '#pay/payment-methods';
      const portal = await tabbed({ urlHash: 'pay' });
      const focused = (): string => nameOf(portal.shadowRoot?.activeElement ?? undefined);
      tabsOf(portal)
        .find((tab) => tab.tabIndex === 0)
        ?.focus();
      await leadingOn(() => press(portal, 'ArrowRight'));
      expect(location.hash).to.equal('#pay/contacts');
      history.back();
      await until(() => focused() === 'Payment methods');
      await leadingOn(() => press(portal, 'ArrowRight'));
      const contacts = portal.shadowRoot?.querySelector('billing-contacts');
      await until(() => contacts?.shadowRoot?.querySelector('button') instanceof HTMLElement);
      contacts?.shadowRoot?.querySelector('button')?.focus();
      history.back();
      await until(() => focused() === 'Payment methods');
      location.hash = '';
    });

    it('keep what was done in a panel that is left', async () => {
      const portal = await tabbed();
      const summary = portal.shadowRoot?.querySelector('billing-summary');
      portal.tab = 'contacts';
      await portal.updateComplete;
      portal.tab = 'summary';
      await portal.updateComplete;
      expect(portal.shadowRoot?.querySelector('billing-summary')).to.equal(summary);
    });

    it('stand in the address where the host wants it, and follow it', async () => {
      location.hash = '#pay/contacts';
      const portal = await tabbed({ urlHash: 'pay' });
      expect(current(portal)).to.equal('Contacts');
      await leadingOn(() =>
        tabsOf(portal)
          .find((tab) => nameOf(tab) === 'Plan')
          ?.click(),
      );
      expect(location.hash).to.equal('#pay/plan');
      history.back();
      await until(() => current(portal) === 'Contacts');
      location.hash = '';
    });

    it('stand in the address from the first one on, so that the back button leads to where it began', async () => {
      history.replaceState(null, '', location.pathname + location.search);
      const portal = await tabbed({ urlHash: 'pay' });
      await leadingOn(() =>
        tabsOf(portal)
          .find((tab) => nameOf(tab) === 'Plan')
          ?.click(),
      );
      expect(location.hash).to.equal('#pay/plan');
      history.back();
      await until(() => current(portal) === 'Summary');
    });

    it('stand in the address with what is open in them: an invoice, which the back button closes', async () => {
      define('invoice-list', InvoiceList);
      location.hash = '#pay/invoices';
      const portal = await tabbed({ urlHash: 'pay' });
      const list = portal.shadowRoot?.querySelector('invoice-list') as InvoiceList;
      const toggle = (): HTMLElement => list.shadowRoot?.querySelector('[part=toggle]') as HTMLElement;
      await until(() => toggle() !== null);
      const id = toggle().dataset['invoice'] ?? '';
      await leadingOn(() => toggle().click());
      expect(location.hash).to.equal(`#pay/invoices/${id}`);
      history.back();
      await until(() => location.hash === '#pay/invoices');
      await until(() => list.invoice === '');
      history.forward();
      await until(() => list.invoice === id);
      toggle().click();
      expect(location.hash).to.equal('#pay/invoices');
      location.hash = '';
    });

    it('stand in the address with the month of usage, and are found again as they were left', async () => {
      define('usage-report', UsageReport);
      location.hash = '#pay/usage/2026-09';
      const portal = await tabbed({ urlHash: 'pay' });
      const report = portal.shadowRoot?.querySelector('usage-report') as UsageReport;
      const month = (): HTMLSelectElement => report.shadowRoot?.querySelector('#month') as HTMLSelectElement;
      await until(() => month()?.value === '2026-09');
      month().value = '2026-10';
      month().dispatchEvent(new Event('change'));
      expect(location.hash).to.equal('#pay/usage/2026-10');
      for (const name of ['Plan', 'Usage'])
        tabsOf(portal)
          .find((tab) => nameOf(tab) === name)
          ?.click();
      expect(location.hash).to.equal('#pay/usage/2026-10');
      history.go(-3);
      await until(() => month()?.value === '2026-09');
      location.hash = '';
    });

    it('take those of the host behind them, on whatever lines of its page they stand', async () => {
      const portal = await tabbed();
      portal.innerHTML = '\n<p slot="tab-taxes" data-label="Tax documents">Form W-9</p>\n';
      await until(() => nameOf(tabsOf(portal).at(-1)) === 'Tax documents');
      tabsOf(portal).at(-1)?.click();
      await portal.updateComplete;
      expect(portal.querySelector('p')?.checkVisibility()).to.be.true;
    });

    it('open by an event from within, unless the host prevents that', async () => {
      const portal = await tabbed();
      await settled(portal);
      const compare = portal.shadowRoot?.querySelector('billing-summary')?.shadowRoot?.querySelector('.advice button');
      portal.addEventListener('billing-tab-open', (event) => event.preventDefault(), { once: true });
      (compare as HTMLElement).click();
      await portal.updateComplete;
      expect(current(portal)).to.equal('Summary');
      (compare as HTMLElement).click();
      await until(() => current(portal) === 'Plan');
    });

    it('show the part that a link leads to, also of a back end that fails, and ask no more often for that', async () => {
      const adapter = failingAdapter();
      let asked = 0;
      const capabilities = (...options: Parameters<BillingAdapter['capabilities']>): Promise<Capabilities> => {
        asked += 1;
        return adapter.capabilities(...options);
      };
      const counted = { ...adapter, capabilities };
      storeFor(counted, { tries: 1 });
      const portal = await mount('billing-portal', { adapter: counted, tab: 'contacts' });
      await until(() => textIn(portal).includes('We couldn’t load your contacts.'));
      await settled(portal);
      expect(current(portal)).to.equal('Contacts');
      expect(asked).to.be.below(4);
    });

    it('case 110: one endpoint that is down leaves the other parts as they are', async () => {
      const down: BillingAdapter['listContacts'] = () => Promise.reject(new BillingError('unavailable', 'down'));
      const adapter = { ...adapterFor('mid-month'), listContacts: down };
      storeFor(adapter, { tries: 1 });
      const portal = await tabbed({ adapter, tab: 'contacts' });
      await until(() => textIn(portal).includes('We couldn’t load your contacts.'));
      portal.tab = 'summary';
      await portal.updateComplete;
      await settled(portal);
      expect(textIn(part(portal, 'total'))).to.match(/^\$\d/);
    });
  });

  it('leaves a tag to whom it belongs already', () => {
    define('next-invoice', class extends HTMLElement {});
    expect(customElements.get('next-invoice')).to.equal(NextInvoice);
  });
});
