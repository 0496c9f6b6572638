import { needList, needObject } from './checks.js';
import { toText, type Decimal } from './decimal.js';
import { need } from './errors.js';
import type { InvoicePreview } from './invoice-preview.js';
import type { InvoiceLine } from './line.js';
import type { Money } from './money.js';
import { needPeriod, type Period } from './period.js';
import type { RatedPlan } from './plan.js';
import { previewCharges } from './preview-charges.js';
import { PRICE_MODELS } from './price.js';
import type { RatedSubscription } from './subscription.js';
import { needUsage, totalUsage, type UsageDay } from './usage.js';

/** What an account would use in a period, whatever its plan. */
export interface WhatIfUse extends Pick<RatedSubscription, 'usage' | 'lines' | 'addOns'> {
  readonly period: Period;
}

/** What a plan would cost at that use. */
export interface WhatIf {
  /** The id of the plan. */
  readonly plan: string;
  readonly total: Money;
  readonly lines: readonly InvoiceLine[];
}

/**
 * What each plan costs for one whole period: its base fee, the overage of that same period, further lines and add-ons,
 * without coupons and tax. The figures are those of `previewInvoice`, in the order of the plans. Throws like
 * `previewInvoice`; also `unknown-charge` where the use has something that a plan has no charge for, and
 * `currency-mismatch` for plans of several currencies.
 *
 * @example 150 minutes: 139.00 + 50 × 1.29 = 203.50 on one plan, 219.00 on the one that includes 200
 */
export function whatIf(plans: readonly RatedPlan[], use: WhatIfUse): WhatIf[] {
  needList(plans, 'plans', 'a list of plans');
  const usage = [inOneDay(use)];
  const found = plans.map((plan, index) => previewUse(plan, `plans[${index}]`, { ...use, usage }));
  const [first] = found;
  const same = found.every(({ currency, exponent }) => currency === first?.currency && exponent === first.exponent);
  need(same, 'currency-mismatch', 'plans', 'all plans must have the same currency');
  return found.map(({ total, lines }, index) => ({ plan: plans[index]?.id ?? '', total, lines }));
}

/** All that is used in the period as if on one day, so that each plan has one day to check and to add up. */
function inOneDay(use: WhatIfUse): UsageDay {
  needObject(use, 'use', 'what would be used');
  const { period, usage } = use;
  needPeriod(period, 'period');
  needUsage(usage, null, 'usage');
  const charges = new Set(usage.flatMap(({ quantities }) => Object.keys(quantities)));
  const totals = [...charges].map((charge) => [charge, toText(totalUsage(usage, charge, period))]);
  return { date: period.start, quantities: Object.fromEntries(totals) as Record<string, Decimal> };
}

function previewUse(plan: RatedPlan, field: string, { period, usage, lines, addOns }: WhatIfUse): InvoicePreview {
  needObject(plan, field, 'a plan');
  const dates = { issueDate: period.end, advance: period, arrears: period };
  const subscriptions = [{ id: plan.id, plan, trialEnd: null, usage, lines, addOns }];
  return previewCharges({ dates, subscriptions }, PRICE_MODELS);
}
