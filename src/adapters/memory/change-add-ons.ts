import type { RatedAddOn, SubscriptionChange } from '../../api/index.js';
import { addOnPurchase, previewInvoice, type InvoicePreview } from '../../rating/index.js';
import { changedFrom, upTo, valueOn, type Dated } from './dated.js';
import { recurringOf, type Proposal, type Standing } from './proposal.js';
import { found, needField } from './refuse.js';
import { isTrial } from './subscriptions.js';
import { dayText } from './words.js';

type AddOnsChange = Extract<SubscriptionChange, { kind: 'add-ons' }>;

/** The add-ons that it shall have: new ones are invoiced at once, the others end with the period; in a trial at once, free. */
export function proposeAddOns(standing: Standing, { addOns: ids }: AddOnsChange): Proposal {
  const { subscription, today, period } = standing;
  const now = valueOn(subscription.addOns, today);
  const wanted = wantedAddOns(standing, ids);
  const added = wanted.filter(({ id }) => !has(now, id));
  const removed = now.filter(({ id }) => !has(wanted, id));
  const trial = isTrial(subscription, today);
  const next = { ...subscription, addOns: scheduleOf(standing, wanted, trial) };
  needField(!sameDated(next.addOns, subscription.addOns), 'addOns', 'no-change', 'It has these add-ons already.');
  return {
    direction: 'other',
    timing: added.length > 0 || trial || removed.length === 0 ? 'now' : 'next-period',
    effective: added.length > 0 || trial || removed.length === 0 ? today : period.end,
    invoice: trial || added.length === 0 ? null : invoiceOf(standing, added),
    recurring: recurringOf(standing, valueOn(subscription.plan, today), wanted),
    notes: trial
      ? ['Nothing is charged before your free trial ends.']
      : removed.map(({ name }) => `You keep ${name} until ${dayText(period.end)}.`),
    next,
  };
}

/** Throws `validation` unless the terms of each new add-on were consented to, in the version that holds. */
export function needConsents({ state, subscription, today }: Standing, { addOns, consents }: AddOnsChange): void {
  const now = valueOn(subscription.addOns, today);
  for (const id of addOns.filter((each) => !has(now, each))) {
    const { terms } = found(state.addOns, id, 'add-on');
    const given = Object.hasOwn(consents, id) && consents[id] === terms.version;
    needField(given, `consents.${id}`, 'consent-missing', 'The terms of this add-on must be consented to.');
  }
}

/** In the order of the catalogue; an add-on that is had keeps the price that it was bought at. */
function wantedAddOns({ state, subscription, today }: Standing, ids: readonly string[]): RatedAddOn[] {
  needField(new Set(ids).size === ids.length, 'addOns', 'duplicate-add-on', 'An add-on is named twice.');
  const now = valueOn(subscription.addOns, today);
  const known = [...now, ...state.addOns.filter(({ id }) => !has(now, id))];
  const unknown = ids.find((id) => !has(known, id));
  needField(unknown === undefined, 'addOns', 'unknown-add-on', 'There is no such add-on.');
  return known.filter(({ id }) => ids.includes(id)).map(({ id, name, fee }) => ({ id, name, fee }));
}

function scheduleOf(
  { subscription: { addOns }, today, period }: Standing,
  wanted: readonly RatedAddOn[],
  trial: boolean,
): Dated<readonly RatedAddOn[]> {
  const now = valueOn(addOns, today);
  const all = [...now, ...wanted.filter(({ id }) => !has(now, id))];
  if (trial || all.length === wanted.length) return changedFrom(addOns, today, wanted);
  const kept = all.length === now.length ? upTo(addOns, today) : changedFrom(addOns, today, all);
  return changedFrom(kept, period.end, wanted);
}

function invoiceOf({ subscription, today, period }: Standing, added: readonly RatedAddOn[]): InvoicePreview {
  const plan = valueOn(subscription.plan, today);
  return previewInvoice({
    dates: { issueDate: today, advance: period, arrears: null },
    subscriptions: [],
    currency: { currency: plan.currency, exponent: plan.exponent },
    adjustments: added.map((addOn) =>
      addOnPurchase({ subscription: subscription.id, plan, addOn, period, date: today }),
    ),
  });
}

/** Whether the same add-ons are had on the same days. */
function sameDated(a: Dated<readonly RatedAddOn[]>, b: Dated<readonly RatedAddOn[]>): boolean {
  const days = [...a, ...b].map(({ from }) => from);
  return days.every((day) => idsOn(a, day) === idsOn(b, day));
}

const idsOn = (dated: Dated<readonly RatedAddOn[]>, day: string): string =>
  valueOn(dated, day)
    .map(({ id }) => id)
    .join();

const has = (addOns: readonly RatedAddOn[], id: string): boolean => addOns.some((each) => each.id === id);
