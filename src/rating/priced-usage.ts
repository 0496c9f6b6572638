import { isZero } from './decimal.js';
import { nothing, plus, type Figure } from './figure.js';

/** Which of the parts that a period is billed in a charge is for; `only` where it is billed at once. */
export type Position = 'only' | 'first' | 'mid' | 'last';

/** What a price may have to know beside the quantity that is billed now. */
export interface PartFacts {
  /** `only` if not given. */
  readonly position?: Position;
  /** What was used, and billed, earlier in the same period. */
  readonly prior?: Figure;
  /** What chooses the tier where it is not the quantity: the seats, where the quantity is seats by time. */
  readonly tierQuantity?: Figure;
  /** The amounts of the events that a percentage is taken of, in their order. */
  readonly events?: readonly Figure[];
  /** Blocks billed before, tier by tier. */
  readonly priorBlocks?: readonly Figure[];
  /** Peaks by dimension, for a price of capacity. */
  readonly dimensions?: ReadonlyMap<string, Figure>;
}

/** Usage as the price kinds read it. */
export interface PricedUsage extends PartFacts {
  readonly position: Position;
  readonly quantity: Figure;
  readonly prior: Figure;
  /** Of the period so far: the earlier quantity and this one. */
  readonly total: Figure;
}

export function pricedUsage(quantity: Figure, facts: PartFacts): PricedUsage {
  const { position = 'only', prior = nothing(quantity.unit, 'prior-quantity') } = facts;
  const total = isZero(prior.exact) ? quantity : plus([prior, quantity], { label: 'total-quantity' });
  return { position, quantity, prior, total, ...facts };
}

/** Whether this part is the first of its period. */
export const opens = ({ position }: PricedUsage): boolean => position === 'only' || position === 'first';

/** Whether this part is the last of its period: all of its usage is known. */
export const closes = ({ position }: PricedUsage): boolean => position === 'only' || position === 'last';
