import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { unitName } from '../locale/units.js';
import type { AddOnCard } from './add-ons.card.js';
import type { AddOnChanges } from './add-ons.changes.js';
import { price } from './amount.js';
import { badge } from './badge.js';
import { undoButton } from './subscription-undo.js';

/** What cards are drawn from. */
export interface AddOnsView {
  readonly tag: LanguageTag;
  readonly subscription: Subscription;
  readonly cards: readonly AddOnCard[];
  readonly changes: AddOnChanges;
  /** Whether add-ons can be bought and cancelled. */
  readonly mayChange: boolean;
  /** Whether a cancelled one can be kept. */
  readonly mayUndo: boolean;
}

/** The add-ons, each with what can be done with it. */
export const addOnCards = (view: AddOnsView): TemplateResult =>
  html`<ul class="add-ons">
    ${repeat(
      view.cards,
      ({ id }) => id,
      (card) => addOnCard(view, card),
    )}
  </ul>`;

function addOnCard(view: AddOnsView, card: AddOnCard): TemplateResult {
  const { tag, subscription } = view;
  const unit = unitName(tag, 'month');
  const button = buttonOf(view, card);
  return html`<li part="add-on add-on-${card.standing}" class="add-on">
    <div class="add-on-head">
      <h3 class="add-on-name"><bdi>${card.name}</bdi></h3>
      ${badgeOf(tag, card)}
    </div>
    <p>
      <span class="fee">${price(tag, card.fee, subscription.plan)}</span>
      <span class="muted small">${text(tag, 'plan.per', { unit })}</span>
    </p>
    <p class="add-on-about muted small"><bdi>${card.description}</bdi></p>
    ${button === nothing ? nothing : html`<div class="add-on-foot">${button}</div>`}
  </li>`;
}

function badgeOf(tag: LanguageTag, { standing, on }: AddOnCard): TemplateResult {
  if (standing === 'active') return badge('positive', text(tag, 'add-ons.active'));
  if (on === null) return badge('neutral', text(tag, 'add-ons.available'));
  const date = formatDate(tag, on);
  if (standing === 'coming') return badge('accent', text(tag, 'subscriptions.from', { date }));
  return badge('warning', text(tag, 'add-ons.ends-on', { date }));
}

function buttonOf(view: AddOnsView, card: AddOnCard): TemplateResult | typeof nothing {
  const { tag, subscription, changes, mayChange, mayUndo } = view;
  const { standing, terms, name } = card;
  if (standing === 'ending')
    return mayUndo
      ? undoButton(tag, {
          undo: changes.undo,
          subscription,
          kind: 'add-ons',
          what: text(tag, 'add-ons.keep-label', { name: isolate(name) }),
          isOff: changes.busy,
          take: () => changes.keep(card, subscription),
        })
      : nothing;
  if (!mayChange) return nothing;
  if (standing !== 'available') return changeButton(view, card, 'cancel', () => changes.drop(card, subscription));
  return terms ? changeButton(view, card, 'buy', () => changes.buy(card, terms, subscription)) : nothing;
}

function changeButton(
  { tag, changes }: AddOnsView,
  { name }: AddOnCard,
  act: 'buy' | 'cancel',
  begin: () => void,
): TemplateResult {
  return html`<button
    part=${act}
    type="button"
    class="button"
    aria-label=${text(tag, `add-ons.${act}-label`, { name: isolate(name) })}
    aria-disabled=${changes.busy ? 'true' : 'false'}
    @click=${() => (changes.busy ? undefined : begin())}
  >
    ${text(tag, `add-ons.${act}`)}
  </button>`;
}
