import type { InvoiceSummary, PlainDate } from '../../api/index.js';
import type { StoredInvoice } from './seed.js';

/** What became of an invoice. It is due on receipt: past due from the next day on, if there was nothing to charge. */
export const statusOn = ({ status, issueDate }: StoredInvoice, today: PlainDate): InvoiceSummary['status'] =>
  status === 'open' && today > issueDate ? 'past-due' : status;

/** Whether something is still to be paid on it. */
export const isUnpaid = ({ status }: StoredInvoice): boolean => status === 'open' || status === 'failed';

/** An invoice as a list shows it. */
export function summaryOf(invoice: StoredInvoice, today: PlainDate): InvoiceSummary {
  const { id, number, issueDate, dueDate, total, amountDue } = invoice;
  return { id, number, status: statusOn(invoice, today), issueDate, dueDate, total, amountDue };
}
