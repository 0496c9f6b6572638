import type { AgreedChange, Money, Quote, Subscription, SubscriptionChange } from '../../api/index.js';
import { present } from '../expect.js';
import type { Kit, Need } from '../needs.js';
import { allOf } from './pages.js';

/** What it takes to commit a change. */
export const COMMIT = ['previewChange', 'changeSubscription', 'facts.subscription'] as const satisfies readonly Need[];
type Commit = (typeof COMMIT)[number];

/** The subscription as it reads now. */
export async function subscriptionOf({ adapter, facts }: Kit<'facts.subscription'>): Promise<Subscription> {
  const all = await allOf((query) => adapter.listSubscriptions(query));
  return present(
    all.find(({ id }) => id === facts.subscription),
    'facts.subscription is in the list of subscriptions',
  );
}

/** What a change of a subscription may touch: all subscriptions, and the invoices where they can be read. */
export async function bookOf(kit: Kit<never>): Promise<unknown> {
  const { adapter } = kit;
  const subscriptions = await allOf((query) => adapter.listSubscriptions(query));
  const invoices = adapter.listInvoices && kit.can('listInvoices') ? await adapter.listInvoices({ limit: 100 }) : null;
  return { subscriptions, invoices };
}

/** The quote for a change. */
export const quoteFor = (
  { adapter, facts }: Kit<'previewChange' | 'facts.subscription'>,
  change: SubscriptionChange,
): Promise<Quote> => adapter.previewChange(facts.subscription, change);

/** What a user agrees to who reads the quote. */
export const agreed = ({ id, change, dueNow }: Quote): AgreedChange => ({ change, quote: id, total: dueNow });

/** Quotes and commits a change; the subscription after it. */
export async function commit(kit: Kit<Commit>, change: SubscriptionChange): Promise<Subscription> {
  const { version } = await subscriptionOf(kit);
  return send(kit, agreed(await quoteFor(kit, change)), version);
}

/** Commits what was agreed to, under a key of its own. */
export const send = (
  { adapter, facts, key }: Kit<Commit>,
  change: AgreedChange,
  version: string,
): Promise<Subscription> =>
  adapter.changeSubscription(facts.subscription, change, { idempotencyKey: key(), ifVersion: version });

/** The change that buys an add-on beside those that the subscription has. */
export async function purchaseOf(
  kit: Kit<'listAddOns' | 'facts.subscription' | 'facts.addOn'>,
): Promise<SubscriptionChange> {
  const { adapter, facts } = kit;
  const offered = await allOf((query) => adapter.listAddOns(facts.subscription, query));
  const wanted = present(
    offered.find(({ id }) => id === facts.addOn),
    'facts.addOn is on offer',
  );
  const { addOns } = await subscriptionOf(kit);
  return {
    kind: 'add-ons',
    addOns: [...addOns.map(({ id }) => id), wanted.id],
    consents: { [wanted.id]: wanted.terms.version },
  };
}

/** The change that gives up the add-on in the facts. */
export async function droppingOf(kit: Kit<'facts.subscription' | 'facts.ownedAddOn'>): Promise<SubscriptionChange> {
  const { addOns } = await subscriptionOf(kit);
  const kept = addOns.map(({ id }) => id).filter((id) => id !== kit.facts.ownedAddOn);
  return { kind: 'add-ons', addOns: kept, consents: {} };
}

/** One minor unit more. */
export const oneMore = (money: Money): Money => ({ ...money, amount: String(BigInt(money.amount) + 1n) });
