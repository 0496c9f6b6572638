import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import '../src/define/billing-contacts.js';
import { adapterFor, failingAdapter, fails, silentAdapter, staleAdapter, unsupportedAdapter } from './adapters.js';
import { dark, narrow, rightToLeft } from './frames.js';
import { pressing, type Step } from './pressing.js';

const meta: Meta = { title: 'Billing contacts', component: 'billing-contacts' };
export default meta;

const element = (adapter: BillingAdapter | undefined): TemplateResult =>
  html`<billing-contacts .adapter=${adapter}></billing-contacts>`;
const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({ render: () => element(adapter()) });
const pressed = (adapter: () => BillingAdapter, ...steps: readonly Step[]): StoryObj => ({
  render: () => pressing(element(adapter()), ...steps),
});
const midMonth = (): BillingAdapter => adapterFor('mid-month');
const edit = /Edit \W*Priya Raman/;
const save = /^Save$/;
const refusing = (kind: 'unavailable' | 'conflict'): BillingAdapter =>
  adapterFor('mid-month', { removeContact: () => Promise.reject(new BillingError(kind, 'The story has it so.')) });

export const MidMonth = show(midMonth);
export const Adding = pressed(midMonth, /Add contact/);
export const Editing = pressed(midMonth, edit);
export const NotFilledInRight = pressed(midMonth, edit, ['email', 'nobody'], ['phone', '12'], save);
export const Saving = pressed(() => adapterFor('mid-month', { saveContact: () => new Promise(() => {}) }), edit, save);
export const Refused = pressed(() => adapterFor('mid-month', { saveContact: fails }), edit, save);
export const Removed = pressed(midMonth, /Remove \W*Priya Raman/);
export const RemovalRefused = pressed(() => refusing('conflict'), /Remove \W*Priya Raman/);
export const Nobody = show(() =>
  adapterFor('mid-month', { listContacts: () => Promise.resolve({ items: [], next: null }) }),
);
export const ReadOnly = show(() => adapterFor('read-only'));
export const Failed = show(failingAdapter);
export const Stale = show(staleAdapter);
export const Loading = show(silentAdapter);
export const Waiting = show(() => undefined);
export const Unsupported = show(unsupportedAdapter);
export const Narrow: StoryObj = { render: () => narrow(element(midMonth())) };
export const Dark: StoryObj = { render: () => dark(element(midMonth())) };
export const RightToLeft: StoryObj = { render: () => rightToLeft(element(midMonth())) };
