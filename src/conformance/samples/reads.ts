import * as api from '../../api/index.js';
import type { ReadOptions, Schema } from '../../api/index.js';
import { givenAll, type Kit, type Need } from '../needs.js';
import { someInvoice } from './invoices.js';
import { newSession } from './payments.js';

/** A call of a read with all but its options. */
export type ReadCall = (options: ReadOptions) => Promise<unknown>;

/** One good call of a read, known by the name of its method. */
export interface SampleRead {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly schema: Schema<unknown>;
  readonly prepare: (kit: Kit<Need>) => ReadCall | Promise<ReadCall>;
}

const sample = <N extends Need>(
  name: string,
  needs: readonly N[],
  schema: Schema<unknown>,
  prepare: (kit: Kit<N>) => ReadCall | Promise<ReadCall>,
): SampleRead => ({ name, needs, schema, prepare: givenAll(prepare) });

/** A good call of each read that answers JSON. */
export const SAMPLE_READS: readonly SampleRead[] = [
  sample(
    'capabilities',
    ['capabilities'],
    api.capabilitiesSchema,
    ({ adapter }) =>
      (options) =>
        adapter.capabilities(options),
  ),
  sample(
    'getAccount',
    ['getAccount'],
    api.accountSchema,
    ({ adapter }) =>
      (options) =>
        adapter.getAccount(options),
  ),
  sample(
    'listSubscriptions',
    ['listSubscriptions'],
    api.subscriptionPageSchema,
    ({ adapter }) =>
      (options) =>
        adapter.listSubscriptions(options),
  ),
  sample(
    'listPlans',
    ['listPlans'],
    api.planPageSchema,
    ({ adapter }) =>
      (options) =>
        adapter.listPlans(options),
  ),
  sample(
    'previewChange',
    ['previewChange', 'changes.plan', 'facts.subscription', 'facts.upgrade'],
    api.quoteSchema,
    ({ adapter, facts }) =>
      (options) =>
        adapter.previewChange(facts.subscription, { kind: 'plan', plan: facts.upgrade }, options),
  ),
  sample(
    'listAddOns',
    ['listAddOns', 'facts.subscription'],
    api.addOnPageSchema,
    ({ adapter, facts }) =>
      (options) =>
        adapter.listAddOns(facts.subscription, options),
  ),
  sample(
    'getUsage',
    ['getUsage', 'facts.subscription', 'facts.usagePeriod'],
    api.usageSchema,
    ({ adapter, facts }) =>
      (options) =>
        adapter.getUsage(facts.subscription, { ...options, period: facts.usagePeriod }),
  ),
  sample(
    'listUsageRecords',
    ['listUsageRecords', 'facts.subscription', 'facts.usagePeriod'],
    api.usageRecordPageSchema,
    ({ adapter, facts }) =>
      (options) =>
        adapter.listUsageRecords(facts.subscription, { ...options, period: facts.usagePeriod }),
  ),
  sample(
    'listUsageColumns',
    ['listUsageColumns', 'facts.subscription', 'facts.usagePeriod'],
    api.usageColumnsSchema,
    ({ adapter, facts }) =>
      (options) =>
        adapter.listUsageColumns(facts.subscription, { ...options, period: facts.usagePeriod }),
  ),
  sample(
    'previewNextInvoice',
    ['previewNextInvoice'],
    api.nextInvoiceSchema,
    ({ adapter }) =>
      (options) =>
        adapter.previewNextInvoice(options),
  ),
  sample(
    'listInvoices',
    ['listInvoices'],
    api.invoicePageSchema,
    ({ adapter }) =>
      (options) =>
        adapter.listInvoices(options),
  ),
  sample('getInvoice', ['getInvoice', 'listInvoices'], api.invoiceSchema, async (kit) => {
    const invoice = await someInvoice(kit);
    return (options) => kit.adapter.getInvoice(invoice, options);
  }),
  sample('listInvoiceLines', ['listInvoiceLines', 'listInvoices'], api.invoiceLinePageSchema, async (kit) => {
    const invoice = await someInvoice(kit);
    return (options) => kit.adapter.listInvoiceLines(invoice, options);
  }),
  sample(
    'listPaymentMethods',
    ['listPaymentMethods'],
    api.paymentMethodPageSchema,
    ({ adapter }) =>
      (options) =>
        adapter.listPaymentMethods(options),
  ),
  sample('getSetup', ['getSetup', 'createSetupSession', 'facts.vault'], api.setupSchema, async (kit) => {
    const { id } = await newSession(kit);
    return (options) => kit.adapter.getSetup(id, options);
  }),
  sample(
    'listContacts',
    ['listContacts'],
    api.contactPageSchema,
    ({ adapter }) =>
      (options) =>
        adapter.listContacts(options),
  ),
  sample(
    'getAlertPreferences',
    ['getAlertPreferences'],
    api.alertPreferencesSchema,
    ({ adapter }) =>
      (options) =>
        adapter.getAlertPreferences(options),
  ),
  sample(
    'listMembers',
    ['listMembers'],
    api.memberPageSchema,
    ({ adapter }) =>
      (options) =>
        adapter.listMembers(options),
  ),
  sample('findOutcome', ['findOutcome'], api.outcomeSchema, ({ adapter, key }) => {
    const never = key();
    return (options) => adapter.findOutcome(never, options);
  }),
];
