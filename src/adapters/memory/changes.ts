import {
  refuseCardNumber,
  type AgreedChange,
  type ChangeKind,
  type Quote,
  type Subscription,
  type SubscriptionChange,
  type UnquotedChange,
} from '../../api/index.js';
import { needConsents, proposeAddOns } from './change-add-ons.js';
import { proposePlan } from './change-plan.js';
import { proposeCancel, proposePause, proposeResume, withoutResume } from './change-term.js';
import { upTo } from './dated.js';
import { hashOf } from './hash.js';
import { issueInvoice } from './invoices.js';
import { tellInvoice } from './news.js';
import { tell } from './outbox.js';
import { sameMoney } from './payments.js';
import { nothing, recurringNow, standingOf, type Proposal, type Standing } from './proposal.js';
import { needField, needState, needVersion, refusal } from './refuse.js';
import type { SeedSubscription, StoredQuote } from './seed.js';
import { newId, type State } from './state.js';
import { isOver, keep, pauseOn, shownSubscription, subscriptionOf } from './subscriptions.js';
import { dayText } from './words.js';
import { instantOf } from './zone.js';

const QUOTE_STANDS_MS = 600_000;

/** What a change would cost, good for ten minutes and for the version that it was made for. */
export function quoteChange(state: State, id: string, change: SubscriptionChange): Quote {
  refuseCardNumber(change);
  const standing = standingOf(state, subscriptionOf(state, id));
  const { invoice, direction, timing, effective, recurring, notes } = propose(standing, change);
  const quote: Quote = {
    id: newId(state, 'quo'),
    subscription: id,
    change,
    madeFor: state.now,
    validUntil: instantOf(Date.parse(state.now) + QUOTE_STANDS_MS),
    direction,
    timing,
    effective,
    lines: invoice?.lines ?? [],
    dueNow: invoice?.total ?? nothing(state.account),
    recurring,
    recurringBefore: recurringNow(standing),
    notes,
  };
  const { version } = shownSubscription(state, standing.subscription);
  const standingQuotes = state.quotes.filter(({ validUntil }) => validUntil >= state.now);
  state.quotes = [...standingQuotes, { ...quote, version }];
  return quote;
}

/** Commits a quote: what is due is charged first, and where nothing pays, nothing changes. */
export function commitChange(
  state: State,
  id: string,
  { change, quote: quoteId, total }: AgreedChange | UnquotedChange,
  ifVersion: string | undefined,
): Subscription {
  const standing = standingOf(state, subscriptionOf(state, id));
  const { version } = shownSubscription(state, standing.subscription);
  needVersion(ifVersion, version);
  if (quoteId === null) throw refusal('preview-expired', 'quote-missing', 'A change needs a quote.');
  if (change.kind === 'add-ons') needConsents(standing, change);
  const quote = standingQuote(state, id, quoteId, change);
  const proposal = propose(standing, change);
  const due = proposal.invoice?.total ?? nothing(state.account);
  const holds = sameMoney(total, due) && sameMoney(quote.dueNow, due) && sameMoney(quote.recurring, proposal.recurring);
  if (!holds) throw refusal('preview-expired', 'total-changed', 'It costs something else now.');
  if (quote.version !== version)
    throw refusal('preview-expired', 'quote-outdated', 'It was quoted for an older version.');
  keep(state, proposal.next);
  if (proposal.invoice) charge(state, proposal.invoice);
  if (change.kind === 'plan') tellPlan(state, proposal);
  return shownSubscription(state, subscriptionOf(state, id));
}

/** Takes back what has not taken effect yet. Throws `conflict` where there is nothing of the kind. */
export function undoChange(state: State, id: string, kind: ChangeKind, ifVersion: string | undefined): Subscription {
  const { subscription, today } = standingOf(state, subscriptionOf(state, id));
  needVersion(ifVersion, shownSubscription(state, subscription).version);
  const { plan, yearStart, addOns, end, pauses } = subscription;
  const undone: Record<ChangeKind, SeedSubscription> = {
    plan: { ...subscription, plan: upTo(plan, today), ...(yearStart && { yearStart: upTo(yearStart, today) }) },
    'add-ons': { ...subscription, addOns: upTo(addOns, today) },
    cancel: { ...subscription, end: end !== null && end > today ? null : end },
    pause: pauses ? { ...subscription, pauses: pauses.filter(({ from }) => from <= today) } : subscription,
    resume: withoutResume(subscription, today),
  };
  needField(Object.hasOwn(undone, kind), 'kind', 'unknown-change', 'There is no such change.');
  needState(hashOf(undone[kind]) !== hashOf(subscription), 'nothing-scheduled', 'Nothing of this kind is to come.');
  keep(state, undone[kind]);
  return shownSubscription(state, subscriptionOf(state, id));
}

function propose(standing: Standing, change: SubscriptionChange): Proposal {
  const { subscription, today } = standing;
  needState(!isOver(subscription, today), 'ended', 'It has ended.');
  needState(subscription.end === null, 'cancelled', 'It is cancelled.');
  const rests = pauseOn(subscription, today) !== undefined && !['cancel', 'pause', 'resume'].includes(change.kind);
  needState(!rests, 'paused', 'It is paused.');
  switch (change.kind) {
    case 'plan':
      return proposePlan(standing, change.plan);
    case 'add-ons':
      return proposeAddOns(standing, change);
    case 'cancel':
      return proposeCancel(standing);
    case 'pause':
      return proposePause(standing, change.until);
    case 'resume':
      return proposeResume(standing);
    default:
      throw refusal('validation', 'unknown-change', 'There is no such change.', { kind: 'unknown-change' });
  }
}

/** The quote of this change. Consents and reasons are given after it, so they don't count. */
function standingQuote(state: State, subscription: string, id: string, change: SubscriptionChange): StoredQuote {
  const quote = state.quotes.find((each) => each.id === id && each.subscription === subscription);
  if (!quote) throw refusal('preview-expired', 'unknown-quote', 'There is no such quote.');
  if (quote.validUntil < state.now) throw refusal('preview-expired', 'quote-expired', 'The quote has run out.');
  needField(wantedOf(quote.change) === wantedOf(change), 'change', 'other-change', 'Something else was quoted.');
  return quote;
}

const wantedOf = (change: SubscriptionChange): string => hashOf({ ...change, consents: undefined, reason: undefined });

function charge(state: State, rated: NonNullable<Proposal['invoice']>): void {
  const invoice = issueInvoice(state, rated);
  if (invoice.status === 'paid' || invoice.status === 'credited') return tellInvoice(state, invoice);
  const code = invoice.attempts.at(-1)?.code ?? 'no-payment-method';
  throw refusal('payment-declined', code, 'Nothing could be charged, so nothing was changed.');
}

function tellPlan(state: State, { next, effective }: Proposal): void {
  const name = next.plan.at(-1)?.value.name ?? '';
  tell(state, {
    kind: 'plan-changed',
    subject: `Your plan: ${name}`,
    text: `${next.product}: you have ${name} from ${dayText(effective)} on.`,
  });
}
