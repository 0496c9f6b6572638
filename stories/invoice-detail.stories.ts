import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import '../src/define/invoice-detail.js';
import { storeFor } from '../src/store/store.js';
import { dark, narrow, rightToLeft } from './frames.js';
import { invoicesAdapter, issued, owed, readOnlyInvoices } from './invoice-list.data.js';
import { pressing } from './pressing.js';

const meta: Meta = { title: 'Invoice', component: 'invoice-detail' };
export default meta;

const detail = (adapter: BillingAdapter | undefined): TemplateResult =>
  html`<invoice-detail .adapter=${adapter} invoice="inv_2026-11-01"></invoice-detail>`;
const show = (adapter: () => BillingAdapter | undefined, ...press: readonly RegExp[]): StoryObj => ({
  render: () => pressing(detail(adapter()), ...press),
});

const never = (): Promise<never> => new Promise(() => {});
const refuse = (kind: 'unavailable' | 'payment-declined' | 'network', code?: string) => (): Promise<never> =>
  Promise.reject(new BillingError(kind, 'The story has it so.', code === undefined ? {} : { code }));

/** An invoice that states another amount for a line than its figures give. */
function miscalculated(): ReturnType<typeof issued> {
  const invoice = issued(2);
  const [base, ...rest] = invoice.lines.items;
  const wrong = base ? [{ ...base, amount: { ...base.amount, amount: '14900' } }] : [];
  return { ...invoice, lines: { items: [...wrong, ...rest], next: null } };
}

const credited = issued(2, {
  status: 'credited',
  credits: [
    { id: 'cr_1', on: '2026-11-05', reason: 'An outage on 3 November', amount: { ...issued(1).total, amount: '500' } },
  ],
});

const PAY = [/^Retry payment$/, /^Pay \$/] as const;

export const Paid = show(() => invoicesAdapter([issued(2)]));
export const Owed = show(() => invoicesAdapter([owed()]));
export const Due = show(() => invoicesAdapter([owed({ status: 'open', attempts: [] })]));
export const PastDue = show(() => invoicesAdapter([owed({ status: 'past-due' })]));
export const Credited = show(() => invoicesAdapter([credited]));
export const AgreesWithThePreview = show(() => invoicesAdapter([issued(2)]), /^Compare/);
export const DiffersFromThePreview = show(
  () =>
    invoicesAdapter([issued(2)], {
      getUsage: (subscription, { period }) =>
        Promise.resolve({ subscription, period, asOf: '2026-11-18T15:20:00Z', days: [] }),
    }),
  /^Compare/,
);
export const Miscalculated = show(() => invoicesAdapter([miscalculated()]));
export const Paying = show(() => invoicesAdapter([owed()]), PAY[0]);
export const PaymentUnderWay = show(() => invoicesAdapter([owed()], { payInvoice: never }), ...PAY);
export const PaymentDeclined = show(
  () => invoicesAdapter([owed()], { payInvoice: refuse('payment-declined', 'expired-card') }),
  ...PAY,
);
export const PaymentOffline = show(() => invoicesAdapter([owed()], { payInvoice: refuse('network') }), ...PAY);
export const NoMethodOnFile = show(
  () =>
    invoicesAdapter([owed()], { listPaymentMethods: () => Promise.resolve({ items: [], next: null, version: '1' }) }),
  PAY[0],
);
export const FileFailed = show(() => invoicesAdapter([issued(2)], { getInvoicePdf: refuse('unavailable') }), /PDF/);
export const LettersOfOtherScripts = show(
  () => invoicesAdapter([issued(2, { buyer: { name: '株式会社ハーバー', address: [] } })]),
  /^Save as PDF/,
);
export const ReadOnly = show(readOnlyInvoices);
export const NotFound = show(() => invoicesAdapter([]));
export const Loading = show(() => invoicesAdapter([], { getInvoice: never }));
export const Failed = show(() => invoicesAdapter([], { getInvoice: refuse('unavailable') }));
export const Unsupported = show(() => invoicesAdapter([], { capabilities: () => Promise.resolve({}) }));
export const WaitingForAnAdapter = show(() => undefined);
export const Stale = show(() => {
  const adapter = { ...invoicesAdapter() };
  storeFor(adapter, { tries: 1, staleAfterMs: 0 });
  return adapter;
});
export const Narrow: StoryObj = { render: () => narrow(detail(invoicesAdapter([owed()]))) };
export const Dark: StoryObj = { render: () => dark(detail(invoicesAdapter([owed()]))) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(detail(invoicesAdapter([owed()]))) };
