import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import '../src/define/plan-picker.js';
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
import { declining, hostile, manyPlans, offering, quoting, yearly } from './plan-picker.data.js';
import { pressing } from './pressing.js';

const meta: Meta = { title: 'Plan picker', component: 'plan-picker' };
export default meta;

const element = (adapter: BillingAdapter | undefined, view: 'cards' | 'table' = 'cards'): TemplateResult =>
  html`<plan-picker .adapter=${adapter} .view=${view}></plan-picker>`;
const show = (adapter: () => BillingAdapter | undefined, view?: 'cards' | 'table'): StoryObj => ({
  render: () => element(adapter(), view),
});
const pressed = (adapter: () => BillingAdapter, ...names: readonly RegExp[]): StoryObj => ({
  render: () => pressing(element(adapter()), ...names),
});

const up = /Upgrade to \W*500 minutes/;
const down = /Change to \W*100 minutes/;
const midMonth = (): BillingAdapter => adapterFor('mid-month');
const never = (): Promise<never> => new Promise(() => {});
const refusing = (kind: 'validation' | 'unavailable', code?: string): BillingAdapter =>
  adapterFor('mid-month', {
    previewChange: () => Promise.reject(new BillingError(kind, 'The story has it so.', code ? { code } : {})),
  });
const inAMinute = ({ madeFor }: { readonly madeFor: string }, seconds: number): string =>
  `${new Date(Date.parse(madeFor) + seconds * 1000).toISOString().slice(0, 19)}Z`;

export const MidMonth = show(midMonth);
export const AsTable = show(midMonth, 'table');
export const Trial = show(() => adapterFor('nothing-yet'));
export const OverTheAllowance = show(() => adapterFor('over-allowance'));
export const Scheduled = pressed(midMonth, down, /on December 1/);
export const Ending = show(() => subscribed({ status: 'cancelled', end: '2026-12-01' }));
export const Paused = show(() => subscribed({ status: 'paused' }));
export const RetiredButCurrent = show(() =>
  subscribed(({ plan }) => ({ plan: { ...plan, id: 'old', status: 'retired' } })),
);
export const AnotherCurrency = show(() =>
  offering((plans) => plans.map((plan, index) => (index === 4 ? { ...plan, currency: 'EUR' } : plan))),
);
export const ByTheYear = pressed(midMonth, /By the year/);
export const PaidYearly = show(() => subscribed(yearly));
export const ToAYear = pressed(midMonth, /By the year/, /Change to 220 minutes, paid yearly/);
export const ManyPlans = show(() => offering((plans) => manyPlans(plans, 16)));
export const HostileNames = show(() => offering(hostile));
export const NoPlans = show(() => offering(() => []));
export const NoSubscription = show(planlessAdapter);
export const ReadOnly = show(() => adapterFor('read-only'));
export const UsageFailed = show(() => adapterFor('mid-month', { getUsage: fails }));
export const Loading = show(silentAdapter);
export const Failed = show(failingAdapter);
export const Unsupported = show(unsupportedAdapter);
export const Stale = show(staleAdapter);
export const WaitingForAnAdapter = show(() => undefined);
export const HowAnAmountIsMade = pressed(midMonth, /At this usage/);
export const HowTheMonthsAreMade = pressed(midMonth, /Last 6 months/);
export const Upgrade = pressed(midMonth, up);
export const Downgrade = pressed(midMonth, down);
export const UpgradeInATrial = pressed(() => adapterFor('nothing-yet'), /Upgrade to \W*100 minutes/);
export const QuoteLoading = pressed(() => adapterFor('mid-month', { previewChange: never }), up);
export const QuoteFailed = pressed(() => refusing('unavailable'), up);
export const QuoteRefused = pressed(() => refusing('validation', 'plan-retired'), up);
export const QuoteRunningOut = pressed(() => quoting((quote) => ({ validUntil: inAMinute(quote, 60) })), up);
export const QuoteRanOut = pressed(() => quoting(({ madeFor }) => ({ validUntil: madeFor })), up);
export const PaymentDeclined = pressed(declining, up, /and pay/);
export const WaitingForTheCommit = pressed(() => adapterFor('mid-month', { changeSubscription: never }), up, /and pay/);
export const Narrow: StoryObj = { render: () => narrow(element(midMonth())) };
export const NarrowTable: StoryObj = { render: () => narrow(element(midMonth(), 'table')) };
export const Dark: StoryObj = { render: () => dark(element(midMonth())) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(element(midMonth())) };
