import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { Interval } from '../store/interval.js';

/** A choice of a few that are all in sight. */
interface Segments<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly current: T;
  readonly choose: (value: T) => void;
}

/** Buttons side by side, one of which is pressed. */
const segments = <T extends string>({ label, choices, current, choose }: Segments<T>): TemplateResult =>
  html`<div part="segments" class="segments" role="group" aria-label=${label}>
    ${choices.map(
      (each) =>
        html`<button
          type="button"
          class="segment"
          aria-pressed=${each.value === current ? 'true' : 'false'}
          @click=${() => choose(each.value)}
        >
          ${each.label}
        </button>`,
    )}
  </div>`;

/** How the plans are shown. */
export type PlansLayout = 'cards' | 'table';

/** Which plans are shown, and how. */
interface PlanToggles {
  readonly tag: LanguageTag;
  /** Those that there are plans for. */
  readonly intervals: ReadonlySet<Interval>;
  readonly interval: Interval;
  readonly bill: (interval: Interval) => void;
  readonly view: PlansLayout;
  readonly show: (view: PlansLayout) => void;
}

/** Month or year, where plans have both; cards or a table. */
export function planToggles({ tag, intervals, interval, bill, view, show }: PlanToggles): TemplateResult {
  const billed = [
    { value: 'month', label: text(tag, 'plans.by-month') },
    { value: 'year', label: text(tag, 'plans.by-year') },
  ] as const;
  const layouts = [
    { value: 'cards', label: text(tag, 'plans.as-cards') },
    { value: 'table', label: text(tag, 'plans.as-table') },
  ] as const;
  return html`${
    intervals.size > 1
      ? segments({ label: text(tag, 'plans.billed'), choices: billed, current: interval, choose: bill })
      : nothing
  }
  ${segments({ label: text(tag, 'plans.view'), choices: layouts, current: view, choose: show })}`;
}
