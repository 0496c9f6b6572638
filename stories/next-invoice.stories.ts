import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { BillingAdapter } from '../src/api/index.js';
import '../src/define/next-invoice.js';
import {
  adapterFor,
  failingAdapter,
  planlessAdapter,
  silentAdapter,
  staleAdapter,
  unsupportedAdapter,
} from './adapters.js';
import { dark, narrow, rightToLeft } from './frames.js';

const meta: Meta = { title: 'Next invoice', component: 'next-invoice' };
export default meta;

const element = (adapter: BillingAdapter | undefined): TemplateResult =>
  html`<next-invoice .adapter=${adapter}></next-invoice>`;
const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({ render: () => element(adapter()) });

export const MidMonth = show(() => adapterFor('mid-month'));
export const FirstInvoice = show(() => adapterFor('trial-ended'));
export const OverTheAllowance = show(() => adapterFor('over-allowance'));
export const Loading = show(silentAdapter);
export const Failed = show(failingAdapter);
export const Empty = show(planlessAdapter);
export const Unsupported = show(unsupportedAdapter);
export const Stale = show(staleAdapter);
export const WaitingForAnAdapter = show(() => undefined);
export const Narrow: StoryObj = { render: () => narrow(element(adapterFor('over-allowance'))) };
export const Dark: StoryObj = { render: () => dark(element(adapterFor('mid-month'))) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(element(adapterFor('mid-month'))) };
