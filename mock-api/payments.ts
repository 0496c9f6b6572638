import type { InvoiceSummary, PaymentMethod } from '../src/api/index.js';
import type { Money, PlainDate } from '../src/rating/index.js';
import type { CardState } from './state.js';

/** One try to collect an invoice. */
export interface PaymentAttempt {
  readonly method: Pick<PaymentMethod, 'id' | 'kind' | 'brand' | 'last4'>;
  readonly date: PlainDate;
  readonly outcome: 'succeeded' | 'declined';
  /** The bank's reason; `null` when it paid. */
  readonly code: string | null;
}

/** A card as it is shown: without what its bank will say. */
export const shownCard = ({ id, kind, brand, last4, expires, role, holder }: CardState): PaymentMethod => ({
  id,
  kind,
  brand,
  last4,
  expires,
  role,
  holder,
});

/** Charges the default, then the back-ups in order, until one pays. Nothing is due for a total of zero. */
export function collect(total: Money, date: PlainDate, cards: readonly CardState[]): PaymentAttempt[] {
  if (total.amount === '0') return [];
  const attempts = cards.filter(({ role }) => role !== 'unused').map((card) => attempt(card, date));
  const paid = attempts.findIndex(({ outcome }) => outcome === 'succeeded');
  return paid < 0 ? attempts : attempts.slice(0, paid + 1);
}

/** What the attempts made of an invoice. Due on receipt: past due from the next day on, if nothing could be charged. */
export function statusOf(
  total: Money,
  date: PlainDate,
  attempts: readonly PaymentAttempt[],
  today: PlainDate,
): InvoiceSummary['status'] {
  if (total.amount === '0' || attempts.at(-1)?.outcome === 'succeeded') return 'paid';
  if (attempts.length > 0) return 'failed';
  return today > date ? 'past-due' : 'open';
}

function attempt(card: CardState, date: PlainDate): PaymentAttempt {
  const { id, kind, brand, last4, expires, declines } = card;
  const code = expires !== null && expires < date.slice(0, 7) ? 'expired-card' : (declines?.[date] ?? null);
  return { method: { id, kind, brand, last4 }, date, outcome: code === null ? 'succeeded' : 'declined', code };
}
