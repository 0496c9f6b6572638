import type { RatedAddOn, Subscription, Usage } from '../api/index.js';
import type { InvoicePreview } from '../rating/index.js';
import { billOf, type Bill } from './bill.js';
import { ratedOrNull } from './combine.js';

/** The next invoice as things stand, and as it would be; `null` where none would come. By what was used so far. */
export interface InvoiceEffect {
  readonly before: InvoicePreview | null;
  readonly after: InvoicePreview | null;
}

/**
 * What a change of one subscription does to the next invoice, by the same rules that made it. `null` where the back end
 * came to another invoice than these rules do: then they can't say what it would come to either.
 */
export function nextInvoiceWith(
  bill: Bill,
  subscription: Subscription,
  change: (subscription: Subscription) => Subscription,
): InvoiceEffect | null {
  if (bill.difference) return null;
  const period = { period: bill.period, asOf: bill.account.now };
  const usage = bill.current.map(({ subscription: { id }, usage: days }): Usage => ({
    subscription: id,
    days,
    ...period,
  }));
  const current = bill.current.map((each) => each.subscription);
  const own = current.find(({ id }) => id === subscription.id);
  // One that isn't billed for a day of this period, because it rests, has no usage to be charged either.
  if (!own) usage.push({ subscription: subscription.id, days: [], ...period });
  const changed = change(own ?? subscription);
  const all = [...current.filter((each) => each !== own), changed];
  return ratedOrNull(() => ({ before: bill.invoice, after: billOf(bill.account, all, usage).invoice }));
}

/** A subscription that has just these add-ons from its next period on. What it has until then is paid for. */
export const withAddOns = (subscription: Subscription, addOns: readonly RatedAddOn[]): Subscription => ({
  ...subscription,
  scheduledAddOns: { addOns, on: subscription.start },
});
