import type { Invoice, PaymentOutcome } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { holds, refused, same } from '../expect.js';
import type { Kit } from '../needs.js';
import { invoicesOf } from '../samples/invoices.js';
import { oneMore } from '../samples/subscriptions.js';
import { METHOD_CHECKS } from './payment-methods.js';
import { SETUP_CHECKS } from './setups.js';

const PAY = ['payInvoice', 'features.payInvoice', 'getInvoice', 'facts.unpaidInvoice', 'facts.otherMethod'] as const;
type Pay = (typeof PAY)[number];

const unpaid = ({ adapter, facts }: Kit<'getInvoice' | 'facts.unpaidInvoice'>): Promise<Invoice> =>
  adapter.getInvoice(facts.unpaidInvoice);

/** Pays what is due, with the method that pays. */
async function pay(kit: Kit<Pay>): Promise<PaymentOutcome> {
  const { id, amountDue } = await unpaid(kit);
  return kit.adapter.payInvoice(
    id,
    { method: kit.facts.otherMethod, amount: amountDue },
    { idempotencyKey: kit.key() },
  );
}

const payments: readonly Definition[] = [
  define({
    id: 'payments/paid',
    title: 'an invoice that is paid is paid wherever it is read, by the method that was chosen',
    needs: [...PAY, 'listInvoices'],
    run: async (kit) => {
      const { attempts: before, amountDue: due } = await unpaid(kit);
      const { status, code, invoice } = await pay(kit);
      same([status, code], ['succeeded', null], 'the payment succeeds');
      const { attempts, amountDue, status: state } = await unpaid(kit);
      same([state, amountDue.amount], ['paid', '0'], 'nothing is due any more');
      same(attempts.length, before.length + 1, 'it is charged once');
      const last = attempts.at(-1);
      same(
        [last?.method.id, last?.outcome, last?.amount],
        [kit.facts.otherMethod, 'succeeded', due],
        'by that method, all of it',
      );
      same(
        (await invoicesOf(kit)).find(({ id }) => id === invoice.id),
        invoice,
        'the list has the invoice as the write has answered it',
      );
    },
  }),
  define({
    id: 'payments/paid-once',
    title: 'an invoice that is paid can not be paid again',
    needs: PAY,
    run: async (kit) => {
      const { amountDue } = await unpaid(kit);
      await pay(kit);
      const after = await unpaid(kit);
      const again = (): Promise<unknown> =>
        kit.adapter.payInvoice(
          after.id,
          { method: kit.facts.otherMethod, amount: amountDue },
          { idempotencyKey: kit.key() },
        );
      await refused(again, { kind: 'conflict', code: 'already-paid' }, 'a paid invoice is not charged again');
      same(await unpaid(kit), after, 'a refused payment changes nothing');
    },
  }),
  define({
    id: 'payments/other-amount',
    title: 'a payment of another amount than is due is refused, and nothing is charged',
    needs: PAY,
    run: async (kit) => {
      const before = await unpaid(kit);
      const payment = { method: kit.facts.otherMethod, amount: oneMore(before.amountDue) };
      const attempt = (): Promise<unknown> => kit.adapter.payInvoice(before.id, payment, { idempotencyKey: kit.key() });
      await refused(attempt, { kind: 'conflict', code: 'amount-changed' }, 'what is due is charged, or nothing');
      same(await unpaid(kit), before, 'a refused payment changes nothing');
    },
  }),
  define({
    id: 'payments/unknown-method',
    title: 'a payment by a method that is not on file is refused',
    needs: PAY,
    run: async (kit) => {
      const before = await unpaid(kit);
      const payment = { method: 'no-such-id', amount: before.amountDue };
      const attempt = (): Promise<unknown> => kit.adapter.payInvoice(before.id, payment, { idempotencyKey: kit.key() });
      await refused(attempt, { kind: ['validation', 'not-found'] }, 'only what is on file can pay');
      same(await unpaid(kit), before, 'a refused payment changes nothing');
    },
  }),
  define({
    id: 'payments/declined',
    title: 'a payment that the bank declines leaves the invoice due, with the try on it',
    needs: ['payInvoice', 'features.payInvoice', 'getInvoice', 'facts.unpaidInvoice', 'facts.decliningMethod'],
    run: async (kit) => {
      const before = await unpaid(kit);
      const payment = { method: kit.facts.decliningMethod, amount: before.amountDue };
      const outcome = await kit.adapter
        .payInvoice(before.id, payment, { idempotencyKey: kit.key() })
        .catch((cause: { readonly kind?: string; readonly code?: string }) => ({
          status: cause.kind,
          code: cause.code,
        }));
      holds(['failed', 'payment-declined'].includes(outcome.status ?? ''), 'the payment fails', outcome);
      holds(Boolean(outcome.code), 'the reason of the bank is told', outcome);
      const after = await unpaid(kit);
      same(after.amountDue, before.amountDue, 'what is due stays due');
      const last = after.attempts.at(-1);
      same(
        [last?.method.id, last?.outcome, last?.code],
        [payment.method, 'declined', outcome.code],
        'the try is on the invoice',
      );
    },
  }),
];

/** Money that is paid, and what it is paid with. */
export const PAYMENT_CHECKS: readonly Definition[] = [...payments, ...METHOD_CHECKS, ...SETUP_CHECKS];
