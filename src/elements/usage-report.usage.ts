import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat, type LanguageTag } from '../locale/intl.js';
import { formatDate } from '../locale/dates.js';
import { isolate, text } from '../locale/messages.js';
import { formatQuantity } from '../locale/units.js';
import type { AllowanceStatus, InvoicePreview } from '../rating/index.js';
import type { Bill, CurrentSubscription } from '../store/bill.js';
import { cheaperAmong } from '../store/cost-effective.js';
import { zoneOf, type UsageMonth } from '../store/usage-report.js';
import type { UsageGraphData } from './usage-graph.types.js';
import { meter, plainUsage } from './usage-meter.js';
import { allowancesOf, graphOf, isInTrial } from './usage-view.js';

type RatedBill = Bill & { readonly invoice: InvoicePreview };

/** What was used in a month, product by product: meters, graphs, and what is set against nothing. */
export function monthUsage(tag: LanguageTag, month: UsageMonth): TemplateResult {
  const { bill, isCurrent, isByCurrentPlan } = month;
  const isAssumed = !isCurrent && isByCurrentPlan && bill !== null;
  return html`${bill ? nothing : html`<p class="muted">${text(tag, 'report.included-unknown')}</p>`}
  ${isAssumed ? html`<p class="muted small">${text(tag, 'report.by-current-plan')}</p>` : nothing}
  ${bill && bill.invoice !== null ? bill.current.map((each) => productUsage(tag, month, asRated(bill), each)) : nothing}
  ${asOf(tag, month)}`;
}

/** The first allowance in words, `163.1 of 220 minutes`: what is said when usage comes in. */
export function usageInWords(tag: LanguageTag, { bill, isCurrent }: UsageMonth): string | undefined {
  if (!bill?.invoice || !isCurrent) return undefined;
  const rated = asRated(bill);
  const statuses = bill.current.flatMap((each) => allowancesOf(bill, each, rated.invoice.dates));
  const status = statuses.find(hasAllowance) ?? statuses.find(({ used }) => used !== '0');
  if (!status) return undefined;
  if (!hasAllowance(status)) return formatQuantity(tag, status.used, status.unit);
  const [used, included] = [formatQuantity(tag, status.used, ''), formatQuantity(tag, status.included, status.unit)];
  return text(tag, 'usage.of', { used, included });
}

const asRated = (bill: Bill): RatedBill => bill as RatedBill;
const hasAllowance = ({ included }: AllowanceStatus): boolean => included !== '0';

function productUsage(
  tag: LanguageTag,
  month: UsageMonth,
  bill: RatedBill,
  current: CurrentSubscription,
): TemplateResult {
  const { subscription, charged } = current;
  const statuses = allowancesOf(bill, current, bill.invoice.dates);
  const isPartlyFree = charged.start > month.period.start && subscription.trialEnd !== null;
  const free = isPartlyFree ? formatDate(tag, subscription.trialEnd) : undefined;
  return html`<section part="product" class="product" aria-labelledby="product-${subscription.id}">
    <h3 id="product-${subscription.id}"><bdi>${isolate(subscription.product)}</bdi></h3>
    ${isInTrial(bill, current) ? trialUsage(tag, statuses) : chargedUsage(tag, month, bill, current, statuses)}
    ${free && !isInTrial(bill, current) ? html`<p class="muted small free">${text(tag, 'report.free-until', { date: free })}</p>` : nothing}
  </section>`;
}

function chargedUsage(
  tag: LanguageTag,
  month: UsageMonth,
  bill: RatedBill,
  current: CurrentSubscription,
  statuses: readonly AllowanceStatus[],
): TemplateResult {
  const { plan } = current.subscription;
  const others = statuses.filter((each) => !hasAllowance(each));
  return html`${statuses
    .filter(hasAllowance)
    .map(
      (status) =>
        html`${meter(tag, status, plan)}
          <usage-graph
            part="graph"
            class="graph"
            label=${status.name}
            .locale=${tag}
            .data=${monthGraph(month, bill, current, status)}
          ></usage-graph>`,
    )}
  ${others.length > 0 ? html`<dl class="others">${others.map((each) => plainUsage(tag, each, plan))}</dl>` : nothing}`;
}

/**
 * A past month has neither a today nor anything to expect. What it cost is on its invoice: the prices of that time need
 * not be those of now, so the graph doesn't name any.
 */
function monthGraph(
  { isCurrent, today, plans }: UsageMonth,
  bill: RatedBill,
  current: CurrentSubscription,
  status: AllowanceStatus,
): UsageGraphData | undefined {
  const graph = graphOf(bill, current, status, cheaperAmong(plans));
  if (!graph || isCurrent) return graph;
  const days = graph.days.map(({ date, quantity, total }) => ({ date, quantity, total }));
  return { ...graph, today, forecast: [], days };
}

function trialUsage(tag: LanguageTag, statuses: readonly AllowanceStatus[]): TemplateResult {
  const used = statuses.filter((status) => status.used !== '0');
  if (used.length === 0) return html`<p class="muted">${text(tag, 'usage.none')}</p>`;
  return html`<p class="muted small">${text(tag, 'usage.free')}</p>
    <dl class="others">${used.map((each) => plainUsage(tag, each))}</dl>`;
}

/** How far the figures go, on the account's own clock. */
function asOf(tag: LanguageTag, { account, usage, isCurrent }: UsageMonth): TemplateResult | typeof nothing {
  const earliest = usage.map(({ asOf }) => asOf).sort()[0];
  if (earliest === undefined || !isCurrent) return nothing;
  const format = dateFormat(tag, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zoneOf(account),
    timeZoneName: 'short',
  });
  const time = format.format(new Date(earliest));
  return html`<p part="as-of" class="muted small as-of">${text(tag, 'report.as-of', { time })}</p>`;
}
