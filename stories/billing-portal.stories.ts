import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/billing-portal.js';
import { adapterFor } from './adapters.js';

const meta: Meta = { title: 'Billing portal', component: 'billing-portal' };
export default meta;

export const Page: StoryObj = {
  render: () => html`<billing-portal .adapter=${adapterFor('mid-month')}></billing-portal>`,
};

export const HeaderAndFooter: StoryObj = {
  render: () =>
    html`<billing-portal .adapter=${adapterFor('over-allowance')}>
      <h1 slot="header">Billing</h1>
      <p slot="footer">Questions? Write to billing@example.com.</p>
    </billing-portal>`,
};

export const OwnLayout: StoryObj = {
  render: () =>
    html`<billing-portal .adapter=${adapterFor('trial-ended')}>
      <main style="max-inline-size: 480px"><next-invoice></next-invoice></main>
    </billing-portal>`,
};
