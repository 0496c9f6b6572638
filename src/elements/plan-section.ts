import { html, nothing, type TemplateResult } from 'lit';
import type { Subscription } from '../api/index.js';
import { formatDate, formatPeriod } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { numberText } from '../locale/numbers.js';
import { formatQuantity, unitName } from '../locale/units.js';
import { monthOf, type PlainDate } from '../rating/index.js';
import { policiesOf } from '../rating/policies.js';
import { firstChargedDay } from '../rating/schedule.js';
import { price } from './amount.js';
import { notice, type Tone } from './notices.js';

/** A subscription's plan: what it costs, what it includes, and what is about to change. */
export function planOf(tag: LanguageTag, subscription: Subscription, today: PlainDate): TemplateResult {
  const { plan, product } = subscription;
  return html`<div part="plan" class="plan">
    <p class="row headline">
      <bdi class="strong">${plan.name}</bdi>
      <span
        >${price(tag, plan.baseFee, plan)}
        <span class="muted small">${text(tag, 'plan.per', { unit: unitName(tag, 'month') })}</span></span
      >
    </p>
    <p class="muted small"><bdi>${product}</bdi>${includedIn(tag, subscription).map((each) => ` · ${each}`)}</p>
    ${noticesOf(tag, subscription, today)} ${factsOf(tag, subscription, today)}
  </div>`;
}

function includedIn(tag: LanguageTag, { plan }: Subscription): string[] {
  return plan.usage
    .filter(({ included }) => included !== '0')
    .map(({ included, unit }) => text(tag, 'plan.includes', { quantity: formatQuantity(tag, included, unit) }));
}

function factsOf(tag: LanguageTag, { lines, addOns }: Subscription, today: PlainDate): TemplateResult {
  return html`<dl class="facts small">
    ${fact(text(tag, 'plan.period'), formatPeriod(tag, monthOf(today)))}
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

/** What the user should know of it: what is owed, and what is about to change. */
function noticesOf(tag: LanguageTag, subscription: Subscription, today: PlainDate): TemplateResult[] {
  const { status, scheduledChange, scheduledAddOns, pause, end } = subscription;
  const on = (date: PlainDate): { date: string } => ({ date: formatDate(tag, date) });
  const change = scheduledChange && { plan: isolate(scheduledChange.plan.name), ...on(scheduledChange.on) };
  const known: readonly (readonly [Tone, string] | false | null | undefined)[] = [
    status === 'past-due' && ['warning', text(tag, 'plan.past-due')],
    status === 'paused' && ['info', text(tag, 'plan.paused')],
    trialOf(tag, subscription, today),
    pause && pause.from > today && ['info', text(tag, 'plan.pauses', on(pause.from))],
    change && ['info', text(tag, 'plan.scheduled', change)],
    scheduledAddOns && ['info', text(tag, 'plan.add-ons-change', on(scheduledAddOns.on))],
    end !== null && ['info', text(tag, 'plan.ends', on(end))],
  ];
  return known.flatMap((each) => (each ? [notice(...each)] : []));
}

function trialOf(
  tag: LanguageTag,
  { trialEnd, plan }: Subscription,
  today: PlainDate,
): readonly [Tone, string] | undefined {
  if (trialEnd === null) return undefined;
  const first = firstChargedDay(trialEnd, policiesOf(plan.policies).trialEndDay);
  if (today >= first) return undefined;
  return ['info', text(tag, 'plan.trialing', { date: formatDate(tag, trialEnd), first: formatDate(tag, first) })];
}
