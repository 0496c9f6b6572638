import type { MockBackend } from '../../mock-api/index.js';
import {
  nextInvoiceDates,
  previewInvoice,
  type InvoicePreview,
  type Period,
  type RatedSubscription,
} from '../../src/rating/index.js';

/** The next invoice as a page works it out from what it can read. */
export function preview(backend: MockBackend): InvoicePreview {
  const dates = nextInvoiceDates(backend.today, backend.subscriptions()[0]?.trialEnd ?? null);
  return previewInvoice({ dates, subscriptions: rated(backend, dates.arrears) });
}

/** What is current, with the usage of a period, as rating takes it. */
export function rated(backend: MockBackend, arrears: Period | null): RatedSubscription[] {
  return backend
    .subscriptions()
    .filter(({ status }) => status !== 'ended')
    .map(({ id, plan, trialEnd, lines, addOns }) => ({
      id,
      plan,
      trialEnd,
      lines,
      addOns,
      usage: (arrears && backend.usage(id, arrears)?.days) ?? [],
    }));
}
