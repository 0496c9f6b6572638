import { ContextProvider } from '@lit/context';
import { html, LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { BillingAdapter } from '../api/index.js';
import { storeContext } from '../store/context.js';
import { storeFor } from '../store/store.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { styles } from './billing-portal.styles.js';

/**
 * A billing page, and the back end for all billing elements within, however deep they stand. Without content of its own
 * it shows the summary and, beside it, the next invoice.
 *
 * @slot - Billing elements in a layout of the host's own, instead of the page.
 * @slot header - Above the page.
 * @slot footer - Below the page.
 * @csspart base - Everything.
 * @csspart page - The page: the summary and the next invoice.
 */
export class BillingPortal extends LitElement {
  static override styles: CSSResultGroup = [tokens, base, styles];

  /** The back end that all elements within ask, unless they have an adapter of their own. */
  @property({ attribute: false }) adapter: BillingAdapter | undefined;

  /** The language of all elements within, such as `de-AT`; without it, that of the page. */
  @property({ reflect: true }) locale: string | undefined;

  readonly #provider = new ContextProvider(this, { context: storeContext, initialValue: undefined });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('adapter')) this.#provider.setValue(this.adapter && storeFor(this.adapter));
  }

  override render(): TemplateResult {
    return html`<div part="base" class="base" lang=${ifDefined(this.locale)}>
      <slot name="header"></slot>
      <slot>
        <div part="page" class="page">
          <next-invoice .locale=${this.locale}></next-invoice>
          <billing-summary .locale=${this.locale}></billing-summary>
        </div>
      </slot>
      <slot name="footer"></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-portal': BillingPortal;
  }
}
