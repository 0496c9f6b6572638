import {
  alertChoicesSchema,
  newContactSchema,
  newMemberSchema,
  subscriptionChangeSchema,
  type BillingAdapter,
  type ChangeKind,
  type RecordsQuery,
} from '../../src/api/index.js';
import { invoiceQueryOf, pageQueryOf, periodOf } from '../query.js';
import type { Asked } from './asked.js';
import { agreedChange, invoicePayment, newPaymentMethod, paymentRoles, vault } from './bodies.js';

type Method = 'get' | 'post' | 'put' | 'delete';

/** What the adapter is asked; `undefined` when it has no such method. */
type Call = (adapter: BillingAdapter, asked: Asked) => Promise<unknown> | undefined;

/** One operation of the REST shape. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly call: Call;
  /** Whether it changes anything. */
  readonly writes: boolean;
  readonly needsKey: boolean;
  readonly needsVersion: boolean;
  readonly status: number;
}

const route = (method: Method, path: string, call: Call, more: Partial<Route> = {}): Route => ({
  method,
  path,
  call,
  writes: method !== 'get',
  needsKey: method === 'post',
  needsVersion: method === 'put' || method === 'delete',
  status: 200,
  ...more,
});

const page = ({ query, read }: Asked) => ({ ...read, ...pageQueryOf(query) });

const records = ({ query, read }: Asked, most: number): RecordsQuery => ({
  ...read,
  ...pageQueryOf(query, most),
  period: periodOf(query),
});

/** A question that is posted, because it is too large for a query. */
const QUESTION: Partial<Route> = { writes: false, needsKey: false };
const CREATES: Partial<Route> = { status: 201 };

const account: readonly Route[] = [
  route('get', '/capabilities', (adapter, { read }) => adapter.capabilities(read)),
  route('get', '/account', (adapter, { read }) => adapter.getAccount(read)),
  route('get', '/plans', (adapter, asked) => adapter.listPlans?.(page(asked))),
  route('get', '/outcomes/:key', (adapter, { param, read }) => adapter.findOutcome?.(param('key'), read)),
];

const subscriptions: readonly Route[] = [
  route('get', '/subscriptions', (adapter, asked) => adapter.listSubscriptions(page(asked))),
  route('get', '/subscriptions/:id/usage', (adapter, { param, query, read }) =>
    adapter.getUsage?.(param('id'), { ...read, period: periodOf(query) }),
  ),
  route('get', '/subscriptions/:id/usage-records', (adapter, asked) =>
    asked.query.get('form') === 'columns'
      ? adapter.listUsageColumns?.(asked.param('id'), records(asked, 20_000))
      : adapter.listUsageRecords?.(asked.param('id'), records(asked, 100)),
  ),
  route('get', '/subscriptions/:id/add-ons', (adapter, asked) => adapter.listAddOns?.(asked.param('id'), page(asked))),
  route(
    'post',
    '/subscriptions/:id/change-previews',
    (adapter, { param, body, read }) => adapter.previewChange?.(param('id'), body(subscriptionChangeSchema), read),
    QUESTION,
  ),
  route(
    'post',
    '/subscriptions/:id/changes',
    (adapter, { param, body, write }) => adapter.changeSubscription?.(param('id'), body(agreedChange), write),
    { needsVersion: true },
  ),
  route('delete', '/subscriptions/:id/scheduled-changes/:kind', (adapter, { param, write }) =>
    adapter.undoScheduledChange?.(param('id'), param('kind') as ChangeKind, write),
  ),
];

const invoices: readonly Route[] = [
  route('get', '/next-invoice', (adapter, { read }) => adapter.previewNextInvoice?.(read)),
  route('get', '/invoices', (adapter, { query, read }) =>
    adapter.listInvoices?.({ ...read, ...invoiceQueryOf(query) }),
  ),
  route('get', '/invoices/:id', (adapter, { param, read }) => adapter.getInvoice?.(param('id'), read)),
  route('get', '/invoices/:id/lines', (adapter, asked) => adapter.listInvoiceLines?.(asked.param('id'), page(asked))),
  route('get', '/invoices/:id/pdf', (adapter, { param, read }) => adapter.getInvoicePdf?.(param('id'), read)),
  route('post', '/invoices/:id/payments', (adapter, { param, body, write }) =>
    adapter.payInvoice?.(param('id'), body(invoicePayment), write),
  ),
];

const paymentMethods: readonly Route[] = [
  route('get', '/payment-methods', (adapter, asked) => adapter.listPaymentMethods?.(page(asked))),
  route(
    'post',
    '/setup-sessions',
    (adapter, { body, write }) => adapter.createSetupSession?.(body(vault).vault, write),
    CREATES,
  ),
  route('get', '/setup-sessions/:id', (adapter, { param, read }) => adapter.getSetup?.(param('id'), read)),
  route('post', '/payment-methods', (adapter, { body, write }) =>
    adapter.attachPaymentMethod?.(body(newPaymentMethod), write),
  ),
  route('put', '/payment-methods/roles', (adapter, { body, write }) =>
    adapter.setPaymentRoles?.(body(paymentRoles), write),
  ),
  route('delete', '/payment-methods/:id', (adapter, { param, query, write }) =>
    adapter.removePaymentMethod?.(param('id'), query.get('replacement'), write),
  ),
];

const people: readonly Route[] = [
  route('get', '/contacts', (adapter, asked) => adapter.listContacts?.(page(asked))),
  route(
    'post',
    '/contacts',
    (adapter, { body, write }) => adapter.addContact?.(body(newContactSchema), write),
    CREATES,
  ),
  route('put', '/contacts/:id', (adapter, { param, body, write }) =>
    adapter.saveContact?.(param('id'), body(newContactSchema), write),
  ),
  route('delete', '/contacts/:id', (adapter, { param, write }) => adapter.removeContact?.(param('id'), write)),
  route('get', '/alert-preferences', (adapter, { read }) => adapter.getAlertPreferences?.(read)),
  route('put', '/alert-preferences', (adapter, { body, write }) =>
    adapter.saveAlertPreferences?.(body(alertChoicesSchema), write),
  ),
  route('get', '/members', (adapter, asked) => adapter.listMembers?.(page(asked))),
  route(
    'post',
    '/members',
    (adapter, { body, write }) => adapter.inviteMember?.(body(newMemberSchema), write),
    CREATES,
  ),
  route(
    'post',
    '/members/:id/invitations',
    (adapter, { param, write }) => adapter.resendInvitation?.(param('id'), write),
    { needsVersion: true },
  ),
  route('put', '/members/:id', (adapter, { param, body, write }) =>
    adapter.saveMember?.(param('id'), body(newMemberSchema), write),
  ),
  route('delete', '/members/:id', (adapter, { param, write }) => adapter.removeMember?.(param('id'), write)),
];

/** The whole REST shape but its stream of events. */
export const ROUTES: readonly Route[] = [...account, ...subscriptions, ...invoices, ...paymentMethods, ...people];
