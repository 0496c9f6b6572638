import { define, type Definition } from '../define.js';
import { holds, same } from '../expect.js';
import { allOf } from '../samples/pages.js';
import { methodsOf } from '../samples/payments.js';

/** Every text is at least the one before it; ISO dates and instants of one form sort as texts. */
const ascending = (texts: readonly string[]): boolean =>
  texts.every((text, index) => index === 0 || (texts[index - 1] ?? '') <= text);

const rank = (order: readonly string[], name: string): string => String(order.indexOf(name));

/** In which order lists come, and what narrows them. */
export const READ_ORDER_CHECKS: readonly Definition[] = [
  define({
    id: 'reads/order/subscriptions',
    title: 'current subscriptions come before past ones',
    needs: [],
    run: async ({ adapter }) => {
      const all = await allOf((query) => adapter.listSubscriptions(query));
      const states = all.map(({ status }) => (status === 'ended' ? 'past' : 'current'));
      holds(ascending(states), 'current subscriptions come before past ones', states);
    },
  }),
  define({
    id: 'reads/order/history',
    title: 'the plans of a subscription come oldest first, the current one last',
    needs: [],
    run: async ({ adapter }) => {
      for (const { history, plan } of await allOf((query) => adapter.listSubscriptions(query))) {
        if (!history) continue;
        const days = history.map(({ from }) => from);
        holds(ascending(days), 'the plans of a subscription come oldest first', days);
        same(history.at(-1)?.plan, plan.id, 'the last plan of the history is the current one');
      }
    },
  }),
  define({
    id: 'reads/order/invoices',
    title: 'invoices come newest first',
    needs: ['listInvoices'],
    run: async ({ adapter }) => {
      const all = await allOf((query) => adapter.listInvoices(query));
      const days = all.map(({ issueDate }) => issueDate);
      holds(ascending(days.toReversed()), 'invoices come newest first', days);
    },
  }),
  define({
    id: 'reads/order/payment-methods',
    title: 'payment methods come in the order in which they are charged',
    needs: ['listPaymentMethods'],
    run: async (kit) => {
      const { items } = await methodsOf(kit);
      const roles = items.map(({ role }) => role);
      const ranks = roles.map((role) => rank(['default', 'backup', 'unused'], role));
      holds(ascending(ranks), 'the default comes first, back-ups after it, unused ones last', roles);
    },
  }),
  define({
    id: 'reads/filter/status',
    title: 'invoices of a state are all of that state, and all of them',
    needs: ['listInvoices'],
    run: async ({ adapter }) => {
      const all = await allOf((query) => adapter.listInvoices(query));
      for (const status of new Set(all.map((invoice) => invoice.status))) {
        const found = await allOf((query) => adapter.listInvoices({ ...query, status }));
        same(
          found,
          all.filter((invoice) => invoice.status === status),
          `the invoices that are ${status}`,
        );
      }
    },
  }),
  define({
    id: 'reads/filter/days',
    title: 'invoices of a span are those of its first and last day and between',
    needs: ['listInvoices'],
    run: async ({ adapter }) => {
      const all = await allOf((query) => adapter.listInvoices(query));
      const [to, from] = [all[0]?.issueDate ?? '', all[Math.min(2, all.length - 1)]?.issueDate ?? ''];
      const found = await allOf((query) => adapter.listInvoices({ ...query, from, to }));
      const inside = all.filter(({ issueDate }) => from <= issueDate && issueDate <= to);
      same(found, inside, `the invoices issued from ${from} to ${to}, both included`);
    },
  }),
  define({
    id: 'reads/filter/search',
    title: 'an invoice is found by its number',
    needs: ['listInvoices'],
    run: async ({ adapter }) => {
      const all = await allOf((query) => adapter.listInvoices(query));
      const search = all.at(-1)?.number ?? '';
      const found = await allOf((query) => adapter.listInvoices({ ...query, search }));
      same(
        found,
        all.filter(({ number }) => number.includes(search)),
        `the invoices with ${search} in their number`,
      );
      const none = await allOf((query) => adapter.listInvoices({ ...query, search: 'no-such-number' }));
      same(none, [], 'no invoice is found by a number that none has');
    },
  }),
];
