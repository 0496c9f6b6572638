import {
  subscriptionSchema,
  type AgreedChange,
  type ChangeKind,
  type Resource,
  type Subscription,
  type UnquotedChange,
} from '../../api/index.js';
import { answerOf } from '../reads/read.js';
import { itemIs } from './patch.js';
import type { Write } from './write.js';

/** A change of a subscription that the user has agreed to, by its quote where there is one. */
export interface Commitment {
  readonly subscription: string;
  readonly agreed: AgreedChange | UnquotedChange;
}

/** A change that has not taken effect yet, and that shall not. */
export interface Withdrawal {
  readonly subscription: string;
  readonly kind: ChangeKind;
}

const commit = (resource: Resource): Write<Commitment, Subscription> => ({
  method: 'changeSubscription',
  resource,
  about: ['subscriptions'],
  changes: ['subscriptions', 'invoices'],
  send: async (adapter, { subscription, agreed }, options) =>
    answerOf(subscriptionSchema, adapter.changeSubscription?.(subscription, agreed, options), 'changeSubscription'),
  patch: (output, _, seen) => itemIs(output, seen),
});

/** Commits to a change of plan, a cancellation, a pause or its end. `ifVersion` is the subscription's. */
export const changeSubscription: Write<Commitment, Subscription> = commit('subscriptions');

/** Commits to a change of add-ons. `ifVersion` is the subscription's. */
export const changeAddOns: Write<Commitment, Subscription> = commit('add-ons');

const withdraw = (resource: Resource): Write<Withdrawal, Subscription> => ({
  method: 'undoScheduledChange',
  resource,
  about: ['subscriptions'],
  changes: ['subscriptions', 'invoices'],
  send: async (adapter, { subscription, kind }, options) =>
    answerOf(subscriptionSchema, adapter.undoScheduledChange?.(subscription, kind, options), 'undoScheduledChange'),
  patch: (output, _, seen) => itemIs(output, seen),
});

/** Takes back a change of plan, a cancellation, a pause or its end. `ifVersion` is the subscription's. */
export const undoChange: Write<Withdrawal, Subscription> = withdraw('subscriptions');

/** Takes back the end of add-ons. `ifVersion` is the subscription's. */
export const undoAddOns: Write<Withdrawal, Subscription> = withdraw('add-ons');
