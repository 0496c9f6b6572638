import type { TemplateResult } from 'lit';
import type { ChangeKind, PlainDate, Subscription } from '../api/index.js';
import { formatDate, formatPeriod } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import { formatQuantity } from '../locale/units.js';
import { intervalOf } from '../store/interval.js';
import { badge, type BadgeTone } from './badge.js';

/** Something that is to come, and which kind of change is taken back with it; none where nothing can be. */
export interface Coming {
  readonly words: string;
  readonly kind: Exclude<ChangeKind, 'add-ons'> | undefined;
}

const TONES: Readonly<Record<string, BadgeTone>> = {
  trialing: 'accent',
  active: 'positive',
  'past-due': 'warning',
};

/** How a subscription stands, in a word. */
export function statusBadge(tag: LanguageTag, { status }: Subscription): TemplateResult {
  const key = `subscriptions.status.${status}`;
  const label = hasText(key) ? text(tag, key as 'subscriptions.status.active') : isolate(status);
  return badge(TONES[status] ?? 'neutral', label);
}

/** From when on it runs, or ran until when. */
export function periodText(tag: LanguageTag, { start, end }: Subscription): string {
  if (end === null) return text(tag, 'subscriptions.since', { date: formatDate(tag, start, 'day-year') });
  return formatPeriod(tag, { start, end }, 'day-year');
}

/** What is included, one text for each charge that includes something. */
export function includedTexts(tag: LanguageTag, { plan }: Subscription): string[] {
  const including = plan.usage.filter(({ included }) => !/^0*(\.0*)?$/.test(included));
  if (including.length === 0) return [text(tag, 'subscriptions.nothing-included')];
  return including.map(({ name, included, unit }) => {
    const each = formatQuantity(tag, included, unit);
    const quantity = intervalOf(plan) === 'year' ? text(tag, 'subscriptions.each-month', { quantity: each }) : each;
    return including.length === 1
      ? quantity
      : text(tag, 'subscriptions.included-of', { name: isolate(name), quantity });
  });
}

/** What is to come: an end, a pause, another plan. */
export function comingOf(tag: LanguageTag, subscription: Subscription, today: PlainDate): Coming[] {
  const { status, end, scheduledChange } = subscription;
  if (status === 'ended') return [];
  const on = (date: PlainDate): string => formatDate(tag, date);
  const found: Coming[] = [];
  if (end !== null && end > today)
    found.push({ words: text(tag, 'subscriptions.ends', { date: on(end) }), kind: 'cancel' });
  found.push(...pauseOf(tag, subscription, today));
  if (scheduledChange) {
    const words = { plan: isolate(scheduledChange.plan.name), date: on(scheduledChange.on) };
    found.push({ words: text(tag, 'subscriptions.changes', words), kind: 'plan' });
  }
  return found;
}

function pauseOf(tag: LanguageTag, { pause }: Subscription, today: PlainDate): Coming[] {
  if (!pause) return [];
  const { from, until, untilBefore } = pause;
  const hasBegun = from <= today;
  const date = formatDate(tag, from);
  const words =
    until === null
      ? text(tag, hasBegun ? 'subscriptions.rests' : 'subscriptions.pauses', { date })
      : text(tag, hasBegun ? 'subscriptions.rests-until' : 'subscriptions.pauses-until', {
          date,
          until: formatDate(tag, until),
        });
  if (!hasBegun) return [{ words, kind: 'pause' }];
  return [{ words, kind: untilBefore === undefined ? undefined : 'resume' }];
}
