import type { BillingAdapter, Invoice, InvoiceSummary, Page, Quote, UsageRecordPage } from '../../src/api/index.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { ScenarioName } from '../../mock-api/index.js';
import { disturbed, type PassingCall } from './disturbed.js';

/** A fault that an adapter may have, and the check that must find it. */
export interface Broken {
  readonly fault: string;
  readonly finds: string;
  readonly scenario?: ScenarioName;
  /** The adapter with the fault in it. */
  readonly of: (sound: MemoryAdapter) => BillingAdapter;
}

/** Changes the answer of one method. */
const answering =
  <T>(method: string, change: (answer: T, call: PassingCall) => unknown) =>
  (sound: MemoryAdapter): BillingAdapter =>
    disturbed(
      () => sound,
      (call) =>
        call.method === method ? Promise.resolve(call.pass() as T).then((answer) => change(answer, call)) : call.pass(),
    );

/** Changes what the calls that fit are given. */
const given =
  (fits: (call: PassingCall) => boolean, change: (args: readonly unknown[]) => readonly unknown[]) =>
  (sound: MemoryAdapter): BillingAdapter =>
    disturbed(
      () => sound,
      (call) => call.pass(fits(call) ? change(call.args) : call.args),
    );

const lastArg = (args: readonly unknown[], change: object): readonly unknown[] => [
  ...args.slice(0, -1),
  { ...(args.at(-1) as object), ...change },
];

const asFloat = (invoice: InvoiceSummary): object => ({
  ...invoice,
  total: { ...invoice.total, amount: Number(invoice.total.amount) / 100 },
});

