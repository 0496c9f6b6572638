import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import '../src/define/add-ons.js';
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
import { hostileAddOns, offeringAddOns, subscribedTwice } from './add-ons.data.js';
import { dark, narrow, rightToLeft } from './frames.js';
import { quoting } from './plan-picker.data.js';
import { pressing } from './pressing.js';

const meta: Meta = { title: 'Add-ons', component: 'add-ons' };
export default meta;

const element = (adapter: BillingAdapter | undefined): TemplateResult => html`<add-ons .adapter=${adapter}></add-ons>`;
const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({ render: () => element(adapter()) });
const pressed = (adapter: () => BillingAdapter, ...names: readonly RegExp[]): StoryObj => ({
  render: () => pressing(element(adapter()), ...names),
});

const buy = /^Buy \W*(Live Call|On-Call)\W*$/;
const cancel = /^Cancel \W*On-Call\W*$/;
const undo = /Undo/;
const midMonth = (): BillingAdapter => adapterFor('mid-month');
const never = (): Promise<never> => new Promise(() => {});
const refuse = (): Promise<never> =>
  Promise.reject(new BillingError('validation', 'The story has it so.', { code: 'no-change' }));
const queue = { id: 'queue-voicemail', name: 'Queue Voicemail', fee: '10.00' };

export const MidMonth = show(midMonth);
export const Trial = show(() => adapterFor('nothing-yet'));
export const Ending = pressed(midMonth, cancel, /Cancel \W*On-Call\W* on December 1/);
export const Coming = show(() =>
  subscribed(({ addOns }) => ({ scheduledAddOns: { addOns: [...addOns, queue], on: '2026-12-01' } })),
);
export const NoLongerSold = show(() => offeringAddOns((addOns) => addOns.slice(1)));
export const SeveralSubscriptions = show(subscribedTwice);
export const SubscriptionEnding = show(() => subscribed({ status: 'cancelled', end: '2026-12-01' }));
export const SubscriptionPaused = show(() => subscribed({ status: 'paused' }));
export const HostileNames = show(() => offeringAddOns(hostileAddOns));
export const NothingOnOffer = show(() =>
  adapterFor('mid-month', {
    listSubscriptions: async () => {
      const { items } = await midMonth().listSubscriptions();
      return { items: items.map((each) => ({ ...each, addOns: [] })), next: null };
    },
    listAddOns: () => Promise.resolve({ items: [], next: null }),
  }),
);
export const NoSubscription = show(planlessAdapter);
export const ReadOnly = show(() => adapterFor('read-only'));
export const Loading = show(silentAdapter);
export const Failed = show(failingAdapter);
export const Unsupported = show(unsupportedAdapter);
export const Stale = show(staleAdapter);
export const WaitingForAnAdapter = show(() => undefined);
export const Buy = pressed(midMonth, buy);
export const BuyWithoutTheTerms = pressed(midMonth, buy, /and pay/);
export const BuyInATrial = pressed(() => adapterFor('nothing-yet'), buy);
export const BuyWithoutUsage = pressed(() => adapterFor('mid-month', { getUsage: fails }), buy);
export const Cancel = pressed(midMonth, cancel);
export const QuoteLoading = pressed(() => adapterFor('mid-month', { previewChange: never }), buy);
export const QuoteFailed = pressed(() => adapterFor('mid-month', { previewChange: fails }), buy);
export const QuoteRefused = pressed(() => adapterFor('mid-month', { previewChange: refuse }), buy);
export const QuoteRanOut = pressed(() => quoting(({ madeFor }) => ({ validUntil: madeFor })), buy);
export const WorkedOutAnew = pressed(
  () =>
    adapterFor('mid-month', {
      changeSubscription: () => Promise.reject(new BillingError('preview-expired', 'The story has it so.')),
    }),
  cancel,
  /Cancel \W*On-Call\W* on December 1/,
);
export const WaitingForTheCommit = pressed(
  () => adapterFor('mid-month', { changeSubscription: never }),
  cancel,
  /Cancel \W*On-Call\W* on December 1/,
);
export const UndoFailed = pressed(
  () => adapterFor('mid-month', { undoScheduledChange: fails }),
  cancel,
  /Cancel \W*On-Call\W* on December 1/,
  undo,
);
export const Narrow: StoryObj = { render: () => narrow(element(midMonth())) };
export const Dark: StoryObj = { render: () => dark(element(midMonth())) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(element(midMonth())) };
