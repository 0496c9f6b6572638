import type { Page, PageQuery } from '../../api/index.js';
import { givenAll, type Kit, type Need } from '../needs.js';
import { columnPage } from './columns.js';
import { someInvoice } from './invoices.js';

/** A call of a list with all but where to begin; items are told apart by `id`. */
export type ListCall = (query: PageQuery) => Promise<Page<{ readonly id: string }>>;

/** A list that comes in pages, known by the name of its method. */
export interface SampleList {
  readonly name: string;
  readonly needs: readonly Need[];
  /** The most items that a page may be asked to have. */
  readonly most: number;
  readonly prepare: (kit: Kit<Need>) => ListCall | Promise<ListCall>;
}

const OBJECTS = 100;
const ROWS = 20_000;

const sample = <N extends Need>(
  name: string,
  needs: readonly N[],
  prepare: (kit: Kit<N>) => ListCall | Promise<ListCall>,
  most = OBJECTS,
): SampleList => ({ name, needs, most, prepare: givenAll(prepare) });

/** Every list of the contract. */
export const SAMPLE_LISTS: readonly SampleList[] = [
  sample(
    'listSubscriptions',
    ['listSubscriptions'],
    ({ adapter }) =>
      (query) =>
        adapter.listSubscriptions(query),
  ),
  sample(
    'listPlans',
    ['listPlans'],
    ({ adapter }) =>
      (query) =>
        adapter.listPlans(query),
  ),
  sample(
    'listAddOns',
    ['listAddOns', 'facts.subscription'],
    ({ adapter, facts }) =>
      (query) =>
        adapter.listAddOns(facts.subscription, query),
  ),
  sample(
    'listUsageRecords',
    ['listUsageRecords', 'facts.subscription', 'facts.usagePeriod'],
    ({ adapter, facts }) =>
      (query) =>
        adapter.listUsageRecords(facts.subscription, { ...query, period: facts.usagePeriod }),
  ),
  sample(
    'listUsageColumns',
    ['listUsageColumns', 'facts.subscription', 'facts.usagePeriod'],
    ({ adapter, facts }) =>
      async (query) =>
        columnPage(await adapter.listUsageColumns(facts.subscription, { ...query, period: facts.usagePeriod })),
    ROWS,
  ),
  sample(
    'listInvoices',
    ['listInvoices'],
    ({ adapter }) =>
      (query) =>
        adapter.listInvoices(query),
  ),
  sample('listInvoiceLines', ['listInvoiceLines', 'listInvoices'], async (kit) => {
    const invoice = await someInvoice(kit);
    return async (query) => {
      const { items, next } = await kit.adapter.listInvoiceLines(invoice, query);
      return { items: items.map(({ key }) => ({ id: key })), next };
    };
  }),
  sample(
    'listPaymentMethods',
    ['listPaymentMethods'],
    ({ adapter }) =>
      (query) =>
        adapter.listPaymentMethods(query),
  ),
  sample(
    'listContacts',
    ['listContacts'],
    ({ adapter }) =>
      (query) =>
        adapter.listContacts(query),
  ),
  sample(
    'listMembers',
    ['listMembers'],
    ({ adapter }) =>
      (query) =>
        adapter.listMembers(query),
  ),
];
