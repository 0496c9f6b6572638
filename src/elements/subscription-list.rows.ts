import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlainDate, Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { unitName } from '../locale/units.js';
import { intervalOf, paidUntil } from '../store/interval.js';
import { price } from './amount.js';
import { icon } from './icons.js';
import { notice } from './notices.js';
import { actionButtons, isInTrial, type TermAction } from './subscription-list.actions.js';
import type { TermChanges } from './subscription-list.changes.js';
import { comingOf, includedTexts, periodText, statusBadge, type Coming } from './subscription-list.words.js';
import { undoButton } from './subscription-undo.js';

/** What rows are drawn from. */
export interface SubscriptionsView {
  readonly tag: LanguageTag;
  readonly today: PlainDate;
  readonly changes: TermChanges;
  /** Whether what is to come can be taken back. */
  readonly mayUndo: boolean;
  readonly actions: (subscription: Subscription) => readonly TermAction[];
  readonly act: (action: TermAction, subscription: Subscription) => void;
}

/** Subscriptions as a table, with a second row for what is to come, the prices that there were, and what can be done. */
export function subscriptionTable(
  view: SubscriptionsView,
  subscriptions: readonly Subscription[],
  label: string,
): TemplateResult {
  return html`<div class="cards">
    <table aria-label=${label}>
      <thead>
        ${headOf(view.tag)}
      </thead>
      ${repeat(
        subscriptions,
        ({ id }) => id,
        (each) => subscriptionRows(view, each),
      )}
    </table>
  </div>`;
}

/** The names of the columns. */
export const headOf = (tag: LanguageTag): TemplateResult =>
  html`<tr>
    <th scope="col">${text(tag, 'subscriptions.product')}</th>
    <th scope="col">${text(tag, 'subscriptions.fee')}</th>
    <th scope="col">${text(tag, 'subscriptions.included')}</th>
    <th scope="col">${text(tag, 'subscriptions.period')}</th>
    <th scope="col">${text(tag, 'subscriptions.status')}</th>
  </tr>`;

function subscriptionRows(view: SubscriptionsView, subscription: Subscription): TemplateResult {
  const { tag } = view;
  const { product, plan } = subscription;
  return html`<tbody part="subscription">
    <tr>
      <th scope="row" data-label=${text(tag, 'subscriptions.product')}>
        <div>
          <p class="strong"><bdi>${product}</bdi></p>
          <p class="muted small"><bdi>${plan.name}</bdi></p>
        </div>
      </th>
      <td data-label=${text(tag, 'subscriptions.fee')}>
        <div>
          <p class="fee">${price(tag, plan.baseFee, plan)}</p>
          <p class="muted small">${perInterval(tag, plan)}</p>
        </div>
      </td>
      <td data-label=${text(tag, 'subscriptions.included')}>
        <ul>
          ${includedTexts(tag, subscription).map((each) => html`<li>${each}</li>`)}
        </ul>
      </td>
      <td data-label=${text(tag, 'subscriptions.period')}>${periodOf(view, subscription)}</td>
      <td data-label=${text(tag, 'subscriptions.status')}>${statusBadge(tag, subscription)}</td>
    </tr>
    ${furtherRow(view, subscription)}
  </tbody>`;
}

const perInterval = (tag: LanguageTag, plan: Parameters<typeof intervalOf>[0]): string =>
  text(tag, 'plan.per', { unit: unitName(tag, intervalOf(plan)) });

function periodOf({ tag, today }: SubscriptionsView, subscription: Subscription): TemplateResult {
  const { trialEnd } = subscription;
  const until = paidUntil(subscription, today);
  const isFree = trialEnd !== null && isInTrial(subscription, today);
  return html`<div>
    <p>${periodText(tag, subscription)}</p>
    ${until ? html`<p class="muted small">${text(tag, 'subscriptions.paid-until', { date: formatDate(tag, until, 'day-year') })}</p>` : nothing}
    ${isFree ? html`<p class="muted small">${text(tag, 'subscriptions.trial-until', { date: formatDate(tag, trialEnd) })}</p>` : nothing}
  </div>`;
}

function furtherRow(view: SubscriptionsView, subscription: Subscription): TemplateResult | typeof nothing {
  const { tag, today, changes, actions, act } = view;
  const coming = comingOf(tag, subscription, today);
  const buttons = actionButtons(tag, subscription, actions(subscription), changes.busy, (action) =>
    act(action, subscription),
  );
  const history = historyOf(tag, subscription);
  if (coming.length === 0 && buttons === nothing && history === nothing) return nothing;
  return html`<tr>
    <td colspan="5" class="further">
      ${coming.map((each) => comingNotice(view, subscription, each))}
      <div class="foot">${history} ${buttons}</div>
    </td>
  </tr>`;
}

function comingNotice(view: SubscriptionsView, subscription: Subscription, { words, kind }: Coming): TemplateResult {
  const { tag, changes, mayUndo } = view;
  if (!mayUndo || kind === undefined) return notice('info', words);
  const [undo, isOff, what] = [changes.undo, changes.busy, words];
  const take = (): void => changes.takeBack(subscription, kind);
  return notice('info', words, undoButton(tag, { undo, subscription, kind, what, isOff, take }));
}

/** The plans and prices that there were, the latest first. */
function historyOf(tag: LanguageTag, { history = [], product }: Subscription): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing;
  return html`<details part="history" class="history">
    <summary aria-label=${text(tag, 'subscriptions.history-of', { product: isolate(product) })}>
      ${icon('chevron')}<span class="link">${text(tag, 'subscriptions.history')}</span>
    </summary>
    <ol>
      ${history.toReversed().map(
        (each) =>
          html`<li>
            <span class="muted"
              >${text(tag, 'subscriptions.from', { date: formatDate(tag, each.from, 'day-year') })}</span
            >
            <bdi>${each.name}</bdi>
            <span>${price(tag, each.baseFee, each)} <span class="muted">${perInterval(tag, each)}</span></span>
          </li>`,
      )}
    </ol>
  </details>`;
}
