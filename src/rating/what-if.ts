import { needList } from './checks.js';
import { need } from './errors.js';
import type { InvoiceLine } from './line.js';
import type { Money } from './money.js';
import { needPeriod, type Period } from './period.js';
import type { RatedPlan } from './plan.js';
import { previewInvoice, type InvoicePreview } from './preview.js';
import type { RatedSubscription } from './subscription.js';

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
  const found = plans.map((plan) => ({ plan: plan.id, preview: previewUse(plan, use) }));
  const first = found[0]?.preview;
  const same = found.every(
    ({ preview }) => preview.currency === first?.currency && preview.exponent === first.exponent,
  );
  need(same, 'currency-mismatch', 'plans', 'all plans must have the same currency');
  return found.map(({ plan, preview: { total, lines } }) => ({ plan, total, lines }));
}

function previewUse(plan: RatedPlan, { period, usage, lines, addOns }: WhatIfUse): InvoicePreview {
  needPeriod(period, 'period');
  const dates = { issueDate: period.end, advance: period, arrears: period };
  return previewInvoice({ dates, subscriptions: [{ id: plan.id, plan, trialEnd: null, usage, lines, addOns }] });
}
