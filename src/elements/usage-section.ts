import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { AllowanceStatus, InvoicePreview } from '../rating/index.js';
import type { Bill, CurrentSubscription } from '../store/bill.js';
import type { CheaperFrom } from '../store/cost-effective.js';
import { meter, plainUsage } from './usage-meter.js';
import { allowancesOf, graphOf, isInTrial } from './usage-view.js';

/** The usage of the current period, subscription by subscription. */
export function usageOf(
  tag: LanguageTag,
  bill: Bill,
  cheaper: CheaperFrom | undefined,
): TemplateResult | typeof nothing {
  const { invoice } = bill;
  if (!invoice) return nothing;
  return html`${bill.current.map((current) => subscriptionUsage(tag, { ...bill, invoice }, current, cheaper))}`;
}

function subscriptionUsage(
  tag: LanguageTag,
  bill: Bill & { readonly invoice: InvoicePreview },
  current: CurrentSubscription,
  cheaper: CheaperFrom | undefined,
): TemplateResult {
  const statuses = allowancesOf(bill, current, bill.invoice.dates);
  if (isInTrial(bill, current)) return trialUsage(tag, statuses);
  const { plan } = current.subscription;
  const [included, others] = [statuses.filter(hasAllowance), statuses.filter((each) => !hasAllowance(each))];
  return html`${included.map(
    (status) =>
      html`${meter(tag, status, plan)}
        <usage-graph
          class="graph"
          label=${status.name}
          .locale=${tag}
          .data=${graphOf(bill, current, status, cheaper)}
        ></usage-graph>`,
  )}
  ${others.length > 0 ? html`<dl class="others">${others.map((each) => plainUsage(tag, each, plan))}</dl>` : nothing}`;
}

function trialUsage(tag: LanguageTag, statuses: readonly AllowanceStatus[]): TemplateResult {
  const used = statuses.filter((status) => status.used !== '0');
  if (used.length === 0) return html`<p class="muted">${text(tag, 'usage.none')}</p>`;
  return html`<p class="muted small">${text(tag, 'usage.free')}</p>
    <dl class="others">${used.map((each) => plainUsage(tag, each))}</dl>`;
}

const hasAllowance = ({ included }: AllowanceStatus): boolean => included !== '0';
