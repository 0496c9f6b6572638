import { html, nothing, type TemplateResult } from 'lit';
import type { Consent } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { checkField } from './fields.js';

/** The terms with the box that agrees to them, unticked until the user ticks it. */
export class ConsentBox {
  readonly terms: Consent;
  readonly #update: () => void;
  #isTicked = false;
  #isMissed = false;

  constructor(terms: Consent, update: () => void) {
    this.terms = terms;
    this.#update = update;
  }

  /** Whether it is ticked; where it isn't, it says so from now on. */
  check(): boolean {
    this.#isMissed = true;
    return this.#isTicked;
  }

  render(tag: LanguageTag): TemplateResult {
    const { text: label, url } = this.terms;
    const isWrong = this.#isMissed && !this.#isTicked;
    return html`<div class="consent">
      ${checkField({
        id: 'consent',
        label,
        checked: this.#isTicked,
        required: true,
        error: isWrong ? text(tag, 'add-ons.consent-missing') : undefined,
        change: this.#tick,
      })}
      ${
        url?.startsWith('https:')
          ? html`<a class="small" href=${url} target="_blank" rel="noopener">${text(tag, 'add-ons.terms')}</a>`
          : nothing
      }
    </div>`;
  }

  readonly #tick = (isTicked: boolean): void => {
    this.#isTicked = isTicked;
    this.#update();
  };
}
