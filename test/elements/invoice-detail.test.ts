import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { BillingError, type BillingAdapter, type Invoice } from '../../src/api/index.js';
import '../../src/define/invoice-detail.js';
import type { ChangedEvent, InvoiceDetail, TabOpenEvent } from '../../src/index.js';
import { invoicesAdapter, issued, owed, subscriptionOf } from '../../stories/invoice-list.data.js';
import { fired, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';
import { leftWrite } from '../helpers/left-write.js';

type Pay = NonNullable<BillingAdapter['payInvoice']>;

async function show(invoice: Invoice = issued(2), changes: Partial<BillingAdapter> = {}): Promise<InvoiceDetail> {
  const element = await mount('invoice-detail', { adapter: invoicesAdapter([invoice], changes), invoice: invoice.id });
  await settled(element);
  return element;
}

/** Opens the payment and waits for the ways to pay. */
async function paying(payInvoice?: Pay): Promise<InvoiceDetail> {
  const element = await show(owed(), payInvoice && { payInvoice });
  part(element, 'pay').click();
  await until(() => parts(element, 'payment-method').length > 0);
  return element;
}

const refuses =
  (kind: 'payment-declined' | 'conflict', code: string): Pay =>
  () =>
    Promise.reject(new BillingError(kind, 'no', { code }));

const dialogOf = (element: InvoiceDetail): HTMLDialogElement => part(element, 'dialog') as HTMLDialogElement;

describe('invoice-detail', () => {
  afterEach(unmountAll);
  // A payment that was never answered is asked for when the page is loaded anew.
  afterEach(() => sessionStorage.clear());

  it('shows what each product came to, every line with its derivation, and the total', async () => {
    const element = await show();
    expect(textIn(part(element, 'total'))).to.equal('$142.87');
    expect(textIn(element)).to.include('Issued on November 1, 2026, due on receipt');
    expect(textIn(part(element, 'product'))).to.match(/^Phone answering .*Total of Phone answering 142\.87$/);
    expect(parts(element, 'line').map(textIn)[1]).to.include('11 minutes used − 10 minutes included = 1 minute over');
  });

  it('shows each try to pay with its card, its time and why it failed', async () => {
    const element = await show();
    expect(parts(element, 'payment').map(textIn)).to.deep.equal([
      'Visa ending in 4242 November 1, 2026 at 9:03 AM EST $142.87 Declined: not enough funds',
      'Mastercard ending in 4444 November 1, 2026 at 9:03 AM EST $142.87 Paid',
    ]);
  });

  it('names the bank’s code where it has no words for it', async () => {
    const [first] = issued(2).attempts;
    const element = await show(issued(2, { attempts: first ? [{ ...first, code: 'do_not_honor' }] : [] }));
    expect(textIn(part(element, 'payment'))).to.include('Declined: the bank’s code for it is do_not_honor');
  });

  it('works out every amount again and says that they agree', async () => {
    expect(textIn(part(await show(), 'check'))).to.match(/^Checked: your browser has worked out every amount again/);
  });

  it('names a line whose amount doesn’t follow from its figures', async () => {
    const invoice = issued(2);
    const [base, ...rest] = invoice.lines.items;
    const wrong = base ? [{ ...base, amount: { ...base.amount, amount: '14900' } }] : [];
    const element = await show({ ...invoice, lines: { items: [...wrong, ...rest], next: null } });
    expect(parts(element, 'check')).to.be.empty;
    expect(textIn(part(element, 'notice-warning'))).to.equal(
      'The amount of Base fee, Metered doesn’t follow from its own figures. Ask us before you pay it.',
    );
  });

  it('agrees with the preview from the usage on record', async () => {
    const element = await show();
    part(element, 'compare').click();
    await until(() => textIn(element).includes('Agrees to the cent with the preview'));
  });

  it('says where it differs from the preview, and why', async () => {
    const element = await show(issued(2), {
      getUsage: (subscription, { period }) =>
        Promise.resolve({
          ...{ subscription, period, asOf: '2026-11-18T15:20:00Z' },
          days: [{ date: '2026-10-12', quantities: { 'queue-1': '11', 'queue-2': '10' } }],
        }),
    });
    part(element, 'compare').click();
    await until(() => parts(element, 'comparison').some((each) => textIn(each).includes('Differs by $2.58')));
    expect(textIn(part(element, 'comparison'))).to.include(
      'Queue 2 over the allowance: $2.58, for usage that was recorded at another time',
    );
  });

  it('offers no comparison where the plan, its lines or add-ons have changed since', async () => {
    const changed = subscriptionOf(2, { addOns: [{ id: 'on-call', name: 'On-Call', fee: '25.00' }] });
    const element = await show(issued(2), {
      listSubscriptions: () => Promise.resolve({ items: [changed], next: null }),
    });
    expect(parts(element, 'compare')).to.be.empty;
  });

  it('leads to the usage that was charged', async () => {
    const element = await show();
    const event = await fired<TabOpenEvent>(element, 'billing-tab-open', () => part(element, 'usage-link').click());
    expect([event.tab, event.detail]).to.deep.equal(['usage', '2026-10']);
  });

  it('shows the line that a deep link names, opened and with the focus', async () => {
    const invoice = issued(2);
    const key = invoice.lines.items[2]?.key ?? '';
    const adapter = invoicesAdapter([invoice]);
    const element = await mount('invoice-detail', { adapter, invoice: invoice.id, line: key });
    await settled(element);
    const details = parts(element, 'line').map((line) => line.querySelector('details')?.open);
    expect(details).to.deep.equal([false, false, true]);
    expect(textIn(element.shadowRoot?.activeElement ?? element)).to.include('Queue 2 over the allowance');
  });

  it('pays once with the card that is chosen, says so, and leaves the focus at the heading', async () => {
    const sent: unknown[] = [];
    const sound = invoicesAdapter([owed()]);
    const element = await paying((id, payment, options) => {
      sent.push(payment);
      return sound.payInvoice?.(id, payment, options) ?? Promise.reject(new Error());
    });
    const [first, second] = [...dialogOf(element).querySelectorAll<HTMLInputElement>('input')];
    expect([first?.checked, second?.checked]).to.deep.equal([false, true]);
    first?.click();
    const event = fired<ChangedEvent>(element, 'billing-changed', () => {
      part(element, 'pay-confirm').click();
      part(element, 'pay-confirm').click();
    });
    expect((await event).resource).to.equal('invoices');
    await until(() => !dialogOf(element).open);
    expect(sent).to.deep.equal([{ method: 'pm_visa', amount: owed().amountDue }]);
    expect(textIn(element)).to.include('Invoice HPH-2611 is paid: $142.87 with Visa ending in 4242.');
    await until(() => element.shadowRoot?.activeElement === part(element, 'title'));
  });

  it('says the amount on the button', async () => {
    expect(textIn(part(await paying(), 'pay-confirm'))).to.equal('Pay $142.87');
  });

  it('says why the bank refused, that nothing was charged, and lets another card be tried', async () => {
    const element = await paying(refuses('payment-declined', 'expired-card'));
    part(element, 'pay-confirm').click();
    await until(() => textIn(dialogOf(element)).includes('The payment was declined: the card has expired.'));
    expect(textIn(part(element, 'notice-negative'))).to.include('Nothing was charged. Choose another way to pay');
    expect(part(element, 'pay-confirm').ariaDisabled).to.equal('false');
  });

  it('says what is in the way where it isn’t the bank', async () => {
    const element = await paying(refuses('conflict', 'already-paid'));
    part(element, 'pay-confirm').click();
    await until(() => textIn(dialogOf(element)).includes('This isn’t possible as things stand now.'));
    expect(textIn(dialogOf(element))).to.include('Nothing was charged.');
  });

  it('stays open while it pays, and says that it does', async () => {
    const element = await paying(() => new Promise(() => {}));
    part(element, 'pay-confirm').click();
    await until(() => textIn(part(element, 'pay-confirm')).includes('Paying…'));
    await sendKeys({ press: 'Escape' });
    expect(dialogOf(element).open).to.be.true;
  });

  it('case 28: Enter on a way to pay pays nothing; on the button it does', async () => {
    const sent: unknown[] = [];
    const element = await paying((...asked) => {
      sent.push(asked);
      return new Promise(() => {});
    });
    part(element, 'payment-method').querySelector('input')?.focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(part(element, 'pay-confirm').ariaDisabled).to.equal('false');
    expect(sent).to.have.length(0);
    part(element, 'pay-confirm').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => sent.length === 1);
  });

  it('case 37: begins no other payment while it is being found out what became of one from before a reload', async () => {
    const { findOutcome, answer } = leftWrite('payInvoice');
    const element = await show(owed(), { findOutcome });
    expect(textIn(element)).to.include('We are checking whether it went through.');
    expect(part(element, 'pay').ariaDisabled).to.equal('true');
    part(element, 'pay').click();
    await element.updateComplete;
    expect(dialogOf(element).open).to.be.false;
    await answer({ status: 'failed', kind: 'payment-declined', code: 'expired-card' });
    await until(() => part(element, 'pay').ariaDisabled === 'false');
    expect(textIn(element)).to.include('The payment was declined: the card has expired. Nothing was charged.');
  });

  it('case 112: closes the payment when the adapter changes', async () => {
    const element = await paying(() => new Promise(() => {}));
    part(element, 'pay-confirm').click();
    await element.updateComplete;
    element.adapter = invoicesAdapter([owed()]);
    await settled(element);
    expect(dialogOf(element).open).to.be.false;
    expect(part(element, 'pay').ariaDisabled).to.equal('false');
  });

  it('says its state', async () => {
    expect(textIn(part(await show(owed()), 'badge'))).to.equal('Payment failed');
  });

  it('lets the host take the payment over', async () => {
    let sent = false;
    const element = await paying(() => {
      sent = true;
      return new Promise(() => {});
    });
    element.addEventListener('billing-invoice-pay', (event) => event.preventDefault());
    part(element, 'pay-confirm').click();
    await until(() => !dialogOf(element).open);
    expect(sent).to.be.false;
  });

  it('offers no payment of what is paid, void, or not for this user to pay', async () => {
    expect(parts(await show(issued(1)), 'pay')).to.be.empty;
    expect(parts(await show(owed({ status: 'void' })), 'pay')).to.be.empty;
    const reading = { read: true, write: false, reason: 'Ask Marta.' };
    const reader = await show(owed(), { capabilities: () => Promise.resolve({ invoices: reading }) });
    expect(parts(reader, 'pay')).to.be.empty;
    expect(textIn(part(reader, 'read-only'))).to.equal('Ask Marta.');
  });

  it('saves the lines as CSV', async () => {
    const element = await show();
    part(element, 'csv').click();
    await until(() => textIn(element).includes('The CSV file is in your downloads.'));
  });

  it('saves the back end’s own PDF where there is one', async () => {
    const element = await show(issued(1), { getInvoicePdf: () => Promise.resolve(new Blob(['%PDF-1.7'])) });
    part(element, 'pdf').click();
    await until(() => textIn(element).includes('The PDF is in your downloads.'));
  });

  it('case 77: saves nothing that isn’t a PDF, and makes no link of what a back end sends', async () => {
    const seller = { name: 'javascript:alert(1)', address: ['https://evil.example'], email: 'data:text/html,x' };
    const element = await show(issued(1, { seller }), {
      getInvoicePdf: () => Promise.resolve(new Blob(['<script>alert(1)</script>'], { type: 'text/html' })),
    });
    part(element, 'pdf').click();
    await until(() => textIn(element).includes('We couldn’t make the file.'));
    expect(element.shadowRoot?.querySelectorAll('a')).to.have.length(0);
  });

  it('case 76: shows markup in a name as text', async () => {
    const html = '<img src=x onerror=alert(1)>';
    const element = await show(issued(1, { number: html }));
    expect(textIn(part(element, 'title'))).to.equal(`Invoice ${html}`);
    expect(element.shadowRoot?.querySelectorAll('img')).to.have.length(0);
  });

  it('case 15: says of an invoice that isn’t there that it isn’t', async () => {
    const element = await mount('invoice-detail', { adapter: invoicesAdapter([]), invoice: 'inv_none' });
    await settled(element);
    expect(textIn(element)).to.equal(
      'Invoice We couldn’t find this invoice. It may have been withdrawn, or belong to another account.',
    );
  });
});
