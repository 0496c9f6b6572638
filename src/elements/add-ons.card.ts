import type { AddOn, Consent, PlainDate, RatedAddOn, Subscription } from '../api/index.js';

/** An add-on as it stands for a subscription. */
export interface AddOnCard extends RatedAddOn {
  readonly description: string;
  /** `coming`: had from a later period on. */
  readonly standing: 'available' | 'active' | 'ending' | 'coming';
  /** The first day without it, or with it. */
  readonly on: PlainDate | null;
  /** What is consented to when it is bought; `undefined` where it is no longer sold. */
  readonly terms: Consent | undefined;
}

/** All that are on offer, and those that are still had, at the price that they were bought at. */
export function cardsOf(offered: readonly AddOn[], subscription: Subscription): AddOnCard[] {
  const { addOns: had, scheduledAddOns } = subscription;
  const unsold = [...had, ...(scheduledAddOns?.addOns ?? [])].filter(
    (each, index, all) => !has(offered, each) && all.findIndex(({ id }) => id === each.id) === index,
  );
  return [
    ...offered.map((each) => ({
      ...priced(had.find(({ id }) => id === each.id) ?? each),
      ...standingOf(each, subscription, each.endsOn),
      description: each.description,
      terms: each.terms,
    })),
    ...unsold.map((each) => ({
      ...priced(each),
      ...standingOf(each, subscription, null),
      description: '',
      terms: undefined,
    })),
  ];
}

/** What a subscription goes on with after its period, as long as nothing is changed. */
export const keptOf = (cards: readonly AddOnCard[]): AddOnCard[] =>
  cards.filter(({ standing }) => standing === 'active' || standing === 'coming');

/** The subscription's own word goes first: it is the newer one right after a change. */
function standingOf(
  addOn: RatedAddOn,
  { addOns, scheduledAddOns }: Subscription,
  endsOn: PlainDate | null,
): Pick<AddOnCard, 'standing' | 'on'> {
  const isKept = scheduledAddOns ? has(scheduledAddOns.addOns, addOn) : endsOn === null;
  if (!has(addOns, addOn))
    return scheduledAddOns && isKept
      ? { standing: 'coming', on: scheduledAddOns.on }
      : { standing: 'available', on: null };
  return isKept ? { standing: 'active', on: null } : { standing: 'ending', on: scheduledAddOns?.on ?? endsOn };
}

const has = (addOns: readonly RatedAddOn[], { id }: RatedAddOn): boolean => addOns.some((each) => each.id === id);

const priced = ({ id, name, fee }: RatedAddOn): RatedAddOn => ({ id, name, fee });