export const BROKEN: readonly Broken[] = [
  {
    fault: 'drops the idempotency key',
    finds: 'idempotency/replay/add-contact',
    of: given(
      ({ writes }) => writes,
      (args) => lastArg(args, { idempotencyKey: crypto.randomUUID() }),
    ),
  },
  {
    fault: 'ignores the version that was seen',
    finds: 'versions/current/save-contact',
    of: (sound) =>
      disturbed(
        () => sound,
        async ({ method, args, pass }) => {
          if (method !== 'saveContact') return pass();
          const { items } = await sound.listContacts();
          return pass(lastArg(args, { ifVersion: items.find(({ id }) => id === args[0])?.version }));
        },
      ),
  },
  {
    fault: 'has floats in money',
    finds: 'forms/listInvoices',
    of: answering<Page<InvoiceSummary>>('listInvoices', (page) => ({ ...page, items: page.items.map(asFloat) })),
  },
  {
    fault: 'has floats in money',
    finds: 'reads/shape/listInvoices',
    of: answering<Page<InvoiceSummary>>('listInvoices', (page) => ({ ...page, items: page.items.map(asFloat) })),
  },
  {
    fault: 'answers a cursor with itself',
    finds: 'paging/whole/listInvoices',
    of: answering<Page<InvoiceSummary>>('listInvoices', (page, { args: [query] }) => ({
      ...page,
      next: (query as { cursor?: string } | undefined)?.cursor ?? page.next,
    })),
  },
  {
    fault: 'repeats the first item of the next page',
    finds: 'paging/whole/listContacts',
    of: (sound) =>
      disturbed(
        () => sound,
        async ({ method, args, pass }) => {
          const answer = await pass();
          const { limit = 100, cursor } = (args[0] ?? {}) as { limit?: number; cursor?: string };
          if (method !== 'listContacts' || limit !== 1 || cursor === undefined) return answer;
          const page = answer as Page<object>;
          return { ...page, items: (await sound.listContacts({ limit: 1 })).items };
        },
      ),
  },
  {
    fault: 'quotes another total than its lines have',
    finds: 'amounts/quote/upgrade',
    of: answering<Quote>('previewChange', ({ dueNow, ...quote }) => ({
      ...quote,
      dueNow: { ...dueNow, amount: String(BigInt(dueNow.amount) + 1n) },
    })),
  },
  {
    fault: 'charges whatever total it is given',
    finds: 'quotes/other-total',
    of: (sound) => {
      let quoted: Quote | undefined;
      return disturbed(
        () => sound,
        async ({ method, args, pass }) => {
          if (method === 'previewChange') return (quoted = (await pass()) as Quote);
          if (method !== 'changeSubscription') return pass();
          const [subscription, agreed, options] = args;
          return pass([subscription, { ...(agreed as object), total: quoted?.dueNow }, options]);
        },
      );
    },
  },
  {
    fault: 'swallows an abort',
    finds: 'abort/listPlans',
    of: given(
      ({ method }) => method === 'listPlans',
      () => [],
    ),
  },
  {
    fault: 'answers an unknown id with nothing',
    finds: 'errors/unknown-id/getUsage',
    of: (sound) =>
      disturbed(
        () => sound,
        ({ method, pass, args: [subscription] }) => {
          const nothing = { subscription, period: { start: '2026-01-01', end: '2026-02-01' }, asOf: '', days: [] };
          return method === 'getUsage' ? (pass() as Promise<unknown>).catch(() => nothing) : pass();
        },
      ),
  },
  {
    fault: 'rejects with an error of its own',
    finds: 'errors/unknown-id/getInvoice',
    of: (sound) =>
      disturbed(
        () => sound,
        ({ pass }) => {
          const answer = pass();
          return answer instanceof Promise
            ? answer.catch(() => Promise.reject(new TypeError('failed to fetch')))
            : answer;
        },
      ),
  },
  {
    fault: 'charges twice',
    finds: 'payments/paid',
    of: answering<Invoice>('getInvoice', ({ attempts, ...invoice }) => ({
      ...invoice,
      attempts: attempts.flatMap((each) =>
        each.outcome === 'succeeded' ? [each, { ...each, id: `${each.id}-2` }] : [each],
      ),
    })),
  },
  {
    fault: 'says that a user may write who may not',
    finds: 'capabilities/write/contacts',
    scenario: 'read-only',
    of: answering<object>('capabilities', (capabilities) => ({
      ...capabilities,
      contacts: { read: true, write: true, reason: '' },
    })),
  },
  {
    fault: 'forbids what it says a user may read',
    finds: 'capabilities/read/members',
    of: given(
      ({ method }) => method === 'listMembers',
      () => [{ cursor: 'elsewhere' }],
    ),
  },
  {
    fault: 'reads the clock of calls in another zone',
    finds: 'usage/records-add-up',
    of: answering<UsageRecordPage>('listUsageRecords', ({ items, next }) => ({
      next,
      items: items.map((record) => ({ ...record, startedAt: record.startedAt.replace(/T\d\d/, 'T23') })),
    })),
  },
  {
    fault: 'answers with what it keeps',
    finds: 'reads/repeat/listPlans',
    of: (sound) => {
      let kept: unknown;
      return disturbed(
        () => sound,
        async ({ method, pass }) => (method === 'listPlans' ? (kept ??= await pass()) : pass()),
      );
    },
  },
  {
    fault: 'forgets what became of a write',
    finds: 'outcomes/succeeded',
    of: answering<object>('findOutcome', (_, { args: [key] }) => ({ key, status: 'unknown' })),
  },
  {
    fault: 'goes on telling who has stopped listening',
    finds: 'push/unsubscribe',
    of: (sound) =>
      disturbed(
        () => sound,
        ({ method, pass }) => {
          const answer = pass();
          return method === 'subscribe' ? () => undefined : answer;
        },
      ),
  },
  {
    fault: 'keeps a card number that it is given',
    finds: 'card-number/contact',
    of: given(
      ({ method }) => method === 'addContact',
      ([contact, options]) => [{ ...(contact as object), name: 'Ada' }, options],
    ),
  },
];
