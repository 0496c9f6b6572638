import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import '../src/define/invoice-list.js';
import { storeFor } from '../src/store/store.js';
import { dark, narrow, rightToLeft } from './frames.js';
import { invoicesAdapter, issued, owed, readOnlyInvoices, yearOfInvoices } from './invoice-list.data.js';

const meta: Meta = { title: 'Invoice list', component: 'invoice-list' };
export default meta;

const NEWEST = 'inv_2026-11-01';

const list = (adapter: BillingAdapter | undefined, invoice = ''): TemplateResult =>
  html`<invoice-list .adapter=${adapter} .invoice=${invoice}></invoice-list>`;
const show = (adapter: () => BillingAdapter | undefined, invoice = ''): StoryObj => ({
  render: () => list(adapter(), invoice),
});

const down = (): Promise<never> => Promise.reject(new BillingError('unavailable', 'The story has it so.'));
const never = (): Promise<never> => new Promise(() => {});
const euros = { currency: 'EUR', exponent: 2 };
const statuses = ['open', 'paid', 'past-due', 'failed', 'void', 'credited', 'paused_v2'] as const;

export const Listed = show(() => invoicesAdapter());
export const Open = show(() => invoicesAdapter(), NEWEST);
export const OpenAtALine = show(() => invoicesAdapter(), `${NEWEST}/sub_answering/overage/queue-1/2026-10-01`);
export const EveryStatus = show(() =>
  invoicesAdapter(statuses.map((status, index) => owed({ status }, `2026-${String(11 - index).padStart(2, '0')}-01`))),
);
export const TwoCurrencies = show(() =>
  invoicesAdapter([
    owed(),
    issued(2, {
      id: 'inv_eur',
      number: 'HPH-EUR',
      total: { ...euros, amount: '9260' },
      amountDue: { ...euros, amount: '0' },
    }),
  ]),
);
export const Many = show(() => {
  const year = yearOfInvoices();
  return invoicesAdapter(
    Array.from({ length: 45 }, (_, index) => ({ ...(year[index % 12] ?? owed()), id: `inv_${index}` })),
  );
});
export const PagesBroken = show(() => {
  const all = Array.from({ length: 30 }, (_, index) => ({ ...owed(), id: `inv_${index}`, number: `HPH-${index}` }));
  const adapter = invoicesAdapter(all);
  return invoicesAdapter(all, {
    listInvoices: (query) => (query?.cursor === undefined ? (adapter.listInvoices?.(query) ?? down()) : down()),
  });
});
export const ReadOnly = show(readOnlyInvoices);
export const NotFound = show(() => invoicesAdapter(), 'inv_of_another_account');
export const Loading = show(() => invoicesAdapter([], { capabilities: never }));
export const Empty = show(() => invoicesAdapter([]));
export const Failed = show(() => invoicesAdapter([], { listInvoices: down }));
export const Unsupported = show(() => invoicesAdapter([], { capabilities: () => Promise.resolve({}) }));
export const WaitingForAnAdapter = show(() => undefined);
export const Stale = show(() => {
  const adapter = { ...invoicesAdapter() };
  storeFor(adapter, { tries: 1, staleAfterMs: 0 });
  return adapter;
});
export const Narrow: StoryObj = { render: () => narrow(list(invoicesAdapter(), NEWEST)) };
export const Dark: StoryObj = { render: () => dark(list(invoicesAdapter(), NEWEST)) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(list(invoicesAdapter(), NEWEST)) };
