import type { BillingAdapter, ReadOptions } from '../../api/index.js';
import type { Backend } from './backend.js';
import { accountOf, capabilitiesOf } from './capabilities.js';
import { quoteChange } from './changes.js';
import { listInvoices, listLines, readInvoice } from './invoices.js';
import { outcomeOf } from './ledger.js';
import { listMethods } from './methods.js';
import { previewNext } from './next-invoice.js';
import { pageOf } from './pages.js';
import { readSetup } from './setups.js';
import type { State } from './state.js';
import { listedAddOns, listedPlans, listSubscriptions, subscriptionOf } from './subscriptions.js';
import { readColumns, readRecords, readUsage } from './usage.js';

/** All of the contract but for files. */
export type Contract = Required<Omit<BillingAdapter, 'getInvoicePdf'>>;

type Read = <T>(options: ReadOptions | undefined, answer: (state: State) => T) => Promise<T>;

/** Everything that is read. */
export function readsOf(
  backend: Backend,
): ReturnType<typeof accountReads> &
  ReturnType<typeof usageReads> &
  ReturnType<typeof moneyReads> &
  ReturnType<typeof peopleReads> {
  const read: Read = (options, answer) => backend.read(options, answer);
  const tell: Read = (options, answer) => backend.tell(options, answer);
  return { ...accountReads(read, tell), ...usageReads(read), ...moneyReads(read), ...peopleReads(read) };
}

const accountReads = (
  read: Read,
  tell: Read,
): Pick<
  Contract,
  'capabilities' | 'getAccount' | 'listSubscriptions' | 'listPlans' | 'listAddOns' | 'previewChange' | 'findOutcome'
> => ({
  capabilities: (options) => tell(options, capabilitiesOf),
  getAccount: (options) => tell(options, accountOf),
  listSubscriptions: (query) => read(query, (state) => pageOf(listSubscriptions(state), query)),
  listPlans: (query) => read(query, (state) => pageOf(listedPlans(state), query)),
  listAddOns: (id, query) => read(query, (state) => pageOf(listedAddOns(state, subscriptionOf(state, id)), query)),
  previewChange: (id, change, options) => read(options, (state) => quoteChange(state, id, change)),
  findOutcome: (key, options) => tell(options, (state) => outcomeOf(state, key)),
});

const usageReads = (read: Read): Pick<Contract, 'getUsage' | 'listUsageRecords' | 'listUsageColumns'> => ({
  getUsage: (id, query) => read(query, (state) => readUsage(state, subscriptionOf(state, id), query.period)),
  listUsageRecords: (id, query) => read(query, (state) => readRecords(state, subscriptionOf(state, id), query)),
  listUsageColumns: (id, query) => read(query, (state) => readColumns(state, subscriptionOf(state, id), query)),
});

const moneyReads = (
  read: Read,
): Pick<
  Contract,
  'previewNextInvoice' | 'listInvoices' | 'getInvoice' | 'listInvoiceLines' | 'listPaymentMethods' | 'getSetup'
> => ({
  previewNextInvoice: (options) => read(options, previewNext),
  listInvoices: (query) => read(query, (state) => listInvoices(state, query)),
  getInvoice: (id, options) => read(options, (state) => readInvoice(state, id)),
  listInvoiceLines: (id, query) => read(query, (state) => listLines(state, id, query)),
  listPaymentMethods: (query) => read(query, (state) => listMethods(state, query)),
  getSetup: (id, options) => read(options, (state) => readSetup(state, id)),
});

const peopleReads = (read: Read): Pick<Contract, 'listContacts' | 'getAlertPreferences' | 'listMembers'> => ({
  listContacts: (query) => read(query, (state) => pageOf(state.contacts, query)),
  getAlertPreferences: (options) => read(options, ({ alerts }) => alerts),
  listMembers: (query) => read(query, (state) => pageOf(state.members, query)),
});
