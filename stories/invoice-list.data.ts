import {
  BillingError,
  type BillingAdapter,
  type Invoice,
  type InvoiceQuery,
  type InvoiceSummary,
  type PaymentMethod,
  type Plan,
  type Subscription,
  type UsageDay,
} from '../src/api/index.js';
import { addMonths, monthOf, previewInvoice, type PlainDate } from '../src/rating/index.js';
import { storeFor } from '../src/store/store.js';

const USD = { currency: 'USD', exponent: 2 } as const;

/** A metered plan with so many charges, each with ten minutes included. */
const planOf = (charges: number): Plan => ({
  ...USD,
  id: 'metered',
  name: 'Metered',
  version: '1',
  family: 'volume',
  description: '',
  status: 'public',
  baseFee: '139.00',
  usage: Array.from({ length: charges }, (_, index) => ({
    id: `queue-${index + 1}`,
    name: `Queue ${index + 1}`,
    unit: 'minute',
    included: '10',
    price: { type: 'per-unit', unitAmount: '1.29' },
  })),
});

/** What the invoices are for. */
export const subscriptionOf = (charges: number, changes: Partial<Subscription> = {}): Subscription => ({
  id: 'sub_answering',
  version: '1',
  product: 'Phone answering',
  status: 'active',
  plan: planOf(charges),
  start: '2025-11-01',
  end: null,
  trialEnd: null,
  lines: 0,
  addOns: [],
  scheduledChange: null,
  history: [{ ...USD, plan: 'metered', name: 'Metered', baseFee: '139.00', from: '2025-11-01' }],
  ...changes,
});

/** One day of each month has all of its usage. */
const usageIn = (month: PlainDate, charges: number): UsageDay[] => [
  {
    date: `${month.slice(0, 8)}12`,
    quantities: Object.fromEntries(planOf(charges).usage.map(({ id }, index) => [id, `${11 + (index % 7)}`])),
  },
];

const visa = { id: 'pm_visa', kind: 'card', brand: 'visa', last4: '4242' } as const;
const mastercard = { id: 'pm_mc', kind: 'card', brand: 'mastercard', last4: '4444' } as const;

export const methods: readonly PaymentMethod[] = [
  { ...visa, expires: '2028-04', role: 'default', holder: 'Marta Oliveira' },
  { ...mastercard, expires: '2027-09', role: 'backup', holder: 'Marta Oliveira' },
  { ...visa, id: 'pm_old', last4: '1881', expires: '2026-02', role: 'unused', holder: 'Marta Oliveira' },
];

/** An invoice of a month with a line of overage for each of so many charges: a first card was declined, a second paid. */
export function issued(charges: number, changes: Partial<Invoice> = {}, issueDate: PlainDate = '2026-11-01'): Invoice {
  const arrears = monthOf(addMonths(issueDate, -1));
  const usage = usageIn(arrears.start, charges);
  const { id, plan, trialEnd, lines: phones, addOns } = subscriptionOf(charges);
  const { dates, lines, allowances, total, derivation } = previewInvoice({
    dates: { issueDate, advance: monthOf(issueDate), arrears },
    subscriptions: [{ id, plan, trialEnd, lines: phones, addOns, usage }],
  });
  const attempt = { at: `${issueDate}T14:03:00Z`, amount: total };
  return {
    id: `inv_${issueDate}`,
    number: `HPH-${issueDate.slice(2, 4)}${issueDate.slice(5, 7)}`,
    status: 'paid',
    issueDate,
    dueDate: null,
    total,
    amountDue: { ...total, amount: '0' },
    seller: { name: 'Quayside Answering, Inc.', address: ['40 Wharf Road', 'Portland, ME 04101'], taxId: '01-2345678' },
    buyer: { name: 'Harborside Plumbing & Heating', address: ['12 Harbor Street', 'Boston, MA 02110'] },
    dates,
    lines: { items: lines, next: null },
    allowances,
    derivation,
    attempts: [
      { ...attempt, id: 'att_1', method: visa, outcome: 'declined', code: 'insufficient-funds' },
      { ...attempt, id: 'att_2', method: mastercard, outcome: 'succeeded', code: null },
    ],
    credits: [],
    ...changes,
  };
}

