import { compare, parse, round, type Decimal } from './decimal.js';
import {
  needAmount,
  needIfGiven,
  needList,
  needName,
  needObject,
  needOneOf,
  needOrder,
  needQuantity,
  needShare,
} from './checks.js';
import { need } from './errors.js';
import type { PrepaidCredit } from './line-credits.js';
import { needCurrency, type Currency } from './money.js';
import { needUnique } from './plan.js';
import { needPrice, type Price } from './price.js';
import type { Position } from './priced-usage.js';
import { needRounding, type ChargeRounding } from './rounding.js';
import { needConversion, type UnitConversion } from './unit-conversion.js';

/** What a charge is rated by, whatever is used. Amounts in major units of the currency. Plain JSON. */
export interface ChargeTerms extends Currency {
  readonly price: Price;
  /** Each line, half away from zero, if not given. */
  readonly rounding?: ChargeRounding;
  /** From the metered unit to the billed one. */
  readonly conversion?: UnitConversion;
  /** Billed units of a period that are free, whatever the price. */
  readonly freeQuantity?: Decimal;
  /** Off each line, 0 to 100. */
  readonly percentDiscount?: Decimal;
  /** The most that a period costs, after the discount. */
  readonly maximum?: Decimal;
  /** The least that a period costs, after the discount and before credits. */
  readonly minimum?: Decimal;
  /** In the order in which they are used up. */
  readonly credits?: readonly PrepaidCredit[];
}

/** The usage of one part of a period. */
export interface ChargeUsage {
  /** In the metered unit. May be left out where events or dimensions stand for it, or where the price is flat. */
  readonly quantity?: Decimal;
  /** What is counted, for explanations. */
  readonly unit?: string;
  /** Which part of its period this is; `only` if not given. */
  readonly position?: Position;
  /** Used earlier in the period, and billed; zero if not given. */
  readonly priorQuantity?: Decimal;
  /** What the earlier parts came to, after discounts and before credits; zero if not given. */
  readonly priorBilled?: Decimal;
  /** Chooses the tier of a volume price instead of the quantity. */
  readonly tierQuantity?: Decimal;
  /** The amount of each event that a percentage is taken of, in their order. */
  readonly events?: readonly Decimal[];
  /** Blocks billed before, tier by tier; the quantity is then the period's so far. */
  readonly priorBlocks?: readonly Decimal[];
  /** Peaks by dimension, for a price of capacity. */
  readonly dimensions?: Readonly<Record<string, Decimal>>;
}

/** Checks the terms once, at the door. Throws a `RatingError` that names the field. */
export function needTerms(terms: ChargeTerms): void {
  needObject(terms, 'input', 'a charge');
  needCurrency(terms, 'input');
  needPrice(terms.price, 'price');
  needIfGiven(terms.rounding, 'rounding', needRounding);
  needIfGiven(terms.conversion, 'conversion', needConversion);
  needIfGiven(terms.freeQuantity, 'freeQuantity', needQuantity);
  needIfGiven(terms.percentDiscount, 'percentDiscount', needShare);
  needIfGiven(terms.maximum, 'maximum', needAmount);
  needIfGiven(terms.minimum, 'minimum', needAmount);
  needOrder(terms.minimum, terms.maximum, 'minimum');
  needIfGiven(terms.credits, 'credits', (credits, field) => needCredits(credits, terms.exponent, field));
}

/** Throws a `RatingError` that names the field. */
export function needChargeUsage(usage: ChargeUsage, terms: ChargeTerms, field: string): void {
  needObject(usage, field, 'usage');
  needIfGiven(usage.unit, `${field}.unit`, needName);
  needIfGiven(usage.position, `${field}.position`, needPosition);
  needIfGiven(usage.priorBilled, `${field}.priorBilled`, (value, at) => void parse(value, at));
  for (const name of ['quantity', 'priorQuantity', 'tierQuantity'] as const) {
    needIfGiven(usage[name], `${field}.${name}`, needQuantity);
  }
  needIfGiven(usage.events, `${field}.events`, needQuantities);
  needIfGiven(usage.priorBlocks, `${field}.priorBlocks`, needQuantities);
  needIfGiven(usage.dimensions, `${field}.dimensions`, needDimensions);
  needMeasure(usage, terms, field);
}

function needMeasure({ quantity, events, dimensions }: ChargeUsage, terms: ChargeTerms, field: string): void {
  const other = events !== undefined || dimensions !== undefined;
  const known = quantity !== undefined || other || terms.price.type === 'flat';
  need(known, 'missing-usage', `${field}.quantity`, 'expected the quantity that was used');
  const plain = !other || (terms.conversion === undefined && terms.freeQuantity === undefined);
  need(plain, 'malformed-input', field, 'only a quantity can be converted, or be partly free');
}

function needPosition(position: Position, field: string): void {
  needOneOf(position, ['only', 'first', 'mid', 'last'], field, 'unknown-policy');
}

function needQuantities(values: readonly Decimal[], field: string): void {
  needList(values, field, 'a list of decimals');
  for (const [index, value] of values.entries()) needQuantity(value, `${field}[${index}]`);
}

function needDimensions(dimensions: Readonly<Record<string, Decimal>>, field: string): void {
  needObject(dimensions, field, 'quantities by dimension');
  for (const [name, value] of Object.entries(dimensions)) needQuantity(value, `${field}.${name}`);
}

function needCredits(credits: readonly PrepaidCredit[], exponent: number, field: string): void {
  needList(credits, field, 'a list of credits');
  for (const [index, credit] of credits.entries()) {
    const at = `${field}[${index}]`;
    needObject(credit, at, 'a credit');
    needName(credit.id, `${at}.id`);
    needAmount(credit.amount, `${at}.amount`);
    const amount = parse(credit.amount);
    const fits = compare(round(amount, exponent, 'down'), amount) === 0;
    need(fits, 'malformed-number', `${at}.amount`, 'must not have more digits than the currency');
  }
  needUnique(credits, field);
}
