import type { MemoryAdapter } from '../../src/adapters/memory.js';
import { instantOf, startOfDay } from '../../src/adapters/memory/zone.js';
import type { Instant, Invoice, PlainDate } from '../../src/api/index.js';
import { monthOf, type InvoicePreview } from '../../src/rating/index.js';
import { billOf, isBilled, type Bill } from '../../src/store/bill.js';

/** The bill as a page works it out from what it can read. */
export async function bill(backend: MemoryAdapter): Promise<Bill> {
  const account = await backend.getAccount();
  const { items } = await backend.listSubscriptions();
  const period = monthOf(backend.control.today);
  const billed = items.filter((each) => isBilled(each, period));
  return billOf(account, items, await Promise.all(billed.map(({ id }) => backend.getUsage(id, { period }))));
}

/** Its next invoice. */
export async function preview(backend: MemoryAdapter): Promise<InvoicePreview> {
  const { invoice } = await bill(backend);
  if (!invoice) throw new Error('there is no next invoice');
  return invoice;
}

/** All issued invoices, newest first. */
export async function invoices(backend: MemoryAdapter): Promise<Invoice[]> {
  const { items } = await backend.listInvoices();
  return Promise.all(items.map(({ id }) => backend.getInvoice(id)));
}

/** The end of the day before, where the accounts are. */
export const lastSecondBefore = (date: PlainDate): Instant => instantOf(startOfDay(date, 'America/New_York') - 1000);
