import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { BillingAdapter } from '../src/api/index.js';
import '../src/define/billing-portal.js';
import { adapterFor, failingAdapter, silentAdapter } from './adapters.js';
import { dark, narrow, rightToLeft } from './frames.js';

const meta: Meta = { title: 'Billing portal', component: 'billing-portal' };
export default meta;

const portal = (adapter: BillingAdapter | undefined, tab = '', vertical = false): TemplateResult =>
  html`<billing-portal .adapter=${adapter} .tab=${tab} ?vertical=${vertical}></billing-portal>`;

/** A back end that serves the summary and the invoices. */
const smallBackend = (): BillingAdapter => {
  const access = { read: true, write: false, reason: 'Changes are made by your account manager.' };
  return adapterFor('mid-month', {
    capabilities: () => Promise.resolve({ subscriptions: access, usage: access, invoices: access }),
  });
};

export const Page: StoryObj = { render: () => portal(adapterFor('mid-month')) };
export const OnATab: StoryObj = { render: () => portal(adapterFor('mid-month'), 'contacts') };
export const InAColumn: StoryObj = { render: () => portal(adapterFor('mid-month'), 'add-ons', true) };
export const FewTabs: StoryObj = { render: () => portal(smallBackend()) };
export const Loading: StoryObj = { render: () => portal(silentAdapter()) };
export const Failed: StoryObj = { render: () => portal(failingAdapter()) };
export const WaitingForAnAdapter: StoryObj = { render: () => portal(undefined) };
export const Narrow: StoryObj = { render: () => narrow(portal(adapterFor('mid-month'), 'users')) };
export const Dark: StoryObj = { render: () => dark(portal(adapterFor('mid-month'))) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(portal(adapterFor('mid-month'), 'subscriptions')) };

export const OwnTab: StoryObj = {
  render: () =>
    html`<billing-portal .adapter=${adapterFor('mid-month')} tab="taxes">
      <p slot="tab-taxes" data-label="Tax documents"><bdi>Form W-9 is filed for 2026.</bdi></p>
    </billing-portal>`,
};

export const HeaderAndFooter: StoryObj = {
  render: () =>
    html`<billing-portal .adapter=${adapterFor('over-allowance')}>
      <h1 slot="header">Billing</h1>
      <p slot="footer"><bdi>Questions? Write to billing@example.com.</bdi></p>
    </billing-portal>`,
};

export const OwnLayout: StoryObj = {
  render: () =>
    html`<billing-portal .adapter=${adapterFor('trial-ended')}>
      <main style="max-inline-size: 480px"><next-invoice></next-invoice></main>
    </billing-portal>`,
};
