import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { BillingAdapter } from '../src/api/index.js';
import '../src/define/next-invoice.js';
import { adapterFor, failingAdapter, silentAdapter, staleAdapter } from './adapters.js';

const meta: Meta = { title: 'Next invoice', component: 'next-invoice' };
export default meta;

const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({
  render: (): TemplateResult => html`<next-invoice .adapter=${adapter()}></next-invoice>`,
});

export const MidMonth = show(() => adapterFor('mid-month'));
export const FirstInvoice = show(() => adapterFor('trial-ended'));
export const OverTheAllowance = show(() => adapterFor('over-allowance'));
export const Loading = show(silentAdapter);
export const Failed = show(failingAdapter);
export const Empty = show(() =>
  adapterFor('mid-month', { listSubscriptions: () => Promise.resolve({ items: [], next: null }) }),
);
export const Unsupported = show(() => adapterFor('mid-month', { capabilities: () => Promise.resolve({}) }));
export const Stale = show(staleAdapter);
export const WaitingForAnAdapter = show(() => undefined);
export const Narrow: StoryObj = {
  render: () =>
    html`<div style="max-inline-size: 280px">
      <next-invoice .adapter=${adapterFor('over-allowance')}></next-invoice>
    </div>`,
};
export const Dark: StoryObj = {
  render: () =>
    html`<div style="color-scheme: dark; padding: 24px; background: #101216">
      <next-invoice .adapter=${adapterFor('mid-month')}></next-invoice>
    </div>`,
};
export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl"><next-invoice .adapter=${adapterFor('mid-month')}></next-invoice></div>`,
};
