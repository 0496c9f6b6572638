import { parse, type Decimal } from './decimal.js';
import type { ChargeTerms, ChargeUsage } from './charge-input.js';
import { input, plus, type Figure } from './figure.js';
import type { PartFacts } from './priced-usage.js';
import { billedUnits } from './unit-conversion.js';
import { lessFreeQuantity } from './usage-discount.js';

/** The quantity that is priced, and what else the price may have to know. */
export interface BilledUsage {
  readonly quantity: Figure;
  readonly facts: PartFacts;
}

/**
 * The usage in billed units, less the free ones. Each quantity is converted and rounded by itself: with packs rounded
 * up, 1300 after an earlier 1400 are two more packs. Parts that must add up to the whole are rated by running total.
 */
export function billedUsage(terms: ChargeTerms, usage: ChargeUsage): BilledUsage {
  const quantity =
    usage.quantity === undefined && usage.events ? sumOf(usage.events, terms) : toBilled(terms, usage, 'quantity');
  const prior = toBilled(terms, usage, 'priorQuantity');
  const facts = factsOf(terms, usage);
  if (terms.freeQuantity === undefined) return { quantity, facts: { ...facts, prior } };
  const less = lessFreeQuantity(quantity, prior, terms.freeQuantity);
  return { quantity: less.billed, facts: { ...facts, prior: less.priorBilled } };
}

/** Events without a quantity beside them stand for one. */
const sumOf = (events: readonly Decimal[], terms: ChargeTerms): Figure =>
  plus(eventsOf(events, terms), { unit: terms.currency, label: LABELS.quantity });

const eventsOf = (events: readonly Decimal[], { currency }: ChargeTerms): Figure[] =>
  events.map((event) => input(parse(event), currency, 'event'));

const LABELS = { quantity: 'quantity', priorQuantity: 'prior-quantity', tierQuantity: 'tier-quantity' };

function toBilled({ conversion }: ChargeTerms, usage: ChargeUsage, name: keyof typeof LABELS): Figure {
  const metered = input(parse(usage[name] ?? '0'), usage.unit ?? 'unit', LABELS[name]);
  return conversion ? billedUnits(metered, conversion) : metered;
}

function factsOf(terms: ChargeTerms, usage: ChargeUsage): PartFacts {
  const { position, events, priorBlocks, dimensions } = usage;
  return {
    ...(position !== undefined && { position }),
    ...(usage.tierQuantity !== undefined && { tierQuantity: toBilled(terms, usage, 'tierQuantity') }),
    ...(events && { events: eventsOf(events, terms) }),
    ...(priorBlocks && { priorBlocks: priorBlocks.map((count) => input(parse(count), 'block', 'prior-blocks')) }),
    ...(dimensions && { dimensions: peaks(dimensions) }),
  };
}

const peaks = (dimensions: Readonly<Record<string, Decimal>>): ReadonlyMap<string, Figure> =>
  new Map(Object.entries(dimensions).map(([name, peak]) => [name, input(parse(peak), name, 'peak')]));
