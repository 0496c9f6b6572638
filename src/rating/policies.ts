import { needObject } from './checks.js';
import { parse, type Decimal, type RoundingMode } from './decimal.js';
import { need } from './errors.js';
import { needSetting, ROUNDING_MODES } from './modes.js';
import { needProration, type ProrationPolicy } from './proration-policy.js';

/** How an allowance is cut when its period is cut. */
export interface AllowancePolicy {
  readonly proration: ProrationPolicy;
  /** To whole units by a mode, or `exact` for parts of a unit. */
  readonly rounding: RoundingMode | 'exact';
  /** Whether what a subscription leaves of its allowance covers the others of the same plan; `none` when left out. */
  readonly pooling?: 'none' | 'same-plan';
}

/** When a change of plan takes effect, and what is charged for the period that runs. */
export type PlanChangeTiming = 'whole-cycle' | 'prorated' | 'next-period';

/** How a change of plan is charged; which way it goes is decided by the base fees. */
export interface PlanChangePolicy {
  readonly upgrade: PlanChangeTiming;
  readonly downgrade: PlanChangeTiming;
}

/** When overage is charged before the period ends: never, at a multiple of the allowance, or at an amount. */
export type EarlyChargePolicy =
  | null
  | { readonly at: 'allowance-multiple'; readonly times: Decimal }
  | { readonly at: 'amount'; readonly amount: Decimal };

/** Every choice that changes a figure, each with a default that `DEFAULT_POLICIES` names. */
export interface Policies {
  /** How each line is rounded to the currency, once. */
  readonly rounding: RoundingMode;
  readonly proration: ProrationPolicy;
  /** Whether the day on which a trial ends is free. */
  readonly trialEndDay: 'free' | 'charged';
  /** Whether the day on which a subscription ends is charged. */
  readonly endDay: 'free' | 'charged';
  /** Whether the base fee is charged before its period or after it. */
  readonly baseFeeTerm: 'advance' | 'arrears';
  readonly allowance: AllowancePolicy;
  /** To whole units by a mode, or `exact`: half a minute over costs half a minute's price. */
  readonly overageRounding: RoundingMode | 'exact';
  /** Whether an add-on is prorated on a part of a period, like the base fee, or charged in full. */
  readonly addOns: 'full' | 'prorated';
  /** The same for further lines. */
  readonly lines: 'full' | 'prorated';
  /** Whether a line of zero stays on the invoice. */
  readonly zeroLines: 'drop' | 'keep';
  readonly planChange: PlanChangePolicy;
  readonly earlyCharge: EarlyChargePolicy;
}

const BY_DAILY_RATE: ProrationPolicy = {
  basis: 'calendar-days',
  round: { step: 'daily-rate', scale: 2 },
  cap: 'full-price',
};

/** The rules of the answering-service family: the daily rate is rounded first, the last day of a trial is free. */
export const DEFAULT_POLICIES: Policies = {
  rounding: 'half-up',
  proration: BY_DAILY_RATE,
  trialEndDay: 'free',
  endDay: 'free',
  baseFeeTerm: 'advance',
  allowance: { proration: BY_DAILY_RATE, rounding: 'half-up' },
  overageRounding: 'exact',
  addOns: 'full',
  lines: 'full',
  zeroLines: 'drop',
  planChange: { upgrade: 'whole-cycle', downgrade: 'whole-cycle' },
  earlyCharge: null,
};

/** The policies of a plan: the defaults, with what the plan says instead. */
export const policiesOf = (own: Partial<Policies> = {}): Policies => ({ ...DEFAULT_POLICIES, ...own });

/** Throws `unknown-policy` or `missing-policy`, naming the setting. */
export function needPolicies(own: Partial<Policies>, field: string): void {
  needObject(own, field, 'policies');
  for (const key of Object.keys(own))
    need(Object.hasOwn(DEFAULT_POLICIES, key), 'unknown-policy', `${field}.${key}`, 'there is no such policy');
  const all = policiesOf(own);
  needPlanProration(all.proration, `${field}.proration`);
  for (const [key, known] of Object.entries(CHOICES)) needSetting(all[key as keyof Policies], known, `${field}.${key}`);
  needAllowance(all.allowance, `${field}.allowance`);
  needPlanChange(all.planChange, `${field}.planChange`);
  needEarlyCharge(all.earlyCharge, `${field}.earlyCharge`);
}

const MODES_OR_EXACT = [...ROUNDING_MODES, 'exact'];

const CHOICES = {
  rounding: ROUNDING_MODES,
  overageRounding: MODES_OR_EXACT,
  trialEndDay: ['free', 'charged'],
  endDay: ['free', 'charged'],
  baseFeeTerm: ['advance', 'arrears'],
  addOns: ['full', 'prorated'],
  lines: ['full', 'prorated'],
  zeroLines: ['drop', 'keep'],
} as const satisfies Partial<Record<keyof Policies, readonly string[]>>;

function needAllowance(allowance: AllowancePolicy, field: string): void {
  needObject(allowance, field, 'a policy', 'missing-policy');
  needPlanProration(allowance.proration, `${field}.proration`);
  needSetting(allowance.rounding, MODES_OR_EXACT, `${field}.rounding`);
  needSetting(allowance.pooling ?? 'none', ['none', 'same-plan'], `${field}.pooling`);
}

/** Throws `unknown-policy` or `missing-policy`. */
export function needPlanChange(policy: PlanChangePolicy, field: string): void {
  needObject(policy, field, 'a policy', 'missing-policy');
  for (const way of ['upgrade', 'downgrade'] as const)
    needSetting(policy[way], ['whole-cycle', 'prorated', 'next-period'], `${field}.${way}`);
}

function needEarlyCharge(policy: EarlyChargePolicy, field: string): void {
  if (policy === null) return;
  need(typeof policy === 'object', 'missing-policy', field, 'expected a threshold or null');
  needSetting(policy.at, ['allowance-multiple', 'amount'], `${field}.at`);
  const [key, value] = policy.at === 'amount' ? ['amount', policy.amount] : ['times', policy.times];
  need(parse(value, `${field}.${key}`).n > 0n, 'negative-amount', `${field}.${key}`, 'must be above zero');
}

/** A plan's periods are known by their days, so numbers of days are never given. */
function needPlanProration(policy: ProrationPolicy, field: string): void {
  needProration(policy, field);
  need(policy.basis !== 'given-days', 'unknown-policy', `${field}.basis`, 'is only for a single amount');
}
