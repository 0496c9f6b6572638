import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import '../src/define/subscription-list.js';
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
import { subscribedTwice } from './add-ons.data.js';
import { dark, narrow, rightToLeft } from './frames.js';
import { quoting } from './plan-picker.data.js';
import { pressing } from './pressing.js';

const meta: Meta = { title: 'Subscription list', component: 'subscription-list' };
export default meta;

const element = (adapter: BillingAdapter | undefined): TemplateResult =>
  html`<subscription-list .adapter=${adapter}></subscription-list>`;
const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({ render: () => element(adapter()) });
const pressed = (adapter: () => BillingAdapter, ...names: readonly RegExp[]): StoryObj => ({
  render: () => pressing(element(adapter()), ...names),
});

const [cancel, pause, resume] = [/^Cancel \W*Phone/, /^Pause \W*Phone/, /^Resume \W*Phone/];
const [cancelIt, pauseIt] = [/Cancel on December 1/, /Pause on December 1/];
const midMonth = (): BillingAdapter => adapterFor('mid-month');
const resting = (): BillingAdapter => subscribed({ status: 'paused', pause: { from: '2026-11-01', until: null } });
const never = (): Promise<never> => new Promise(() => {});
const refuse = (): Promise<never> =>
  Promise.reject(new BillingError('conflict', 'The story has it so.', { code: 'cancelled' }));

export const MidMonth = show(midMonth);
export const Trial = show(() => adapterFor('nothing-yet'));
export const PastDue = show(() => adapterFor('past-due'));
export const SeveralSubscriptions = show(subscribedTwice);
export const Ending = pressed(midMonth, cancel, cancelIt);
export const Pausing = pressed(midMonth, pause, pauseIt);
export const Paused = show(resting);
export const PausedUntil = show(() =>
  subscribed({ status: 'paused', pause: { from: '2026-11-01', until: '2027-02-01' } }),
);
export const ChangingPlan = show(() =>
  subscribed(({ plan }) => ({
    scheduledChange: { plan: { ...plan, id: 'other', name: '100 minutes' }, on: '2026-12-01' },
  })),
);
export const AnotherStatus = show(() => subscribed({ status: 'under-review' }));
export const WithoutHistory = show(() => subscribed({ history: [] }));
export const HostileNames = show(() =>
  subscribed({ product: `<img src=x onerror=alert(1)> \u202e${'long '.repeat(20)}${'unbroken'.repeat(10)}` }),
);
export const OnlyPrevious = show(() => subscribed({ status: 'ended', end: '2026-11-01' }));
export const NoSubscription = show(planlessAdapter);
export const ReadOnly = show(() => adapterFor('read-only'));
export const NothingCanBeChanged = show(() =>
  adapterFor('mid-month', {
    capabilities: async () => ({ ...(await midMonth().capabilities()), features: {} }),
  }),
);
export const Loading = show(silentAdapter);
export const Failed = show(failingAdapter);
export const Unsupported = show(unsupportedAdapter);
export const Stale = show(staleAdapter);
export const WaitingForAnAdapter = show(() => undefined);
export const Cancel = pressed(midMonth, cancel);
export const CancelATrial = pressed(() => adapterFor('nothing-yet'), cancel);
export const Pause = pressed(midMonth, pause);
export const Resume = pressed(
  () =>
    adapterFor('mid-month', {
      listSubscriptions: (query) => resting().listSubscriptions(query),
      previewChange: async (_, change) => {
        const [first] = (await midMonth().listSubscriptions()).items;
        const quote = await midMonth().previewChange?.(first?.id ?? '', { kind: 'pause', until: null });
        if (!quote) throw new TypeError('there is no quote');
        return { ...quote, change, recurring: quote.recurringBefore, recurringBefore: quote.recurring, notes: [] };
      },
    }),
  resume,
);
export const QuoteLoading = pressed(() => adapterFor('mid-month', { previewChange: never }), cancel);
export const QuoteFailed = pressed(() => adapterFor('mid-month', { previewChange: fails }), cancel);
export const QuoteRefused = pressed(() => adapterFor('mid-month', { previewChange: refuse }), cancel);
export const QuoteRanOut = pressed(() => quoting(({ madeFor }) => ({ validUntil: madeFor })), cancel);
export const WorkedOutAnew = pressed(
  () =>
    adapterFor('mid-month', {
      changeSubscription: () => Promise.reject(new BillingError('preview-expired', 'The story has it so.')),
    }),
  cancel,
  cancelIt,
);
export const WaitingForTheCommit = pressed(
  () => adapterFor('mid-month', { changeSubscription: never }),
  cancel,
  cancelIt,
);
export const UndoFailed = pressed(
  () => adapterFor('mid-month', { undoScheduledChange: fails }),
  cancel,
  cancelIt,
  /Undo/,
);
export const Narrow: StoryObj = { render: () => narrow(element(midMonth())) };
export const Dark: StoryObj = { render: () => dark(element(midMonth())) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(element(midMonth())) };
