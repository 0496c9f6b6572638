import type { PaymentMethod, PlainDate } from '../../api/index.js';

const days = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words: `November 18, 2026`. */
export const dayText = (date: PlainDate): string => days.format(Date.parse(date));

/** A method by what is known of it: `visa ending in 4242`. */
export const cardText = ({ brand, last4 }: Pick<PaymentMethod, 'brand' | 'last4'>): string =>
  `${brand} ending in ${last4}`;
