import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentMethod } from '../api/index.js';
import type { MessageKey } from '../locale/catalogue.js';
import { formatMonth } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import { addMonths, type PlainDate } from '../rating/index.js';
import { icon } from './icons.js';
import { notice } from './notices.js';

/** What the next invoice is paid with, and what to do where that won't work, with a `lead` to there. `due` is when a first invoice comes. */
export function paymentMethod(
  tag: LanguageTag,
  methods: readonly PaymentMethod[],
  today: PlainDate,
  lead: unknown,
  due?: string,
): TemplateResult {
  const method = methods.find(({ role }) => role === 'default') ?? methods[0];
  if (!method)
    return notice(
      'warning',
      due === undefined ? text(tag, 'payment.none-yet') : text(tag, 'payment.none', { date: due }),
      lead,
    );
  const backups = methods.filter(({ role }) => role === 'backup').length;
  const warning = expiryWarning(tag, method, today);
  return html`<div part="payment-method" class="payment">
      ${icon('card')}
      <div>
        <p class="number">${methodName(tag, method)}</p>
        <p class="muted small">${detailsOf(tag, method, backups, warning === undefined)}</p>
      </div>
    </div>
    ${warning ? notice('warning', warning, lead) : nothing}`;
}

function detailsOf(tag: LanguageTag, { expires }: PaymentMethod, backups: number, withExpiry: boolean): string {
  const expiry =
    withExpiry && expires !== null ? [text(tag, 'payment.expires', { month: formatMonth(tag, expires) })] : [];
  return [...expiry, ...(backups > 0 ? [text(tag, 'payment.backups', { count: String(backups) })] : [])].join(' · ');
}

/** Whether a method can still be charged. A card is good to the end of the month that it names. */
export type Expiry = 'none' | 'fine' | 'soon' | 'past';

/** `soon` from a month before its last one on. */
export function expiryOf({ expires }: Pick<PaymentMethod, 'expires'>, today: PlainDate): Expiry {
  if (expires === null) return 'none';
  if (expires < today.slice(0, 7)) return 'past';
  return expires > addMonths(today, 1).slice(0, 7) ? 'fine' : 'soon';
}

/** What to do about a method that expires; nothing while it is fine. */
export function expiryWarning(tag: LanguageTag, method: PaymentMethod, today: PlainDate): string | undefined {
  const expiry = expiryOf(method, today);
  if (method.expires === null || (expiry !== 'soon' && expiry !== 'past')) return undefined;
  return text(tag, expiry === 'soon' ? 'payment.expiring' : 'payment.expired', {
    month: formatMonth(tag, method.expires),
  });
}

/** What a method is called: `Visa ending in 4242`. A wallet need not have a number. */
export function methodName(tag: LanguageTag, { brand, last4 }: Pick<PaymentMethod, 'brand' | 'last4'>): string {
  const name = brandName(tag, brand);
  return last4 === '' ? name : text(tag, 'payment.ending', { brand: name, last4: isolate(last4) });
}

/** A brand that isn't known is called what the back end calls it. */
export function brandName(tag: LanguageTag, brand: string): string {
  const key = `brand.${brand}`;
  return hasText(key) ? text(tag, key as MessageKey & 'brand.visa') : isolate(brand);
}
