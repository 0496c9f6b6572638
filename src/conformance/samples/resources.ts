import type { Resource } from '../../api/index.js';
import type { Kit, Need } from '../needs.js';
import type { Method } from '../scenario.js';
import { NEW_MEMBER, newContact } from './people.js';
import { commit } from './subscriptions.js';

/** The plainest call that reads or writes a resource. Whether it is allowed is what is looked at: it needs facts only. */
export interface ResourceCall {
  readonly resource: Resource;
  readonly method: Method;
  readonly needs: readonly Need[];
  readonly call: (kit: Kit<Need>) => Promise<unknown>;
}

const plain = (
  resource: Resource,
  method: Method,
  needs: readonly Need[],
  call: (kit: Kit<Need>) => Promise<unknown>,
): ResourceCall => ({ resource, method, needs, call });

const SUBSCRIPTION = ['facts.subscription'] as const;
const USAGE = ['facts.subscription', 'facts.usagePeriod'] as const;

/** How each resource is read. */
export const RESOURCE_READS: readonly ResourceCall[] = [
  plain('subscriptions', 'listSubscriptions', [], ({ adapter }) => adapter.listSubscriptions()),
  plain('plans', 'listPlans', [], ({ adapter }) => adapter.listPlans()),
  plain('add-ons', 'listAddOns', SUBSCRIPTION, ({ adapter, facts }) => adapter.listAddOns(facts.subscription)),
  plain('usage', 'getUsage', USAGE, ({ adapter, facts }) =>
    adapter.getUsage(facts.subscription, { period: facts.usagePeriod }),
  ),
  plain('usage-records', 'listUsageRecords', USAGE, ({ adapter, facts }) =>
    adapter.listUsageRecords(facts.subscription, { period: facts.usagePeriod }),
  ),
  plain('invoices', 'listInvoices', [], ({ adapter }) => adapter.listInvoices()),
  plain('payment-methods', 'listPaymentMethods', [], ({ adapter }) => adapter.listPaymentMethods()),
  plain('contacts', 'listContacts', [], ({ adapter }) => adapter.listContacts()),
  plain('alerts', 'getAlertPreferences', [], ({ adapter }) => adapter.getAlertPreferences()),
  plain('members', 'listMembers', [], ({ adapter }) => adapter.listMembers()),
];

/** How each resource that can be written is written. */
export const RESOURCE_WRITES: readonly ResourceCall[] = [
  plain('subscriptions', 'changeSubscription', ['facts.subscription', 'facts.downgrade'], (kit) =>
    commit(kit, { kind: 'plan', plan: kit.facts.downgrade }),
  ),
  plain('invoices', 'payInvoice', ['facts.unpaidInvoice', 'facts.otherMethod'], async ({ adapter, facts, key }) => {
    const { amountDue } = await adapter.getInvoice(facts.unpaidInvoice);
    const payment = { method: facts.otherMethod, amount: amountDue };
    return adapter.payInvoice(facts.unpaidInvoice, payment, { idempotencyKey: key() });
  }),
  plain('payment-methods', 'createSetupSession', ['facts.vault'], ({ adapter, facts, key }) =>
    adapter.createSetupSession(facts.vault, { idempotencyKey: key() }),
  ),
  plain('contacts', 'addContact', [], (kit) => kit.adapter.addContact(newContact(kit), { idempotencyKey: kit.key() })),
  plain('alerts', 'saveAlertPreferences', [], async ({ adapter, key }) => {
    const { enabled, snoozedUntil, choices, thresholds, version } = await adapter.getAlertPreferences();
    const options = { idempotencyKey: key(), ifVersion: version };
    return adapter.saveAlertPreferences({ enabled, snoozedUntil, choices, thresholds }, options);
  }),
  plain('members', 'inviteMember', [], ({ adapter, key }) =>
    adapter.inviteMember(NEW_MEMBER, { idempotencyKey: key() }),
  ),
];
