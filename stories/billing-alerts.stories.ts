import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError, type AlertPreferences, type BillingAdapter } from '../src/api/index.js';
import '../src/define/billing-alerts.js';
import { adapterFor, failingAdapter, fails, silentAdapter, staleAdapter, unsupportedAdapter } from './adapters.js';
import { dark, narrow, rightToLeft } from './frames.js';
import { pressing } from './pressing.js';

const meta: Meta = { title: 'Alerts', component: 'billing-alerts' };
export default meta;

const element = (adapter: BillingAdapter | undefined): TemplateResult =>
  html`<billing-alerts .adapter=${adapter}></billing-alerts>`;
const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({ render: () => element(adapter()) });
const pressed = (adapter: () => BillingAdapter, ...names: readonly RegExp[]): StoryObj => ({
  render: () => pressing(element(adapter()), ...names),
});
const midMonth = (): BillingAdapter => adapterFor('mid-month');

/** Other choices than the account's own. */
function choosing(change: (before: AlertPreferences) => Partial<AlertPreferences>): BillingAdapter {
  const adapter = midMonth();
  return adapterFor('mid-month', {
    getAlertPreferences: async (options) => {
      const before = (await adapter.getAlertPreferences?.(options)) as AlertPreferences;
      return { ...before, ...change(before) };
    },
  });
}

const amounts: AlertPreferences['thresholds'] = [
  { id: 'thr_cost', measure: 'amount', at: '380', subscription: null, charge: null },
  { id: 'thr_used', measure: 'quantity', at: '250', subscription: 'sub_answering', charge: 'operator' },
  { id: 'thr_none', measure: 'allowance-percent', at: '50', subscription: 'sub_answering', charge: 'patched' },
];

export const MidMonth = show(midMonth);
export const Amounts = show(() => choosing(() => ({ thresholds: amounts })));
export const Adding = pressed(midMonth, /Add threshold/);
export const Removed = pressed(midMonth, /Remove threshold 2/);
export const NotSaved = pressed(() => adapterFor('mid-month', { saveAlertPreferences: fails }), /Remove threshold 2/);
export const ChangedElsewhere = pressed(
  () =>
    adapterFor('mid-month', {
      saveAlertPreferences: () => Promise.reject(new BillingError('stale-version', 'The story has it so.')),
    }),
  /^Snooze$/,
);
export const Snoozed = show(() => choosing(() => ({ snoozedUntil: '2026-11-25T05:00:00Z' })));
export const Off = show(() => choosing(() => ({ enabled: false })));
export const NothingChosen = show(() =>
  choosing(({ choices }) => ({ thresholds: [], choices: choices.map(({ kind }) => ({ kind, channels: [] })) })),
);
export const UnknownKinds = show(() =>
  choosing(({ choices }) => ({
    phone: '',
    choices: [...choices, { kind: 'quota-lent', channels: ['phone'] }],
    thresholds: [{ id: 'thr_new', measure: 'calls-a-day', at: '12', subscription: null, charge: null }],
  })),
);
export const NoPastUsage = show(() => adapterFor('mid-month', { getUsage: fails }));
export const FirstDay = show(() => adapterFor('nothing-yet'));
export const ReadOnly = show(() => adapterFor('read-only'));
export const Failed = show(failingAdapter);
export const Stale = show(staleAdapter);
export const Loading = show(silentAdapter);
export const Waiting = show(() => undefined);
export const Unsupported = show(unsupportedAdapter);
export const Narrow: StoryObj = { render: () => narrow(element(midMonth())) };
export const Dark: StoryObj = { render: () => dark(element(midMonth())) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(element(midMonth())) };
