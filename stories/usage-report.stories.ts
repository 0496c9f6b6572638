import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { BillingAdapter } from '../src/api/index.js';
import '../src/define/usage-report.js';
import { adapterFor, failingAdapter, fails, silentAdapter, staleAdapter, unsupportedAdapter } from './adapters.js';
import { dark, narrow, rightToLeft } from './frames.js';
import { busyAdapter } from './usage-report.data.js';

const meta: Meta = { title: 'Usage report', component: 'usage-report' };
export default meta;

interface Shown {
  readonly month?: string;
  readonly open?: boolean;
}

const report = (adapter: BillingAdapter | undefined, { month = '', open = false }: Shown = {}): TemplateResult =>
  html`<usage-report .adapter=${adapter} month=${month} ?show-records=${open}></usage-report>`;
const show = (adapter: () => BillingAdapter | undefined, shown: Shown = {}): StoryObj => ({
  render: () => report(adapter(), shown),
});

/** As somebody has left it who looks for a caller that never called. */
const lookForNobody = (element: Element | undefined): void => {
  if (!element) return;
  const search = element.shadowRoot?.querySelector<HTMLInputElement>('#search');
  if (!search) return void requestAnimationFrame(() => lookForNobody(element));
  search.value = 'nobody at all';
  search.dispatchEvent(new InputEvent('input'));
};

export const ThisMonth = show(() => adapterFor('mid-month'));
export const ThisMonthWithRecords = show(() => adapterFor('mid-month'), { open: true });
export const PastMonth = show(() => adapterFor('mid-month'), { month: '2026-10' });
export const PastMonthWithRecords = show(() => adapterFor('mid-month'), { month: '2026-10', open: true });
export const PastMonthWithoutUsage = show(
  () =>
    adapterFor('mid-month', {
      getUsage: (subscription, { period }) =>
        Promise.resolve({ subscription, period, asOf: '2026-11-18T15:00:00Z', days: [] }),
    }),
  { month: '2026-10' },
);
export const OverTheAllowance = show(() => adapterFor('over-allowance'), { open: true });
export const InTrial = show(() => adapterFor('trial-ended'));
export const NothingYet = show(() => adapterFor('nothing-yet'));
export const HundredThousand = show(busyAdapter, { open: true });
export const FilteredToNone: StoryObj = {
  render: () =>
    html`<usage-report ${ref(lookForNobody)} .adapter=${adapterFor('mid-month')} show-records></usage-report>`,
};
export const RecordsFailed = show(() => adapterFor('mid-month', { listUsageColumns: fails, listUsageRecords: fails }), {
  open: true,
});
export const WithoutRecords = show(() =>
  adapterFor('mid-month', {
    capabilities: () => {
      const access = { read: true, write: false, reason: '' };
      return Promise.resolve({ subscriptions: access, plans: access, usage: access });
    },
  }),
);
export const Loading = show(silentAdapter);
export const WaitingForAnAdapter = show(() => undefined);
export const Failed = show(failingAdapter);
export const Stale = show(staleAdapter);
export const Unsupported = show(unsupportedAdapter);
export const Narrow: StoryObj = { render: () => narrow(report(adapterFor('mid-month'), { open: true })) };
export const Dark: StoryObj = { render: () => dark(report(adapterFor('mid-month'), { open: true })) };
export const RightToLeft: StoryObj = {
  render: () => rightToLeft(report(adapterFor('mid-month'), { open: true })),
};