/** One that is owed: the only card was declined. */
export function owed(changes: Partial<Invoice> = {}, issueDate: PlainDate = '2026-11-01'): Invoice {
  const invoice = issued(2, {}, issueDate);
  return { ...invoice, status: 'failed', amountDue: invoice.total, attempts: invoice.attempts.slice(0, 1), ...changes };
}

/** A year of invoices, newest first: the last one is owed. */
export const yearOfInvoices = (): Invoice[] => [
  owed(),
  ...Array.from({ length: 11 }, (_, index) => issued(2, {}, addMonths('2026-10-01', -index))),
];

/** A back end with these invoices. `changes` take the place of single methods. */
export function invoicesAdapter(
  invoices: readonly Invoice[] = yearOfInvoices(),
  changes: Partial<BillingAdapter> = {},
): BillingAdapter {
  const all = [...invoices];
  const adapter: BillingAdapter = {
    capabilities: () =>
      Promise.resolve({
        ...allowed,
        features: { payInvoice: true, invoicePdf: 'getInvoicePdf' in changes, idempotency: true },
      }),
    getAccount: () => Promise.resolve(account),
    listSubscriptions: () => Promise.resolve({ items: [subscriptionOf(2)], next: null }),
    listPaymentMethods: () => Promise.resolve({ items: methods, next: null, version: '1' }),
    getUsage: (subscription, { period }) =>
      Promise.resolve({ subscription, period, asOf: account.now, days: usageIn(period.start, 2) }),
    listInvoices: (query) => Promise.resolve(pageOf(all, query ?? {})),
    getInvoice: async (id) => all[await indexOf(all, id)] as Invoice,
    payInvoice: async (id, { amount }) => {
      const index = await indexOf(all, id);
      const paid = { ...(all[index] as Invoice), status: 'paid', amountDue: { ...amount, amount: '0' } };
      all[index] = paid;
      return { status: 'succeeded', code: null, invoice: summaryOf(paid) };
    },
    ...changes,
  };
  storeFor(adapter, { tries: 1 });
  return adapter;
}

const yes = { read: true, write: true, reason: '' } as const;
const allowed = { subscriptions: yes, usage: yes, invoices: yes, 'payment-methods': yes };
const account = {
  ...{ id: 'acct_harborside', name: 'Harborside Plumbing & Heating', status: 'active', timeZone: 'America/New_York' },
  ...USD,
  now: '2026-11-18T15:20:00Z',
};

async function indexOf(invoices: readonly Invoice[], id: string): Promise<number> {
  const index = invoices.findIndex((each) => each.id === id);
  if (index < 0) return Promise.reject(new BillingError('not-found', `there is no invoice ${id}`));
  return Promise.resolve(index);
}

function pageOf(invoices: readonly Invoice[], { cursor = '0', limit = 20, status, from, to, search }: InvoiceQuery) {
  const wanted = invoices.filter(
    (each) =>
      (status === undefined || each.status === status) &&
      (from === undefined || each.issueDate >= from) &&
      (to === undefined || each.issueDate <= to) &&
      (search === undefined || each.number.toLowerCase().includes(search.toLowerCase())),
  );
  const end = Number(cursor) + limit;
  return {
    items: wanted.slice(Number(cursor), end).map(summaryOf),
    next: end < wanted.length ? `${end}` : null,
  };
}

const summaryOf = ({ id, number, status, issueDate, dueDate, total, amountDue }: Invoice): InvoiceSummary => ({
  id,
  number,
  status,
  issueDate,
  dueDate,
  total,
  amountDue,
});

/** An invoice that is owed, for somebody who may look only. */
export const readOnlyInvoices = (): BillingAdapter =>
  invoicesAdapter([owed()], {
    capabilities: () =>
      Promise.resolve({
        invoices: { read: true, write: false, reason: 'Only those who may edit payment information can pay.' },
        subscriptions: { read: true, write: true, reason: '' },
      }),
  });
