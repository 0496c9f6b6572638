import type { AlertThreshold, Subscription } from '../api/index.js';
import { compare, parse } from '../rating/decimal.js';
import type { Currency, UsageCharge } from '../rating/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { decimalOf, fits, typedOf } from './alert-number.js';

/** What thresholds can be about, where the back end doesn't say. */
export const MEASURES: readonly AlertThreshold['measure'][] = ['allowance-percent', 'quantity', 'amount'];

/** A usage charge that a threshold can be about. */
export interface AlertSubject {
  readonly subscription: Subscription;
  readonly charge: UsageCharge;
}

/** A threshold while it is edited: its value as it is typed. */
export interface ThresholdDraft extends Omit<AlertThreshold, 'at'> {
  readonly typed: string;
}

/** What is wrong with a value. */
export type ThresholdFault = 'number' | 'scale' | 'taken';

/** All charges of the subscriptions that have not ended. */
export const subjectsOf = (subscriptions: readonly Subscription[]): AlertSubject[] =>
  subscriptions
    .filter(({ status }) => status !== 'ended' && status !== 'cancelled')
    .flatMap((subscription) => subscription.plan.usage.map((charge) => ({ subscription, charge })));

/** The charge that a threshold is about; `undefined` where it isn't there any more. */
export const subjectOf = (
  { subscription, charge }: Pick<AlertThreshold, 'subscription' | 'charge'>,
  subjects: readonly AlertSubject[],
): AlertSubject | undefined =>
  subjects.find((each) => each.subscription.id === subscription && each.charge.id === charge);

/** A threshold as a field shows it. */
export const thresholdDraft = (tag: LanguageTag, { at, ...rest }: AlertThreshold): ThresholdDraft => ({
  ...rest,
  typed: typedOf(tag, at),
});

/** An empty one, about the first thing that it can be about. */
export function newThreshold(
  id: string,
  measures: readonly AlertThreshold['measure'][],
  subjects: readonly AlertSubject[],
): ThresholdDraft {
  const measure = measures.find((each) => each === 'amount' || subjects.length > 0) ?? 'amount';
  return measured({ id, measure, subscription: null, charge: null, typed: '' }, measure, subjects);
}

/** About something else. The value goes, because it meant something else. */
export function measured(
  draft: ThresholdDraft,
  measure: AlertThreshold['measure'],
  subjects: readonly AlertSubject[],
): ThresholdDraft {
  if (measure === 'amount') return { ...draft, measure, typed: '', subscription: null, charge: null };
  const { subscription, charge } = subjectOf(draft, subjects) ?? subjects[0] ?? {};
  return { ...draft, measure, typed: '', subscription: subscription?.id ?? null, charge: charge?.id ?? null };
}

/** The threshold that a draft is, or what is wrong with it beside the others. */
export function checkThreshold(
  tag: LanguageTag,
  { typed, ...rest }: ThresholdDraft,
  others: readonly AlertThreshold[],
  { exponent }: Currency,
): AlertThreshold | ThresholdFault {
  const at = decimalOf(tag, typed);
  if (at === undefined) return 'number';
  if (rest.measure === 'amount' && !fits(at, exponent)) return 'scale';
  const threshold = { ...rest, at };
  return others.some((each) => each.id !== rest.id && isSame(each, threshold)) ? 'taken' : threshold;
}

/** Whether two thresholds fire at the same: "50" and "50.0" do. */
export const isSame = (a: AlertThreshold, b: AlertThreshold): boolean =>
  a.measure === b.measure &&
  a.subscription === b.subscription &&
  a.charge === b.charge &&
  compare(parse(a.at), parse(b.at)) === 0;
