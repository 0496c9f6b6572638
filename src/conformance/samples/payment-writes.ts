import {
  paymentMethodPageSchema,
  paymentOutcomeSchema,
  setupSessionSchema,
  type PaymentRoles,
} from '../../api/index.js';
import { defaultOf, methodsOf, VERIFY, verifiedMethod } from './payments.js';
import { oneMore } from './subscriptions.js';
import { sampleWrite, type SampleWrite } from './write.js';

/** Pays what is due on an invoice. */
const pay = sampleWrite({
  name: 'pay-invoice',
  needs: ['payInvoice', 'features.payInvoice', 'getInvoice', 'facts.unpaidInvoice', 'facts.otherMethod'],
  answer: paymentOutcomeSchema,
  versioned: false,
  prepare: async ({ adapter, facts }) => {
    const { amountDue } = await adapter.getInvoice(facts.unpaidInvoice);
    const payment = { method: facts.otherMethod, amount: amountDue };
    const other = { ...payment, amount: oneMore(amountDue) };
    return {
      state: () => adapter.getInvoice(facts.unpaidInvoice),
      send: (options) => adapter.payInvoice(facts.unpaidInvoice, payment, options),
      sendOther: (options) => adapter.payInvoice(facts.unpaidInvoice, other, options),
    };
  },
});

/** Begins a setup. A session is listed nowhere; that it is the same one shows in the answer. */
const createSession = sampleWrite({
  name: 'create-setup-session',
  needs: ['createSetupSession', 'facts.vault'],
  answer: setupSessionSchema,
  versioned: false,
  prepare: ({ adapter, facts }) =>
    Promise.resolve({
      state: () => Promise.resolve(null),
      send: (options) => adapter.createSetupSession(facts.vault, options),
      sendOther: (options) => adapter.createSetupSession('another-vault', options),
    }),
});

/** Puts a verified method on file as a back-up; the other payload makes it the default. */
const attach = sampleWrite({
  name: 'attach-method',
  needs: ['attachPaymentMethod', 'listPaymentMethods', ...VERIFY],
  answer: paymentMethodPageSchema,
  versioned: false,
  prepare: async (kit) => {
    const method = await verifiedMethod(kit);
    return {
      state: () => methodsOf(kit),
      send: (options) => kit.adapter.attachPaymentMethod(method, options),
      sendOther: (options) => kit.adapter.attachPaymentMethod({ ...method, role: 'default' }, options),
    };
  },
});

/** Makes another method the default; the other payload leaves all as it is. */
const setRoles = sampleWrite({
  name: 'set-roles',
  needs: ['setPaymentRoles', 'listPaymentMethods', 'facts.otherMethod', 'features.backups'],
  answer: paymentMethodPageSchema,
  versioned: true,
  prepare: async (kit) => {
    const list = await methodsOf(kit);
    const rolesWith = (first: string): PaymentRoles => ({
      default: first,
      backups: list.items.map(({ id }) => id).filter((id) => id !== first),
    });
    const [roles, other] = [rolesWith(kit.facts.otherMethod), rolesWith(defaultOf(list).id)];
    return {
      version: list.version,
      state: () => methodsOf(kit),
      send: (options) => kit.adapter.setPaymentRoles(roles, options),
      sendOther: (options) => kit.adapter.setPaymentRoles(other, options),
    };
  },
});

/** Removes a method that is not the default; the other payload removes the default. */
const remove = sampleWrite({
  name: 'remove-method',
  needs: ['removePaymentMethod', 'listPaymentMethods', 'facts.otherMethod'],
  answer: paymentMethodPageSchema,
  versioned: true,
  prepare: async (kit) => {
    const { adapter, facts } = kit;
    const list = await methodsOf(kit);
    const first = defaultOf(list).id;
    return {
      version: list.version,
      state: () => methodsOf(kit),
      send: (options) => adapter.removePaymentMethod(facts.otherMethod, null, options),
      sendOther: (options) => adapter.removePaymentMethod(first, facts.otherMethod, options),
    };
  },
});

/** Every write of money and of what it is paid with. */
export const PAYMENT_WRITES: readonly SampleWrite[] = [pay, createSession, attach, setRoles, remove];
