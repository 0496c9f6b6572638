import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { BillingAdapter, PaymentMethod } from '../src/api/index.js';
import '../src/define/billing-summary.js';
import {
  adapterFor,
  failingAdapter,
  fails,
  planlessAdapter,
  silentAdapter,
  staleAdapter,
  subscribed,
  unsupportedAdapter,
} from './adapters.js';
import { dark, narrow, rightToLeft } from './frames.js';

const meta: Meta = { title: 'Billing summary', component: 'billing-summary' };
export default meta;

const element = (adapter: BillingAdapter | undefined): TemplateResult =>
  html`<billing-summary .adapter=${adapter}></billing-summary>`;
const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({ render: () => element(adapter()) });

const card: PaymentMethod = {
  id: 'pm_1',
  kind: 'card',
  brand: 'visa',
  last4: '4242',
  expires: '2026-11',
  role: 'default',
  holder: 'Marta Oliveira',
};
const paying = (items: readonly PaymentMethod[]): BillingAdapter =>
  adapterFor('mid-month', { listPaymentMethods: () => Promise.resolve({ items, next: null, version: '1' }) });

export const MidMonth = show(() => adapterFor('mid-month'));
export const InTrial = show(() => adapterFor('trial-ended'));
export const ReadOnly = show(() => adapterFor('read-only'));
export const NothingYet = show(() => adapterFor('nothing-yet'));
export const OverTheAllowance = show(() => adapterFor('over-allowance'));
export const NoCard = show(() => paying([]));
export const CardExpires = show(() => paying([card]));
export const CardExpired = show(() => paying([{ ...card, expires: '2026-10' }]));
export const PastDue = show(() => subscribed({ status: 'past-due' }));
export const Paused = show(() => subscribed({ status: 'paused' }));
export const Ending = show(() => subscribed({ end: '2026-12-01' }));
export const ChangeScheduled = show(() =>
  subscribed(({ plan }) => ({ scheduledChange: { plan: { ...plan, name: '500 minutes' }, on: '2026-12-01' } })),
);
export const PausedUntil = show(() => subscribed({ pause: { from: '2026-12-01', until: '2027-02-01' } }));
export const AddOnsChange = show(() =>
  subscribed(({ addOns }) => ({
    scheduledAddOns: {
      addOns: [...addOns.slice(1), { id: 'live-call', name: 'Live Call', fee: '40.00' }],
      on: '2026-12-01',
    },
  })),
);
export const NoPlan = show(planlessAdapter);
export const Loading = show(silentAdapter);
export const Failed = show(failingAdapter);
export const UsageFailed = show(() => adapterFor('mid-month', { getUsage: fails }));
export const PaymentMethodFailed = show(() => adapterFor('mid-month', { listPaymentMethods: fails }));
export const Unsupported = show(unsupportedAdapter);
export const Stale = show(staleAdapter);
export const WaitingForAnAdapter = show(() => undefined);
export const Narrow: StoryObj = { render: () => narrow(element(adapterFor('over-allowance'))) };
export const Dark: StoryObj = { render: () => dark(element(adapterFor('over-allowance'))) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(element(adapterFor('mid-month'))) };
