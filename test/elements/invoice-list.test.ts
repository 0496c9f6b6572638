import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { BillingAdapter, Invoice, InvoiceQuery } from '../../src/api/index.js';
import '../../src/define/invoice-list.js';
import type { BillingErrorEvent, InvoiceList, InvoiceOpenEvent } from '../../src/index.js';
import { invoicesAdapter, issued, owed, yearOfInvoices } from '../../stories/invoice-list.data.js';
import { byRole, fired, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

async function show(adapter = invoicesAdapter(), invoice = ''): Promise<InvoiceList> {
  const element = await mount('invoice-list', { adapter, invoice });
  await settled(element);
  return element;
}

/** An adapter that writes down what it is asked for. */
function asked(invoices?: readonly Invoice[]): { adapter: BillingAdapter; queries: InvoiceQuery[] } {
  const queries: InvoiceQuery[] = [];
  const sound = invoicesAdapter(invoices);
  const listInvoices: BillingAdapter['listInvoices'] = (query = {}) => {
    queries.push(query);
    return sound.listInvoices?.(query) ?? Promise.reject(new Error());
  };
  return { adapter: invoicesAdapter(invoices, { listInvoices }), queries };
}

function field(element: InvoiceList, name: string): HTMLInputElement {
  const found = element.shadowRoot?.querySelector<HTMLInputElement>(`[name=${name}]`);
  if (!found) throw new Error(`there is no field ${name}`);
  return found;
}

function fill(element: InvoiceList, name: string, value: string): void {
  const input = field(element, name);
  input.value = value;
  input.dispatchEvent(new Event(name === 'search' ? 'input' : 'change', { bubbles: true }));
}

const said = (element: InvoiceList): string => byRole(element, 'log').map(textIn).join(' ').trim();
const rows = (element: InvoiceList): string[] => parts(element, 'invoice').map(textIn);

describe('invoice-list', () => {
  afterEach(unmountAll);

  it('lists the invoices, the newest first, with what they come to', async () => {
    const element = await show();
    expect(rows(element).slice(0, 2)).to.deep.equal([
      'HPH-2611 November 1, 2026 Payment failed On receipt $142.87',
      'HPH-2610 October 1, 2026 Paid On receipt $142.87',
    ]);
    expect(textIn(part(element, 'totals'))).to.equal('12 invoices · $1,714.44 in all · $142.87 to pay');
  });

  it('case 75: an invoice without a due date is due on receipt', async () => {
    const element = await show(invoicesAdapter([owed(), issued(1, { dueDate: '2026-11-15', id: 'other' })]));
    expect(rows(element)[0]).to.include('On receipt');
    expect(rows(element)[1]).to.include('November 15, 2026');
  });

  it('case 82: a state that isn’t known is named as it is, and means nothing in particular', async () => {
    const element = await show(invoicesAdapter([owed({ status: 'paused_v2' })]));
    expect(textIn(part(element, 'badge-neutral'))).to.equal('paused_v2');
  });

  it('case 69: each currency has totals of its own', async () => {
    const euros = { currency: 'EUR', exponent: 2 };
    const foreign = { id: 'eur', total: { ...euros, amount: '9260' }, amountDue: { ...euros, amount: '100' } };
    const element = await show(invoicesAdapter([owed(), issued(1, foreign)]));
    expect([...part(element, 'totals').children].map(textIn)).to.deep.equal([
      '1 invoice · $142.87 in all · $142.87 to pay',
      '1 invoice · €92.60 in all · €1.00 to pay',
    ]);
  });

  it('asks for a state, a period and a number', async () => {
    const { adapter, queries } = asked();
    const element = await show(adapter);
    fill(element, 'status', 'paid');
    await until(() => queries.at(-1)?.status === 'paid');
    fill(element, 'period', 'months-3');
    await until(() => queries.at(-1)?.from === '2026-08-19');
    fill(element, 'period', '2025');
    await until(() => queries.at(-1)?.from === '2025-01-01' && queries.at(-1)?.to === '2025-12-31');
    fill(element, 'search', ' 2512 ');
    await until(() => queries.at(-1)?.search === '2512');
    await until(() => rows(element).length === 1);
    expect(rows(element)[0]).to.include('HPH-2512');
  });

  it('asks in the language that it speaks, and asks again when that changes', async () => {
    const { adapter, queries } = asked();
    const element = await mount('invoice-list', { adapter, locale: 'en-GB' });
    await settled(element);
    expect(queries.map(({ locale }) => locale)).to.deep.equal(['en-GB']);
    element.locale = 'en-US';
    await until(() => queries.length === 2);
    expect(queries[1]?.locale).to.equal('en-US');
    expect(rows(element)).to.have.length(12);
  });

  it('keeps the invoices from before while it looks for others', async () => {
    const sound = invoicesAdapter();
    const listInvoices: BillingAdapter['listInvoices'] = (query) =>
      query?.status === undefined
        ? (sound.listInvoices?.(query) ?? Promise.reject(new Error()))
        : new Promise(() => {});
    const element = await show(invoicesAdapter(undefined, { listInvoices }));
    fill(element, 'status', 'void');
    await until(() => element.matches(':state(loading)'));
    expect(rows(element)).to.have.length(12);
  });

  it('leads back to all of them where none is like what was asked for', async () => {
    const element = await show();
    fill(element, 'status', 'void');
    await until(() => textIn(element).includes('No invoice matches what you chose.'));
    part(element, 'notice').querySelector('button')?.click();
    await until(() => rows(element).length === 12);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
    expect(field(element, 'status').value).to.equal('');
  });

  it('reads a page at a time, and says so where one doesn’t come', async () => {
    let down = true;
    const sound = invoicesAdapter();
    const listInvoices: BillingAdapter['listInvoices'] = (query) =>
      query?.cursor !== undefined && down
        ? Promise.reject(new Error('down'))
        : (sound.listInvoices?.(query) ?? Promise.reject(new Error()));
    const element = await mount('invoice-list', {
      adapter: invoicesAdapter(undefined, { listInvoices }),
      pageSize: 5,
    });
    await settled(element);
    expect(rows(element)).to.have.length(5);
    part(element, 'more').click();
    await until(() => textIn(element).includes('We couldn’t load more of them.'));
    expect(rows(element)).to.have.length(5);
    down = false;
    part(element, 'more').click();
    await until(() => rows(element).length === 10);
    part(element, 'more').click();
    await until(() => rows(element).length === 12);
    expect(parts(element, 'more')).to.be.empty;
  });

  it('moves the focus to the first of those that were added, and says of a part that it is one', async () => {
    const element = await mount('invoice-list', { adapter: invoicesAdapter(), pageSize: 8 });
    await settled(element);
    expect(textIn(part(element, 'totals'))).to.include('8 invoices shown');
    part(element, 'more').click();
    await until(() => rows(element).length === 12);
    await until(() => element.shadowRoot?.activeElement === parts(element, 'toggle')[8]);
    expect(textIn(part(element, 'totals'))).to.include('12 invoices ·');
  });

  it('says how many are like what was asked for', async () => {
    const element = await show();
    fill(element, 'search', '2512');
    await until(() => said(element) === '1 invoice');
    expect(rows(element)).to.have.length(1);
  });

  it('says why the user may look only', async () => {
    const reason = 'Only those who may edit payment information can pay.';
    const yes = { read: true, write: true, reason: '' };
    const capabilities = { subscriptions: yes, invoices: { read: true, write: false, reason } };
    const element = await show(invoicesAdapter([owed()], { capabilities: () => Promise.resolve(capabilities) }));
    expect(textIn(part(element, 'read-only'))).to.equal(reason);
    expect(element.matches(':state(read-only)')).to.be.true;
  });

  it('opens an invoice in place by keyboard, and closes it with the focus where it was', async () => {
    const element = await show();
    const toggle = part(element, 'toggle');
    toggle.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => element.invoice === 'inv_2026-11-01');
    await settled(element);
    expect(textIn(part(element, 'detail'))).to.include('Base fee, Metered');
    expect(toggle.ariaExpanded).to.equal('true');
    await sendKeys({ press: 'Enter' });
    await until(() => element.invoice === '');
    await settled(element);
    expect(parts(element, 'detail')).to.be.empty;
    expect(element.shadowRoot?.activeElement).to.equal(toggle);
  });

  it('lets the host open an invoice elsewhere', async () => {
    const element = await show();
    element.addEventListener('billing-invoice-open', (event) => event.preventDefault());
    const event = await fired<InvoiceOpenEvent>(element, 'billing-invoice-open', () => part(element, 'toggle').click());
    expect(event.invoice).to.equal('inv_2026-11-01');
    expect(element.invoice).to.equal('');
  });

  it('opens a deep link to an invoice on a later page, and closes it again', async () => {
    const element = await mount('invoice-list', {
      adapter: invoicesAdapter(),
      pageSize: 2,
      invoice: 'inv_2025-12-01',
    });
    await settled(element);
    expect(textIn(part(element, 'detail'))).to.include('Invoice HPH-2512');
    part(element, 'close').click();
    await settled(element);
    expect(parts(element, 'detail')).to.be.empty;
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
  });

  it('case 15: says of an invoice that isn’t there that it isn’t, and keeps the list', async () => {
    const element = await show(invoicesAdapter(), 'inv_none');
    expect(textIn(part(element, 'detail'))).to.include('We couldn’t find this invoice.');
    expect(rows(element)).to.have.length(12);
  });

  it('saves the list as CSV and says so', async () => {
    const saved = saving();
    const element = await show(invoicesAdapter([owed()]));
    part(element, 'csv').click();
    await until(() => textIn(element).includes('The CSV file is in your downloads.'));
    const [file] = saved.stop();
    expect(file?.name).to.equal('Invoices.csv');
    expect(await file?.content.text()).to.equal(
      '"Number","Status","Date of issue","Due","Total","To pay","Currency"\r\n' +
        '"HPH-2611","Payment failed","2026-11-01","On receipt",142.87,142.87,"USD"\r\n',
    );
  });

  it('saves those that aren’t on show, too', async () => {
    const saved = saving();
    const element = await mount('invoice-list', { adapter: invoicesAdapter(), pageSize: 5 });
    await settled(element);
    part(element, 'csv').click();
    await until(() => textIn(element).includes('The CSV file is in your downloads.'));
    const [file] = saved.stop();
    expect((await file?.content.text())?.trim().split('\r\n')).to.have.length(1 + 12);
    expect(rows(element)).to.have.length(5);
  });

  it('says that there are none yet, and when the first one comes', async () => {
    const element = await show(invoicesAdapter([]));
    expect(element.matches(':state(empty)')).to.be.true;
    expect(textIn(element)).to.include('No invoices yet. Your first one comes on December 1, 2026.');
    expect(parts(element, 'filter')).to.be.empty;
  });

  it('shows what failed, reports it, and shows the invoices after a retry', async () => {
    let down = true;
    const sound = invoicesAdapter();
    const listInvoices: BillingAdapter['listInvoices'] = (query) =>
      down ? Promise.reject(new Error('down')) : (sound.listInvoices?.(query) ?? Promise.reject(new Error()));
    const adapter = invoicesAdapter(undefined, { listInvoices });
    const event = await fired<BillingErrorEvent>(document.body, 'billing-error', () => show(adapter));
    expect(event.error.kind).to.equal('internal');
    const element = document.querySelector('invoice-list') as InvoiceList;
    expect(element.matches(':state(failed)')).to.be.true;
    expect(textIn(element)).to.include('We couldn’t load your invoices. Nothing was charged.');
    down = false;
    part(element, 'retry').click();
    await settled(element);
    expect(rows(element)).to.have.length(12);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
  });

  it('case 114: shows nothing where the back end can’t serve it', async () => {
    const element = await show(invoicesAdapter([], { capabilities: () => Promise.resolve({}) }));
    await until(() => element.matches(':state(unsupported)'));
    expect(textIn(element)).to.equal('');
  });

  it('case 112: shows nothing of the account before when the adapter changes', async () => {
    const element = await show();
    element.adapter = invoicesAdapter([], { capabilities: () => new Promise(() => {}) });
    await element.updateComplete;
    expect(rows(element)).to.be.empty;
  });

  it('case 78: keeps a number in its own direction and clips it', async () => {
    const element = await show(invoicesAdapter([owed({ number: `A\u202Ecba${'9'.repeat(200)}` })]));
    const cell = part(element, 'toggle');
    expect(cell.textContent).not.to.include('\u202E');
    expect(cell.getBoundingClientRect().width).to.be.below(400);
  });

  it('case 122: has no need to scroll sideways at 320 pixels', async () => {
    const frame = document.createElement('div');
    frame.style.setProperty('inline-size', '272px');
    document.body.append(frame);
    const element = await mount(
      'invoice-list',
      { adapter: invoicesAdapter(yearOfInvoices()), invoice: 'inv_2026-11-01' },
      frame,
    );
    await settled(element);
    expect(part(element, 'base').scrollWidth).to.be.at.most(272);
    frame.remove();
  });
});

interface Saved {
  readonly name: string;
  readonly content: Blob;
}

/** Catches the files that the page saves, until it is told to stop. */
function saving(): { stop: () => Saved[] } {
  const files: Saved[] = [];
  const blobs = new Map<string, Blob>();
  const link = HTMLAnchorElement.prototype;
  const made = Object.getOwnPropertyDescriptor(URL, 'createObjectURL') ?? {};
  URL.createObjectURL = (blob: Blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob);
    return address;
  };
  Object.defineProperty(link, 'click', {
    configurable: true,
    value(this: HTMLAnchorElement) {
      files.push({ name: this.download, content: blobs.get(this.href) ?? new Blob() });
    },
  });
  const stop = (): Saved[] => {
    Object.defineProperty(URL, 'createObjectURL', made);
    delete (link as Partial<HTMLAnchorElement>).click;
    return files;
  };
  return { stop };
}
