import { html, nothing, type TemplateResult } from 'lit';
import type { Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { isBusy, type WriteState } from '../store/write-state.js';
import { notice } from './notices.js';
import { writeOutcome } from './write-button.js';

/** A change that waits for the next period, and how to take it back. */
export interface ScheduledPlan {
  readonly subscription: Subscription;
  readonly undoing: WriteState<Subscription>;
  /** Whether the user may take it back. */
  readonly mayUndo: boolean;
  readonly undo: () => void;
  readonly check: () => void;
}

/** What is scheduled, with the button that takes it back, and what became of that. */
export function scheduledPlan(tag: LanguageTag, scheduled: ScheduledPlan): TemplateResult {
  const { subscription, undoing } = scheduled;
  const { scheduledChange } = subscription;
  const words = scheduledChange && {
    plan: isolate(scheduledChange.plan.name),
    date: formatDate(tag, scheduledChange.on),
  };
  return html`<div role="status">
      ${words ? notice('info', text(tag, 'plans.change-scheduled', words), undoButton(tag, scheduled)) : nothing}
    </div>
    ${writeOutcome(tag, undoing, scheduled.check)}`;
}

/** Absent while nobody knows whether it has happened already. */
function undoButton(tag: LanguageTag, { undoing, mayUndo, undo }: ScheduledPlan): TemplateResult | typeof nothing {
  if (!mayUndo || undoing.status === 'unknown') return nothing;
  const busy = isBusy(undoing);
  return html`<button
    part="undo"
    type="button"
    class="button working"
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${() => (busy ? undefined : undo())}
  >
    <span class=${busy ? 'behind' : ''}>${text(tag, 'plans.undo')}</span>
    ${busy ? html`<span>${text(tag, undoing.slow ? 'write.slow' : 'write.pending')}</span>` : nothing}
  </button>`;
}
