import * as v from 'valibot';
import type { Policies, Price, RatedAddOn, UsageCharge } from '../rating/index.js';
import { byName, count, currencyEntries, decimal, list, name, text, type Schema } from './formats.js';
import type { Plan } from './types.js';

/**
 * An object that is passed on as it came. Rating checks prices and policies at its own door and refuses what it doesn't
 * know by name: a newer price model then costs its subscription the preview, not the page its plans.
 */
const leftToRating = <T extends object>(): Schema<T> =>
  v.pipe(
    byName(v.unknown()),
    v.transform((value) => value as T),
  );

const usageCharge: Schema<UsageCharge> = v.object({
  id: name,
  name: text,
  unit: name,
  reported: v.exactOptional(v.object({ unit: name, perUnit: decimal })),
  included: decimal,
  price: leftToRating<Price>(),
});

/** An add-on as a subscription has it. */
export const addOn: Schema<RatedAddOn> = v.object({ id: name, name: text, fee: decimal });

/** A plan, complete as to its shape. */
export const plan: Schema<Plan> = v.object({
  id: name,
  name: text,
  version: name,
  ...currencyEntries,
  baseFee: decimal,
  usage: list(usageCharge),
  lines: v.exactOptional(v.object({ included: count, fee: decimal })),
  policies: v.exactOptional(leftToRating<Partial<Policies>>()),
  family: name,
  description: text,
  status: name,
  interval: v.exactOptional(name),
  unavailable: v.exactOptional(text),
});
