import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { BillingAdapter, Capabilities, Vault } from '../api/index.js';
import { addTexts, text } from '../locale/messages.js';
import { commonTexts } from '../locale/texts/common.js';
import { portalTexts } from '../locale/texts/portal.js';
import { storeContext } from '../store/context.js';
import { OnlineController } from '../store/network.js';
import { QueryController } from '../store/query.js';
import { readCapabilities } from '../store/reads/account.js';
import { storeFor, type BillingStore } from '../store/store.js';
import { base, buttons } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { tabsSkeleton } from './billing-portal.skeleton.js';
import { styles } from './billing-portal.styles.js';
import { TabOpenEvent, type DetailChangeEvent, type TabName } from './events.js';
import { LanguageController } from './language-controller.js';
import { notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { hashOf, placeIn, type Place } from './portal-address.js';
import { PANELS, type Panel } from './portal-panels.js';
import { revealTab, tabList, type Tab } from './tab-list.js';

/** Below this width the tabs stand in a column. */
const NARROW = 560;

/**
 * A billing page, and the back end for all billing elements within, however deep they stand. Without content of its own
 * it shows a tab for each part of the page that the back end can serve; a part is loaded when it is first shown.
 *
 * @slot - Billing elements in a layout of the host's own, instead of the tabs.
 * @slot header - Above the page.
 * @slot vault-field - For the fields of a vault, which are put there when a card is added.
 * @slot footer - Below the page.
 * @slot tab-* - A tab of the host's own, behind ours: `<div slot="tab-taxes" data-label="Tax documents">`.
 * @fires {TabOpenEvent} billing-tab-open - Another tab is wanted; the portal goes there unless that is prevented.
 * @csspart base - Everything.
 * @csspart tabs - The list of tabs.
 * @csspart tab - A tab.
 * @csspart tab-current - The tab that is shown.
 * @csspart panel - What belongs to a tab.
 * @csspart page - The summary: usage, plan and payment, and the next invoice.
 */
export class BillingPortal extends LitElement {
  static override styles: CSSResultGroup = [tokens, base, buttons, noticeStyles, styles];

  /** What fetches the elements of a tab when it is first shown; `define` fills it in. @internal */
  static loaders: Partial<Record<TabName, () => Promise<unknown>>> = {};

  /** The back end that all elements within ask, unless they have an adapter of their own. */
  @property({ attribute: false }) adapter: BillingAdapter | undefined;

  /** What takes cards on the tab of payment methods; without one, none can be added there. */
  @property({ attribute: false }) vaults: readonly Vault[] = [];

  /** The language of all elements within, such as `de-AT`; without it, that of the page. */
  @property({ reflect: true }) locale: string | undefined;

  /** The tab that is shown. One that the back end can't serve shows the first. */
  @property({ reflect: true }) tab = '';

  /**
   * Puts the tab into the URL's hash behind this word, `#billing/invoices`, and what is open there behind that,
   * `#billing/invoices/inv_1`, so that links and the back button work.
   */
  @property({ attribute: 'url-hash' }) urlHash: string | undefined;

  /** Shows the tabs in a column, as they are where there is little room. */
  @property({ type: Boolean }) vertical = false;

  @state() private isNarrow = false;
  @state() private failed: ReadonlySet<string> = new Set();

  readonly #provider = new ContextProvider(this, { context: storeContext, initialValue: undefined });
  readonly #language = new LanguageController(this, () => this.#store);
  readonly #capabilities = new QueryController<Capabilities>(this, () => this.#store, readCapabilities);
  readonly #network = new OnlineController(this);
  #panels: readonly Panel[] = [];
  #tabs: readonly Tab[] = [];
  #current = '';
  #revealed = '';
  readonly #details = new Map<string, string>();
  /** What was shown before anything stood in the address: that is where the back button leads. */
  #start: Place | undefined;
  readonly #shown = new Set<string>();
  readonly #width = new ResizeObserver(([entry]) => (this.isNarrow = (entry?.contentRect.width ?? NARROW) < NARROW));
  readonly #children = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    addTexts(commonTexts);
    addTexts(portalTexts);
    this.addEventListener(TabOpenEvent.type, this.#follow);
  }

  get #store(): BillingStore | undefined {
    return this.adapter && storeFor(this.adapter);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.isNarrow = this.clientWidth < NARROW;
    this.#width.observe(this);
    this.#children.observe(this, { childList: true, attributeFilter: ['slot', 'data-label'], subtree: true });
    window.addEventListener('hashchange', this.#readHash);
    this.#readHash();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
    this.#children.disconnect();
    window.removeEventListener('hashchange', this.#readHash);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('adapter')) this.#provider.setValue(this.#store);
    if (changed.has('adapter') && changed.get('adapter')) this.#details.clear();
    if (changed.has('urlHash')) this.#readHash();
    this.#arrange();
  }

  /** Which tabs there are, and which one is shown. */
  #arrange(): void {
    this.#panels = this.#ablePanels();
    const tabs = this.#panels.map(({ name }) => ({ name, label: this.#text(`tab.${name}`) }));
    this.#tabs = [...tabs, ...this.#ownTabs()];
    this.#current = this.#tabs.find(({ name }) => name === this.tab)?.name ?? this.#tabs[0]?.name ?? '';
    this.#load(this.#current);
  }

  protected override updated(): void {
    const list = this.renderRoot.querySelector('[role=tablist]');
    if (!list || this.#revealed === this.#current) return;
    this.#revealed = this.#current;
    revealTab(list);
  }

  override render(): TemplateResult {
    return html`<div part="base" class="base" lang=${ifDefined(this.locale)}>
      <slot name="header"></slot>
      <div role="status">${this.#network.online ? nothing : notice('warning', this.#text('common.offline'))}</div>
      ${this.#hasLayout() ? html`<slot></slot>` : this.#renderPage()}
      <slot name="footer"></slot>
    </div>`;
  }

  /** Whether the host has put elements in the place of the tabs; the space between slotted ones is none. */
  #hasLayout(): boolean {
    return [...this.children].some(({ slot }) => slot === '');
  }

  #renderPage(): TemplateResult {
    const vertical = this.vertical || this.isNarrow;
    return html`<div class="portal ${vertical ? 'vertical' : ''} ${this.isNarrow ? 'narrow' : ''}">
      ${this.#renderTabs(vertical)}
      <div class="panels">
        ${repeat(
          this.#tabs.filter(({ name }) => this.#shown.has(name)),
          ({ name }) => name,
          ({ name }) => this.#renderPanel(name),
        )}
      </div>
    </div>`;
  }

  /** Their place is kept free while it isn't known which there are. */
  #renderTabs(vertical: boolean): TemplateResult | typeof nothing {
    const { status } = this.#capabilities.state;
    if (status === 'waiting' || status === 'loading') return tabsSkeleton;
    if (this.#tabs.length < 2) return nothing;
    const list = { tabs: this.#tabs, current: this.#current, vertical, choose: this.#choose };
    return tabList({ ...list, label: this.#text('portal.tabs') });
  }

  /** A panel that was shown once stays, with all that the user did in it. */
  #renderPanel(name: string): TemplateResult {
    const panel = this.#panels.find((each) => each.name === name);
    const content = panel?.show(this.locale, this.#details.get(name) ?? '', this.vaults);
    return html`<div
      part="panel"
      id="panel-${name}"
      role="tabpanel"
      aria-labelledby="tab-${name}"
      ?hidden=${name !== this.#current}
      @billing-detail-change=${({ detail }: DetailChangeEvent) => this.#keep({ tab: name, detail })}
    >
      ${this.failed.has(name) ? this.#renderFailed(name) : (content ?? html`<slot name="tab-${name}"></slot>`)}
    </div>`;
  }

  #renderFailed(name: string): TemplateResult {
    const retry = html`<button class="button" type="button" @click=${() => this.#retry(name)}>
      ${this.#text('common.retry')}
    </button>`;
    return html`<div role="alert">${notice('negative', this.#text('portal.failed'), retry)}</div>`;
  }

  /** What the back end can serve: as long as it hasn't said so, all that the adapter has a method for. */
  #ablePanels(): readonly Panel[] {
    const { data } = this.#capabilities.state;
    const { adapter } = this;
    if (!adapter) return PANELS.slice(0, 1);
    const able = PANELS.filter(({ method }) => typeof adapter[method] === 'function');
    return data ? able.filter(({ resource }) => data[resource]?.read) : able;
  }

  #ownTabs(): Tab[] {
    return [...this.children].flatMap((child) => {
      const [, name] = /^tab-(.+)$/.exec(child.slot) ?? [];
      return name ? [{ name, label: child.getAttribute('data-label') ?? name }] : [];
    });
  }

  #text(key: 'portal.tabs' | 'portal.failed' | 'common.offline' | 'common.retry' | `tab.${TabName}`): string {
    return text(this.#language.tag, key);
  }

  #load(name: string): void {
    if (name === '' || this.#shown.has(name)) return;
    this.#shown.add(name);
    BillingPortal.loaders[name as TabName]?.().catch(() => {
      this.failed = new Set([...this.failed, name]);
    });
  }

  #retry(name: string): void {
    this.failed = new Set([...this.failed].filter((each) => each !== name));
    this.#shown.delete(name);
    this.requestUpdate();
  }

  /** A panel is found again as it was left. */
  readonly #choose = (tab: string): void => this.#go({ tab, detail: this.#details.get(tab) ?? '' });

  /** What was opened in a panel stands in the address while that panel is shown. */
  #keep(place: Place): void {
    if (place.tab === this.#current) this.#go(place);
    else this.#details.set(place.tab, place.detail);
  }

  #go(place: Place): void {
    if (this.urlHash !== undefined) {
      if (location.hash === '') this.#start = { tab: this.#current, detail: this.#details.get(this.#current) ?? '' };
      location.hash = hashOf(this.urlHash, place);
    }
    this.#show(place);
  }

  #show({ tab, detail }: Place): void {
    this.#details.set(tab, detail);
    this.tab = tab;
    this.requestUpdate();
  }

  /** The host hears of it after us, and may still prevent it. */
  readonly #follow = (event: TabOpenEvent): void =>
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.#go(event);
      void this.updateComplete.then(() => this.#tabOf(event.tab)?.focus());
    });

  readonly #readHash = (): void => {
    if (this.urlHash === undefined) return;
    const place = location.hash === '' ? this.#start : placeIn(location.hash, this.urlHash);
    if (!place) return;
    const hadFocus = this.shadowRoot?.activeElement?.closest('[role=tab], [role=tabpanel]');
    this.#show(place);
    if (hadFocus) void this.updateComplete.then(() => this.#focusTab());
  };

  /** Where the focus stood on a tab that is left, or in its panel, it goes on to the one that is shown. */
  #focusTab(): void {
    const active = this.shadowRoot?.activeElement;
    if (!active?.checkVisibility() || active.matches('[role=tab]')) this.#tabOf(this.#current)?.focus();
  }

  #tabOf(name: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#tab-${CSS.escape(name)}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-portal': BillingPortal;
  }
}
