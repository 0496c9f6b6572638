import type { InvoicePayment, Money, PaymentAttempt, PaymentOutcome, PlainDate } from '../../api/index.js';
import { sumMoney } from '../../rating/index.js';
import { isUnpaid, summaryOf } from './invoice-status.js';
import { tellPayment } from './news.js';
import { found, needField, needState } from './refuse.js';
import type { SeedMethod, StoredInvoice } from './seed.js';
import { newId, replaced, todayOf, type State } from './state.js';

/** Charges the default, then the back-ups in order, until one pays. A total of zero or less needs no payment. */
export function collect(state: State, invoice: StoredInvoice): StoredInvoice {
  const due = BigInt(invoice.amountDue.amount);
  if (due <= 0n) return { ...invoice, status: due < 0n ? 'credited' : 'paid', amountDue: none(invoice.amountDue) };
  const usable = state.methods.filter(({ role }) => role === 'default' || role === 'backup');
  return usable.reduce((tried, method) => (tried.status === 'paid' ? tried : attempt(state, tried, method)), invoice);
}

/**
 * Charges one method for an invoice. A refusal is the outcome `failed`, kept on the invoice as an attempt. Throws
 * `not-found`, or `conflict` when it is paid or another amount is due.
 */
export function payInvoice(state: State, id: string, payment: InvoicePayment): PaymentOutcome {
  const invoice = found(state.invoices, id, 'invoice');
  needState(isUnpaid(invoice), 'already-paid', 'Nothing is due on this invoice any more.');
  const method = state.methods.find((each) => each.id === payment.method);
  needField(method !== undefined, 'method', 'unknown-method', 'There is no such payment method.');
  needState(sameMoney(payment.amount, invoice.amountDue), 'amount-changed', 'Another amount is due now.');
  const tried = attempt(state, invoice, method);
  state.invoices = replaced(state.invoices, tried);
  if (tried.status !== 'paid') tellPayment(state, tried);
  return {
    status: tried.status === 'paid' ? 'succeeded' : 'failed',
    code: tried.attempts.at(-1)?.code ?? null,
    invoice: summaryOf(tried, todayOf(state)),
  };
}

/** Whether two amounts are one. */
export const sameMoney = (a: Money, b: Money): boolean =>
  a.amount === b.amount && a.currency === b.currency && a.exponent === b.exponent;

/** What the attempts that one state has and another has not collected; `null` for nothing. */
export function collectedSince(before: Pick<State, 'invoices'>, after: State): Money | null {
  const known = new Set(before.invoices.flatMap(succeeded).map(({ id }) => id));
  const added = after.invoices.flatMap(succeeded).filter(({ id }) => !known.has(id));
  if (added.length === 0) return null;
  return sumMoney(
    added.map(({ amount }) => amount),
    after.account,
  );
}

const succeeded = ({ attempts }: StoredInvoice): PaymentAttempt[] =>
  attempts.filter(({ outcome }) => outcome === 'succeeded');

function attempt(state: State, invoice: StoredInvoice, method: SeedMethod): StoredInvoice {
  const { id, kind, brand, last4 } = method;
  const code = refusalOf(method, todayOf(state));
  const tried: PaymentAttempt = {
    id: newId(state, 'pay'),
    method: { id, kind, brand, last4 },
    at: state.now,
    amount: invoice.amountDue,
    outcome: code === null ? 'succeeded' : 'declined',
    code,
  };
  const attempts = [...invoice.attempts, tried];
  if (code !== null) return { ...invoice, status: 'failed', attempts };
  return { ...invoice, status: 'paid', attempts, amountDue: none(invoice.amountDue) };
}

/** What the bank says on a day; `null` when it pays. */
function refusalOf({ expires, declines }: SeedMethod, today: PlainDate): string | null {
  return expires !== null && expires < today.slice(0, 7) ? 'expired-card' : (declines?.[today] ?? null);
}

const none = (money: Money): Money => ({ ...money, amount: '0' });
