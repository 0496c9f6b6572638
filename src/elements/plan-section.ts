import { html, nothing, type TemplateResult } from 'lit';
import type { RatedAddOn, Subscription } from '../api/index.js';
import { formatDate, formatPeriod } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { numberText } from '../locale/numbers.js';
import { formatQuantity, unitName } from '../locale/units.js';
import { monthOf, type PlainDate } from '../rating/index.js';
import { policiesOf } from '../rating/policies.js';
import { firstChargedDay } from '../rating/schedule.js';
import { intervalOf, paidUntil } from '../store/interval.js';
import { price } from './amount.js';
import { notice, type Tone } from './notices.js';

/** Where a remark leads: to the part of the page where something can be done about it. */
export type LeadTab = 'plan' | 'invoices' | 'payment-methods' | 'add-ons' | 'subscriptions';

/** A remark, how it is meant, and where it leads. */
type Known = readonly [tone: Tone, words: string, tab?: LeadTab];

/** A subscription's plan: what it costs, what it includes, and what is about to change. */
export function planOf(
  tag: LanguageTag,
  subscription: Subscription,
  today: PlainDate,
  lead: (tab: LeadTab) => unknown,
): TemplateResult {
  const { plan, product } = subscription;
  return html`<div part="plan" class="plan">
    <p class="row headline">
      <bdi class="strong">${plan.name}</bdi>
      <span
        >${price(tag, plan.baseFee, plan)}
        <span class="muted small">${text(tag, 'plan.per', { unit: unitName(tag, intervalOf(plan)) })}</span></span
      >
    </p>
    <p class="muted small"><bdi>${product}</bdi>${includedIn(tag, subscription).map((each) => ` · ${each}`)}</p>
    ${noticesOf(tag, subscription, today, lead)} ${factsOf(tag, subscription, today)}
  </div>`;
}

function includedIn(tag: LanguageTag, { plan }: Subscription): string[] {
  return plan.usage
    .filter(({ included }) => included !== '0')
    .map(({ included, unit }) => text(tag, 'plan.includes', { quantity: formatQuantity(tag, included, unit) }));
}

function factsOf(tag: LanguageTag, subscription: Subscription, today: PlainDate): TemplateResult {
  const { lines, addOns } = subscription;
  const until = paidUntil(subscription, today);
  return html`<dl class="facts small">
    ${fact(text(tag, 'plan.period'), formatPeriod(tag, monthOf(today)))}
    ${until ? fact(text(tag, 'plan.paid-until'), formatDate(tag, until, 'day-year')) : nothing}
    ${lines > 0 ? fact(text(tag, 'plan.lines'), numberText(tag, String(lines))) : nothing}
    ${
      addOns.length > 0
        ? fact(
            text(tag, 'plan.add-ons'),
            listOf(
              tag,
              addOns.map(({ name }) => isolate(name)),
            ),
          )
        : nothing
    }
  </dl>`;
}

const fact = (name: string, value: string): TemplateResult =>
  html`<div>
    <dt class="muted">${name}</dt>
    <dd>${value}</dd>
  </div>`;

const listOf = (tag: LanguageTag, names: readonly string[]): string =>
  new Intl.ListFormat(tag, { style: 'narrow' }).format(names);

/** What the user should know of it: what is owed, and what is about to change. Each leads to where that is done. */
function noticesOf(
  tag: LanguageTag,
  subscription: Subscription,
  today: PlainDate,
  lead: (tab: LeadTab) => unknown,
): TemplateResult[] {
  const { status, scheduledChange, end } = subscription;
  const on = (date: PlainDate): { date: string } => ({ date: formatDate(tag, date) });
  const change = scheduledChange && { plan: isolate(scheduledChange.plan.name), ...on(scheduledChange.on) };
  const known: readonly (Known | false | null | undefined)[] = [
    status === 'past-due' && ['warning', text(tag, 'plan.past-due'), 'invoices'],
    trialOf(tag, subscription, today),
    pauseOf(tag, subscription, today),
    change && ['info', text(tag, 'plan.scheduled', change), 'plan'],
    ...addOnsOf(tag, subscription),
    end !== null && ['info', text(tag, 'plan.ends', on(end)), 'subscriptions'],
  ];
  return known.flatMap((each) => {
    if (!each) return [];
    const [tone, words, tab] = each;
    return [notice(tone, words, tab ? lead(tab) : nothing)];
  });
}

function pauseOf(tag: LanguageTag, { status, pause }: Subscription, today: PlainDate): Known | undefined {
  const until = pause?.until ? formatDate(tag, pause.until) : '';
  if (status === 'paused' || (pause && pause.from <= today))
    return ['info', until ? text(tag, 'plan.paused-until', { until }) : text(tag, 'plan.paused'), 'subscriptions'];
  if (!pause) return undefined;
  const date = formatDate(tag, pause.from);
  const words = until ? text(tag, 'plan.pauses-until', { date, until }) : text(tag, 'plan.pauses', { date });
  return ['info', words, 'subscriptions'];
}

/** The add-ons that end, and those that begin, with the next period. */
function addOnsOf(tag: LanguageTag, { addOns, scheduledAddOns }: Subscription): Known[] {
  if (!scheduledAddOns) return [];
  const { on, addOns: then } = scheduledAddOns;
  const without = (all: readonly RatedAddOn[], others: readonly RatedAddOn[]): string[] =>
    all.filter(({ id }) => !others.some((each) => each.id === id)).map(({ name }) => isolate(name));
  const words = (key: 'plan.add-ons-end' | 'plan.add-ons-begin', names: readonly string[]): Known[] => {
    const sentence = new Intl.ListFormat(tag, { type: 'conjunction' }).format(names);
    const params = { count: String(names.length), names: sentence, date: formatDate(tag, on) };
    return names.length > 0 ? [['info', text(tag, key, params), 'add-ons']] : [];
  };
  return [...words('plan.add-ons-end', without(addOns, then)), ...words('plan.add-ons-begin', without(then, addOns))];
}

function trialOf(tag: LanguageTag, { trialEnd, plan }: Subscription, today: PlainDate): Known | undefined {
  if (trialEnd === null) return undefined;
  const first = firstChargedDay(trialEnd, policiesOf(plan.policies).trialEndDay);
  if (today >= first) return undefined;
  return ['info', text(tag, 'plan.trialing', { date: formatDate(tag, trialEnd), first: formatDate(tag, first) })];
}
