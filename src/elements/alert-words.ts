import type { AlertThreshold, Decimal } from '../api/index.js';
import type { Currency } from '../rating/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatPrice } from '../locale/money.js';
import { exactParts, textOf } from '../locale/numbers.js';
import { quantityParts } from '../locale/units.js';
import { replayThreshold, type AlertReplay, type ThresholdTerms } from '../store/alert-replay.js';
import type { AlertSubject } from './alert-thresholds.js';

const DIGITS = { min: 0, max: 12 } as const;

/** The value of a threshold with its unit: `50%`, `100 minutes`, `$350.00`. */
function valueText(tag: LanguageTag, at: Decimal, measure: string, unit: string, currency: Currency): string {
  if (measure === 'allowance-percent')
    return textOf(exactParts(tag, at, DIGITS, { style: 'unit', unit: 'percent', unitDisplay: 'narrow' }));
  if (measure === 'amount') return formatPrice(tag, at, currency);
  return textOf(quantityParts(tag, at, measure === 'quantity' ? unit : '', DIGITS));
}

/** The unit of a value, to stand behind its field. */
export function unitText(tag: LanguageTag, measure: string, unit: string, { currency }: Currency): string {
  if (measure === 'allowance-percent') return '%';
  if (measure === 'amount') return currency;
  const parts = measure === 'quantity' ? quantityParts(tag, '2', unit, DIGITS) : [];
  const words = parts.filter(({ type }) => type === 'unit' || type === 'literal');
  return textOf(words).trim();
}

/** A threshold in words, where it can't be changed. */
export function thresholdText(
  tag: LanguageTag,
  { measure, at, charge }: AlertThreshold,
  subject: AlertSubject | undefined,
  currency: Currency,
): string {
  const value = valueText(tag, at, measure, subject?.charge.unit ?? '', currency);
  if (measure === 'amount') return text(tag, 'thresholds.is-amount', { value });
  const name = isolate(subject?.charge.name ?? charge ?? '');
  if (measure === 'allowance-percent') return text(tag, 'thresholds.is-allowance-percent', { value, charge: name });
  if (measure === 'quantity') return text(tag, 'thresholds.is-quantity', { value, charge: name });
  return text(tag, 'thresholds.is-other', { measure: isolate(measure), value });
}

/** When a threshold would have fired, in a sentence. */
export function replayText(tag: LanguageTag, replay: AlertReplay, terms: ThresholdTerms): string {
  const found = replayThreshold(replay, terms);
  if (!found) return text(tag, 'replay.nothing');
  if (!found.isReachable) return text(tag, 'replay.unreachable');
  const { on, wholeMonths } = found;
  if (on.length > 0) {
    const dates = on.map((date) => formatDate(tag, date));
    return text(tag, 'replay.fired', { dates: new Intl.ListFormat(tag).format(dates) });
  }
  return wholeMonths === 0 ? text(tag, 'replay.not-yet') : text(tag, 'replay.never', { count: String(wholeMonths) });
}
