import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { badge } from './badge.js';
import { icon } from './icons.js';
import type { PlanOption } from './plan-picker.option.js';
import type { PlansView } from './plan-picker.view.js';

/** What a plan is to the account, as words and signs. */
export function badgesOf(tag: LanguageTag, { plan, standing, on }: PlanOption): TemplateResult {
  return html`${standing === 'current' ? badge('accent', text(tag, 'plans.current')) : nothing}
  ${on === null ? nothing : badge('neutral', text(tag, 'plans.scheduled', { date: formatDate(tag, on) }))}
  ${plan.status === 'retired' ? badge('neutral', text(tag, 'plans.retired')) : nothing}`;
}

/**
 * The button that asks for a change, or why there is none. It stays one and the same when its plan has become the
 * current one, so that the focus comes back to it.
 */
export function choiceOf(view: PlansView, option: PlanOption): TemplateResult | typeof nothing {
  const { tag, mayChange, isBusy, choose, priced } = view;
  const { plan, standing, reason } = option;
  if (!mayChange || (standing === 'unavailable' && !reason)) return nothing;
  if (standing === 'unavailable')
    return html`<p part="reason" class="reason muted small">${icon('info')}<bdi>${reason}</bdi></p>`;
  const isOff = isBusy || reason !== '';
  const isBest = priced?.least === plan.id && reason === '';
  return html`<button
      part="choose"
      type="button"
      class="button choose ${isBest ? 'primary' : ''}"
      aria-disabled=${isOff ? 'true' : 'false'}
      aria-describedby=${reason ? `why-${standing}` : nothing}
      @click=${() => (isOff ? undefined : choose(plan))}
    >
      ${labelOf(tag, option)}
    </button>
    ${reason ? html`<span id="why-${standing}" hidden>${reason}</span>` : nothing}`;
}

function labelOf(tag: LanguageTag, { plan, standing, on }: PlanOption): string {
  if (standing === 'current') return text(tag, 'plans.current');
  if (on !== null) return text(tag, 'plans.scheduled', { date: formatDate(tag, on) });
  return text(tag, standing === 'upgrade' ? 'plans.upgrade' : 'plans.change', { plan: isolate(plan.name) });
}
