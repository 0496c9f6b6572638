import {
  paymentMethodPageSchema,
  setupSessionSchema,
  type NewPaymentMethod,
  type PaymentMethod,
  type PaymentRoles,
  type SetupSession,
  type VersionedPage,
} from '../../api/index.js';
import { answerOf } from '../reads/read.js';
import { wholeIs } from './patch.js';
import type { Write } from './write.js';

/** All methods on file, as they are after a change. */
type Methods = VersionedPage<PaymentMethod>;

/** A method that goes, and the one that becomes the default where it was that. */
export interface MethodRemoval {
  readonly method: string;
  readonly replacement: string | null;
}

/** Opens a session for a vault, to put one method on file. What it answers stays in memory. */
export const createSetupSession: Write<string, SetupSession> = {
  method: 'createSetupSession',
  resource: 'payment-methods',
  changes: [],
  momentary: true,
  send: async (adapter, vault, options) =>
    answerOf(setupSessionSchema, adapter.createSetupSession?.(vault, options), 'createSetupSession'),
};

const ofMethods = {
  resource: 'payment-methods',
  about: ['payment-methods'],
  changes: ['payment-methods'],
  patch: (now: Methods, _: unknown, seen: string | undefined) => wholeIs(now, seen),
} as const;

/** Puts a verified method on file. */
export const attachPaymentMethod: Write<NewPaymentMethod, Methods> = {
  ...ofMethods,
  method: 'attachPaymentMethod',
  send: async (adapter, method, options) =>
    answerOf(paymentMethodPageSchema, adapter.attachPaymentMethod?.(method, options), 'attachPaymentMethod'),
};

/** Says which method is charged first, and which ones after it. `ifVersion` is the list's. */
export const setPaymentRoles: Write<PaymentRoles, Methods> = {
  ...ofMethods,
  method: 'setPaymentRoles',
  send: async (adapter, roles, options) =>
    answerOf(paymentMethodPageSchema, adapter.setPaymentRoles?.(roles, options), 'setPaymentRoles'),
};

/** Takes a method off file. `ifVersion` is the list's. */
export const removePaymentMethod: Write<MethodRemoval, Methods> = {
  ...ofMethods,
  method: 'removePaymentMethod',
  send: async (adapter, { method, replacement }, options) =>
    answerOf(
      paymentMethodPageSchema,
      adapter.removePaymentMethod?.(method, replacement, options),
      'removePaymentMethod',
    ),
};
