import type { Account } from '../api/index.js';
import { dateFormat, numberFormat, type LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import { formatQuantity } from '../locale/units.js';
import { divide, parse, toText } from '../rating/decimal.js';
import type { UsageCharge } from '../rating/index.js';
import { zoneOf } from '../store/usage-report.js';

/** A kind that we don't know is called what the back end calls it. */
export function kindName(tag: LanguageTag, kind: string): string {
  const key = `kind.${kind}`;
  return hasText(key) ? text(tag, key as 'kind.operator') : isolate(kind);
}

/** Why a record isn't billed; for a reason that we don't know, only that it isn't. */
export function notBilledText(tag: LanguageTag, reason: string | null): string {
  const key = `not-billed.${reason}`;
  return hasText(key) ? text(tag, key as 'not-billed.fax') : text(tag, 'records.not-billed');
}

/** Seconds in words that are short: `1h 4m 12s`. */
export function durationText(tag: LanguageTag, seconds: number): string {
  const parts = [
    ['hour', Math.floor(seconds / 3600)],
    ['minute', Math.floor((seconds % 3600) / 60)],
    ['second', seconds % 60],
  ] as const;
  const said = parts.filter(([unit, value]) => value > 0 || (unit === 'second' && seconds === 0));
  return said.map(([unit, value]) => narrow(tag, value, unit)).join(' ');
}

/** What a record counts for its charge: a length of time where that is what the charge is reported in. */
export function quantityText(tag: LanguageTag, quantity: string, charge: UsageCharge | undefined): string {
  const unit = charge?.reported?.unit ?? charge?.unit ?? '';
  return unit === 'second' ? durationText(tag, Number(quantity)) : formatQuantity(tag, quantity, unit);
}

/**
 * What records come to for their charge. Minutes with their seconds rather than a fraction that is cut: parts that are
 * read beside their sum must add up to it.
 */
export function totalText(tag: LanguageTag, quantity: string, { unit, reported }: UsageCharge): string {
  if (unit !== 'minute' || reported?.unit !== 'second')
    return formatQuantity(tag, toText(divide(parse(quantity), parse(reported?.perUnit ?? '1'))), unit);
  const seconds = Number(quantity);
  return [narrow(tag, Math.floor(seconds / 60), 'minute'), narrow(tag, seconds % 60, 'second')].join(' ');
}

const narrow = (tag: LanguageTag, value: number, unit: string): string =>
  numberFormat(tag, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value);

/** A moment on the account's clock. */
export const momentIn = (tag: LanguageTag, zone: string, moment: number): string =>
  dateFormat(tag, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: zone }).format(
    moment,
  );

/** The account's zone in words and by its name: `Eastern Time (America/New_York)`. */
export function zoneName(tag: LanguageTag, account: Account): string {
  const zone = zoneOf(account);
  const parts = dateFormat(tag, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(new Date(account.now));
  const words = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return words === zone ? zone : `${words} (${zone})`;
}
