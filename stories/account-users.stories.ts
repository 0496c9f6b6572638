import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import '../src/define/account-users.js';
import { adapterFor, failingAdapter, silentAdapter, staleAdapter, unsupportedAdapter } from './adapters.js';
import { dark, narrow, rightToLeft } from './frames.js';
import { pressing, type Step } from './pressing.js';

const meta: Meta = { title: 'Account users', component: 'account-users' };
export default meta;

const element = (adapter: BillingAdapter | undefined): TemplateResult =>
  html`<account-users .adapter=${adapter}></account-users>`;
const show = (adapter: () => BillingAdapter | undefined): StoryObj => ({ render: () => element(adapter()) });
const pressed = (adapter: () => BillingAdapter, ...steps: readonly Step[]): StoryObj => ({
  render: () => pressing(element(adapter()), ...steps),
});
const midMonth = (): BillingAdapter => adapterFor('mid-month');
const never = (): Promise<never> => new Promise(() => {});
const lastAdmin = (): BillingAdapter =>
  adapterFor('mid-month', {
    removeMember: () => Promise.reject(new BillingError('conflict', 'The story has it so.', { code: 'last-admin' })),
  });

export const MidMonth = show(midMonth);
export const Inviting = pressed(midMonth, /Invite user/);
export const Editing = pressed(midMonth, /Edit \W*Ben Castellano/);
export const EmailTaken = pressed(midMonth, /Edit \W*Ben/, ['email', 'lou@harborside.example'], /^Save$/);
export const Saving = pressed(() => adapterFor('mid-month', { saveMember: never }), /Edit \W*Ben/, /^Save$/);
export const SentAgain = pressed(midMonth, /Send again/);
export const SendingAgain = pressed(() => adapterFor('mid-month', { resendInvitation: never }), /Send again/);
export const Removing = pressed(midMonth, /Remove \W*Ben Castellano/);
export const RemovalRefused = pressed(lastAdmin, /^Remove \W*Ben Castellano/, /^\s*Remove \W*Ben Castellano\W*$/);
export const Nobody = show(() =>
  adapterFor('mid-month', { listMembers: () => Promise.resolve({ items: [], next: null }) }),
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
