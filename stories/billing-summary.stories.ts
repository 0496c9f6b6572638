import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { BillingAdapter, PaymentMethod } from '../src/api/index.js';
import '../src/define/billing-summary.js';
import { adapterFor, failingAdapter, fails, silentAdapter, staleAdapter } from './adapters.js';

const meta: Meta = { title: 'Billing summary', component: 'billing-summary' };
export default meta;

const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({
  render: (): TemplateResult => html`<billing-summary .adapter=${adapter()}></billing-summary>`,
});

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
  adapterFor('mid-month', { listPaymentMethods: () => Promise.resolve({ items, next: null }) });

export const MidMonth = show(() => adapterFor('mid-month'));
export const InTrial = show(() => adapterFor('trial-ended'));
export const NothingYet = show(() => adapterFor('nothing-yet'));
export const OverTheAllowance = show(() => adapterFor('over-allowance'));
export const CardExpires = show(() => paying([card]));
export const CardExpired = show(() => paying([{ ...card, expires: '2026-10' }]));
export const NoPlan = show(() =>
  adapterFor('mid-month', { listSubscriptions: () => Promise.resolve({ items: [], next: null }) }),
);
export const Loading = show(silentAdapter);
export const Failed = show(failingAdapter);
export const UsageFailed = show(() => adapterFor('mid-month', { getUsage: fails }));
export const PaymentMethodFailed = show(() => adapterFor('mid-month', { listPaymentMethods: fails }));
export const Unsupported = show(() => adapterFor('mid-month', { capabilities: () => Promise.resolve({}) }));
export const Stale = show(staleAdapter);
export const WaitingForAnAdapter = show(() => undefined);
export const Narrow: StoryObj = {
  render: () =>
    html`<div style="max-inline-size: 280px">
      <billing-summary .adapter=${adapterFor('over-allowance')}></billing-summary>
    </div>`,
};
export const Dark: StoryObj = {
  render: () =>
    html`<div style="color-scheme: dark; padding: 24px; background: #101216">
      <billing-summary .adapter=${adapterFor('over-allowance')}></billing-summary>
    </div>`,
};
export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl"><billing-summary .adapter=${adapterFor('mid-month')}></billing-summary></div>`,
};
