import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentMethod } from '../api/index.js';
import type { MessageKey } from '../locale/catalogue.js';
import { formatMonth } from '../locale/dates.js';
import { en } from '../locale/en.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { addMonths, type PlainDate } from '../rating/index.js';
import { icon } from './icons.js';
import { notice } from './notices.js';

/** What the next invoice is paid with, and what to do where that won't work. `due` is when a first invoice comes. */
export function paymentMethod(
  tag: LanguageTag,
  methods: readonly PaymentMethod[],
  today: PlainDate,
  due?: string,
): TemplateResult {
  const method = methods.find(({ role }) => role === 'default') ?? methods[0];
  if (!method)
    return notice(
      'warning',
      due === undefined ? text(tag, 'payment.none-yet') : text(tag, 'payment.none', { date: due }),
    );
  const backups = methods.filter(({ role }) => role === 'backup').length;
  const warning = expiryWarning(tag, method, today);
  const ending = text(tag, 'payment.ending', { brand: brandName(tag, method.brand), last4: isolate(method.last4) });
  return html`<div part="payment-method" class="payment">
      ${icon('card')}
      <div>
        <p class="number">${ending}</p>
        <p class="muted small">${detailsOf(tag, method, backups, warning === undefined)}</p>
      </div>
    </div>
    ${warning ? notice('warning', warning) : nothing}`;
}

function detailsOf(tag: LanguageTag, { expires }: PaymentMethod, backups: number, withExpiry: boolean): string {
  const expiry =
    withExpiry && expires !== null ? [text(tag, 'payment.expires', { month: formatMonth(tag, expires) })] : [];
  return [...expiry, ...(backups > 0 ? [text(tag, 'payment.backups', { count: String(backups) })] : [])].join(' · ');
}

/** From a month before its last one on. A card is good to the end of the month that it names. */
function expiryWarning(tag: LanguageTag, { expires }: PaymentMethod, today: PlainDate): string | undefined {
  if (expires === null || expires > addMonths(today, 1).slice(0, 7)) return undefined;
  const month = formatMonth(tag, expires);
  return expires < today.slice(0, 7)
    ? text(tag, 'payment.expired', { month })
    : text(tag, 'payment.expiring', { month });
}

/** A brand that isn't known is called what the back end calls it. */
function brandName(tag: LanguageTag, brand: string): string {
  const key = `brand.${brand}`;
  return Object.hasOwn(en, key) ? text(tag, key as MessageKey & 'brand.visa') : isolate(brand);
}
