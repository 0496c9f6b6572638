import { expect } from 'chai';
import { createBackend } from '../../mock-api/index.js';
import '../../src/define/all.js';
import { BillingError, type BillingAdapter, type BillingPortal } from '../../src/index.js';
import { storeFor } from '../../src/store/store.js';
import { adapterFor } from '../../stories/adapters.js';
import { byRole, mount, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';
import { holding } from '../helpers/holding.js';

const tabsOf = (portal: BillingPortal): HTMLElement[] => byRole(portal, 'tab') as HTMLElement[];
const within = (portal: BillingPortal, tag: string): HTMLElement => {
  const found = portal.shadowRoot?.querySelector<HTMLElement>(tag);
  if (!found) throw new Error(`there is no <${tag}>`);
  return found;
};

async function show(adapter: BillingAdapter, tab = ''): Promise<BillingPortal> {
  storeFor(adapter, { tries: 1, channel: () => undefined });
  const portal = await mount('billing-portal', { adapter, tab });
  await until(() => tabsOf(portal).length > 1);
  await settled(portal);
  return portal;
}

describe('a page with a portal', () => {
  afterEach(unmountAll);

  it('case 110: shows where an endpoint is down, with a way to try again, and all else as ever', async () => {
    let isDown = true;
    const sound = adapterFor('mid-month');
    const portal = await show(
      {
        ...sound,
        listInvoices: (...asked) =>
          isDown
            ? Promise.reject(new BillingError('unavailable', 'down'))
            : (sound.listInvoices?.(...asked) ?? Promise.reject(new Error())),
      },
      'invoices',
    );
    await until(() => parts(portal, 'retry').length === 1);
    expect(textIn(within(portal, 'invoice-list'))).to.include('We couldn’t load your invoices.');
    for (const tab of tabsOf(portal)) {
      tab.click();
      await portal.updateComplete;
      await settled(portal);
      const panel = byRole(portal, 'tabpanel').find((each) => each.checkVisibility());
      const failed = portal.tab === 'invoices' ? 1 : 0;
      expect([portal.tab, panel && parts(panel, 'retry').length]).to.deep.equal([portal.tab, failed]);
    }
    isDown = false;
    portal.tab = 'invoices';
    await portal.updateComplete;
    parts(portal, 'retry')[0]?.click();
    await until(() => parts(portal, 'retry').length === 0 && parts(portal, 'toggle').length > 0);
  });

  it('case 111: waits for its adapter with skeletons, warns developers once, and works when it comes', async () => {
    const { warn } = console;
    const said: unknown[] = [];
    console.warn = (text: unknown) => said.push(text);
    const [first, second] = [await mount('billing-contacts'), await mount('billing-contacts')];
    try {
      expect(first.matches(':state(loading)')).to.be.true;
      expect(textIn(first)).not.to.include('@');
      await until(() => said.length > 0);
    } finally {
      console.warn = warn;
    }
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^<billing-contacts> waits for an adapter/);
    const adapter = adapterFor('mid-month');
    Object.assign(first, { adapter });
    Object.assign(second, { adapter });
    await until(() => [first, second].every((each) => parts(each, 'contact').length === 2));
  });

  it('case 119: says when it is offline, looks for what became of a write, and reads on when it is back', async () => {
    const backend = createBackend('mid-month');
    let [reads, asked, lost] = [0, 0, () => undefined as void];
    const portal = await show(
      {
        ...backend,
        subscribe: () => () => undefined,
        listContacts: (...query) => ((reads += 1), backend.listContacts(...query)),
        findOutcome: (...key) => ((asked += 1), backend.findOutcome(...key)),
        addContact: async (...contact) => {
          await backend.addContact(...contact);
          return new Promise((_, reject) => (lost = () => reject(new BillingError('outcome-unknown', 'lost'))));
        },
      },
      'contacts',
    );
    const contacts = within(portal, 'billing-contacts');
    contacts.shadowRoot?.querySelector<HTMLElement>('.head button')?.click();
    await until(() => contacts.shadowRoot?.querySelector('form') !== null);
    for (const [id, value] of Object.entries({ name: 'Ana Ruiz', email: 'ana@harborside.example' })) {
      const field = contacts.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
      if (field) field.value = value;
      field?.dispatchEvent(new InputEvent('input'));
    }
    contacts.shadowRoot?.querySelector('form')?.requestSubmit();
    await until(() => contacts.shadowRoot?.querySelector<HTMLInputElement>('#name')?.disabled === true);
    window.dispatchEvent(new Event('offline'));
    await until(() => textIn(portal).includes('You are offline.'));
    lost();
    await until(() => textIn(contacts).includes('We are checking whether it went through.'));
    expect([reads, asked]).to.deep.equal([1, 0]);
    window.dispatchEvent(new Event('online'));
    await until(() => parts(portal, 'contact').length === 3);
    expect(textIn(portal)).not.to.include('You are offline.');
    expect([asked, (await backend.listContacts()).items.length]).to.deep.equal([1, 3]);
  });

  it('case 126: holds on to no more after 200 visits than after one', async function () {
    this.timeout(60_000);
    const adapter = createBackend('mid-month');
    storeFor(adapter, { tries: 1 });
    const held = holding();
    try {
      const visit = async (isWhole: boolean): Promise<void> => {
        const portal = await mount('billing-portal', { adapter });
        if (isWhole) await settled(portal);
        unmountAll();
        await new Promise((resolve) => setTimeout(resolve));
      };
      await visit(true);
      const after = held.count();
      expect(after.slice(2)).to.deep.equal([0, 0, 0]);
      for (let count = 0; count < 200; count += 1) await visit(count % 20 === 0);
      expect(held.count()).to.deep.equal(after);
    } finally {
      held.end();
    }
  });
});
