import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError } from '../src/api/index.js';
import '../src/define/payment-methods.js';
import { failingAdapter, silentAdapter, staleAdapter, unsupportedAdapter } from './adapters.js';
import { dark, narrow, rightToLeft } from './frames.js';
import {
  cards,
  counter,
  expiring,
  FILLED,
  filed,
  filledIn,
  hostile,
  otherKinds,
  readOnly,
  withoutBackups,
  type Counter,
} from './payment-methods.data.js';
import { pressing, type Step } from './pressing.js';

const meta: Meta = { title: 'Payment methods', component: 'payment-methods' };
export default meta;

const element = ({ adapter, vaults }: Partial<Counter>, patience = 30_000): TemplateResult =>
  html`<payment-methods .adapter=${adapter} .vaults=${vaults ?? []} .vaultTimeout=${patience}></payment-methods>`;
const show = (of: () => Partial<Counter>): StoryObj => ({ render: () => element(of()) });
const pressed = (of: () => Partial<Counter>, steps: readonly Step[], patience?: number): StoryObj => ({
  render: () => pressing(element(of(), patience), ...steps),
});

const add = /^Add payment method$/;
const never = (): Promise<never> => new Promise(() => {});
const refuses = (kind: 'conflict' | 'stale-version' | 'outcome-unknown', code?: string) => (): Promise<never> =>
  Promise.reject(new BillingError(kind, 'The story has it so.', code === undefined ? {} : { code }));

export const Three = show(() => counter());
export const One = show(() => filed(cards(1)));
export const Many = show(() => filed(cards(8)));
export const None = show(() => counter('nothing-yet'));
export const Expiring = show(() => filed(expiring));
export const OtherKinds = show(() => filed(otherKinds));
export const Hostile = show(() => filed(hostile));
export const WithoutBackups = show(withoutBackups);
export const ReadOnly = show(readOnly);
export const WithoutVault = show(() => ({ ...counter(), vaults: [] }));
export const Loading = show(() => ({ adapter: silentAdapter() }));
export const Failed = show(() => ({ adapter: failingAdapter() }));
export const Stale = show(() => ({ adapter: staleAdapter() }));
export const Unsupported = show(() => ({ adapter: unsupportedAdapter() }));
export const WaitingForAnAdapter = show(() => ({}));
export const OrderPending = pressed(() => counter('mid-month', { setPaymentRoles: never }), [/^Make default/]);
export const OrderRefused = pressed(
  () => counter('mid-month', { setPaymentRoles: refuses('stale-version') }),
  [/^Make default/],
);
export const Adding = pressed(() => counter(), [add]);
export const AddingTheFirst = pressed(() => counter('nothing-yet'), [add]);
export const AddingIncomplete = pressed(() => counter(), [add, /^Verify my card$/]);
export const AddingVerified = pressed(() => filledIn('test_mastercard_ok'), FILLED);
export const AddingDeclined = pressed(() => filledIn('test_visa_declined'), FILLED);
export const AddingPostalMismatch = pressed(() => filledIn('test_visa_postal_fail'), FILLED);
export const AddingLoading = pressed(() => counter('mid-month', {}, { isSilent: true }), [add]);
export const AddingTimedOut = pressed(() => counter('mid-month', {}, { isSilent: true }), [add], 1);
export const AddingRefused = pressed(() => counter('mid-month', { createSetupSession: refuses('conflict') }), [add]);
export const RemovingADefault = pressed(() => counter(), [/^Remove Visa/]);
export const RemovingABackup = pressed(() => counter(), [/^Remove Mastercard/]);
export const RemovingTheLast = pressed(() => filed(cards(1)), [/^Remove Visa/]);
export const RemovalRefused = pressed(
  () => ({
    ...filed(cards(1)),
    adapter: { ...filed(cards(1)).adapter, removePaymentMethod: refuses('conflict', 'open-balance') },
  }),
  [/^Remove Visa/, /^Remove$/],
);
export const Narrow: StoryObj = { render: () => narrow(element(counter())) };
export const Dark: StoryObj = { render: () => dark(element(counter())) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(element(counter())) };
