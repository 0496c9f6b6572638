import { html, nothing, type TemplateResult } from 'lit';
import type { ChangeKind, PlainDate, Subscription } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { monthOf } from '../rating/index.js';

/** What can be done with a subscription. */
export type TermAction = 'change-plan' | 'pause' | 'resume' | 'cancel';

/** Whether a day is a free one. */
export const isInTrial = ({ status, trialEnd }: Subscription, today: PlainDate): boolean =>
  status === 'trialing' || (trialEnd !== null && today <= trialEnd);

/** What can be done with a subscription as it stands, of what the back end can do at all. */
export function actionsOf(
  subscription: Subscription,
  today: PlainDate,
  can: (change: ChangeKind) => boolean,
): TermAction[] {
  const { status, end, pause } = subscription;
  if (status === 'ended' || end !== null) return [];
  const rests = pause !== undefined && pause.from <= today;
  const goesOn = rests && pause.until === monthOf(today).end;
  const possible: readonly (readonly [TermAction, boolean])[] = [
    ['change-plan', can('plan') && !rests],
    ['pause', can('pause') && pause === undefined && status !== 'paused' && !isInTrial(subscription, today)],
    ['resume', can('resume') && (rests || status === 'paused') && !goesOn],
    ['cancel', can('cancel')],
  ];
  return possible.filter(([, isPossible]) => isPossible).map(([action]) => action);
}

/** All that can be done, as quiet buttons: none is easier to find than another. */
export function actionButtons(
  tag: LanguageTag,
  { product }: Subscription,
  actions: readonly TermAction[],
  isOff: boolean,
  act: (action: TermAction) => void,
): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`<div part="actions" class="actions">
    ${actions.map(
      (action) =>
        html`<button
          type="button"
          class="button"
          aria-label=${text(tag, `subscriptions.${action}-label`, { product: isolate(product) })}
          aria-disabled=${isOff ? 'true' : 'false'}
          @click=${() => (isOff ? undefined : act(action))}
        >
          ${text(tag, `subscriptions.${action}`)}
        </button>`,
    )}
  </div>`;
}
