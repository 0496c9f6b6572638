import type { Money } from '../../api/index.js';
import { moneyText } from '../../rating/index.js';
import { tell } from './outbox.js';
import type { StoredInvoice } from './seed.js';
import type { State } from './state.js';
import { cardText } from './words.js';

/** Tells of an invoice, and of what became of its payment. */
export function tellInvoice(state: State, invoice: StoredInvoice): void {
  const { number, total, amountDue } = invoice;
  const due = amountDue.amount === '0' ? 'Nothing is left to pay.' : `${amountText(amountDue)} is due.`;
  tell(state, {
    kind: 'invoice-issued',
    subject: `Invoice ${number}: ${amountText(total)}`,
    text: `Your invoice ${number} of ${amountText(total)} is here. ${due}`,
  });
  tellPayment(state, invoice);
}

/** Tells of a payment that failed, or that only a back-up made. */
export function tellPayment(state: State, { number, attempts, status, total }: StoredInvoice): void {
  const last = attempts.at(-1);
  if (!last) return;
  if (status === 'failed') {
    tell(state, {
      kind: 'payment-failed',
      subject: `Payment of invoice ${number} failed`,
      text: `${amountText(total)} could not be charged. Pay the invoice, or put another payment method on file.`,
    });
  } else if (attempts.length > 1) {
    tell(state, {
      kind: 'backup-charged',
      subject: `A back-up was charged for invoice ${number}`,
      text: `Your default payment method was declined. ${amountText(total)} was charged to ${cardText(last.method)}.`,
    });
  }
}

const amountText = (money: Money): string => `${moneyText(money)} ${money.currency}`;
