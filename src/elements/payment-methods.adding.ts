import type { LitElement, ReactiveController } from 'lit';
import type {
  BillingAddress,
  BillingError,
  Consent,
  NewPaymentMethod,
  PaymentMethod,
  Vault,
  VersionedPage,
} from '../api/index.js';
import type { MessageKey } from '../locale/catalogue.js';
import { text } from '../locale/messages.js';
import type { BillingStore } from '../store/store.js';
import { IDLE } from '../store/write-state.js';
import { isBusy, WriteController, type WriteState } from '../store/write.js';
import { attachPaymentMethod } from '../store/writes/payments.js';
import {
  CLOSED,
  type AddingNotice,
  type AddingPhase,
  type AddingSeams,
  type AddingState,
} from './payment-methods.adding.types.js';
import { askedVerdict, verdictAfter } from './payment-methods.asking.js';
import type { CardForm } from './payment-methods.card-form.js';
import { returnUrl } from './payment-methods.return.js';
import { Sessions, type SessionAnswer } from './payment-methods.sessions.js';
import { VaultMount, type MountState } from './payment-methods.vault-mount.js';
import { attachRefusal, codeOf, declineText, isPostal, isTry, type Verdict } from './payment-methods.verdict.js';

/** When the user is told that it still goes on. */
const LONG_WAIT_MS = 60_000;

/** Puts a card on file: a session, the vault's fields, the verification, and then the card itself. */
export class Adding implements ReactiveController {
  readonly mount: VaultMount;
  readonly attach: WriteController<NewPaymentMethod, VersionedPage<PaymentMethod>>;
  readonly #host: LitElement;
  readonly #seams: AddingSeams;
  readonly #sessions: Sessions;
  #state = CLOSED;
  #store: BillingStore | undefined;
  #abort = new AbortController();
  /** What was on file before, to tell which one is new. */
  #known: ReadonlySet<string> = new Set();

  constructor(host: LitElement, seams: AddingSeams) {
    this.#host = host;
    this.#seams = seams;
    this.#sessions = new Sessions(host, seams.store);
    this.attach = new WriteController(host, seams.store, attachPaymentMethod);
    this.mount = new VaultMount(host, {
      broken: (why) => this.#break(this.#text(`adding.${why}`)),
      changed: () => this.#edit(this.#state.form.withCard()),
      refused: () => this.#say('info', this.#text('adding.real-card')),
      escaped: () => this.close(),
      moved: () => this.#moved(),
    });
    host.addController(this);
  }

  get phase(): AddingPhase {
    return this.#state.phase;
  }

  get form(): CardForm {
    return this.#state.form;
  }

  get notice(): AddingNotice | undefined {
    return this.#state.notice;
  }

  /** What the user authorizes, once it is known. */
  get consent(): Consent | undefined {
    return this.#sessions.current?.consent;
  }

  /** How far the card's fields are: `none` for a card that was verified at the bank's page. */
  get card(): MountState {
    if (this.#state.isBroken) return 'broken';
    return this.#state.returned === undefined && this.mount.state === 'none' ? 'loading' : this.mount.state;
  }

  get isOpen(): boolean {
    return this.phase !== 'closed' && this.phase !== 'asking';
  }

  get isAdding(): boolean {
    return isBusy(this.attach.state);
  }

  /** Nobody waits for a bank's answer any more, unless the element is only moved. */
  hostDisconnected(): void {
    queueMicrotask(() => !this.#host.isConnected && this.#abort.abort());
  }

  /** What was begun for one account has nothing to do with another. What was lost may turn out to have been done. */
  hostUpdate(): void {
    const store = this.#seams.store();
    if (store !== this.#store && this.phase !== 'closed') this.close();
    this.#store = store;
    if (this.attach.state.status === 'done') this.#finish();
  }

  /** What is known of a card that was to be added before the page was loaded anew. */
  get left(): WriteState<unknown> {
    return this.isOpen ? IDLE : this.attach.state;
  }

  /** Opens the form, and loads what it needs. */
  async open(): Promise<void> {
    this.#show({ phase: 'open', isBroken: false, notice: undefined, returned: undefined });
    const vault = this.#seams.vault();
    if (!vault) return;
    if (!isSecureContext) return this.#break(this.#text('adding.insecure'));
    const { signal } = (this.#abort = new AbortController());
    const { session } = await this.#prepare(vault);
    if (!session || signal.aborted) return;
    const options = () => ({ session, locale: this.#seams.tag(), ...this.#seams.look() });
    this.mount.begin({ vault, options, patienceMs: this.#seams.patienceMs() });
  }

  close(): void {
    if (this.isAdding) return;
    this.#abort.abort();
    this.mount.end();
    this.#sessions.end();
    this.attach.begin();
    this.#show(CLOSED);
  }

  edit(field: keyof BillingAddress, value: string): void {
    this.#edit(this.form.edited(field, value));
  }

  leave(field: keyof BillingAddress): void {
    this.#show({ form: this.form.left(this.#seams.tag(), field) });
  }

  tick(hasConsent: boolean): void {
    this.#edit(this.form.ticked(hasConsent));
  }

  asDefault(isDefault: boolean): void {
    this.#show({ form: this.form.asDefault(isDefault) });
  }

  /** Has the card verified. */
  async verify(): Promise<void> {
    const [vault, store] = [this.#seams.vault(), this.#seams.store()];
    if (this.phase !== 'open' || this.card !== 'ready' || !vault || !store) return;
    if (!this.#isFilledIn(this.mount.isComplete)) return;
    const { signal } = (this.#abort = new AbortController());
    this.#show({ phase: 'verifying', notice: undefined });
    this.#seams.focus('primary');
    const tell = () => !signal.aborted && this.#say('info', this.#text('adding.still-waiting'));
    const long = setTimeout(tell, LONG_WAIT_MS);
    const verdict = await this.#ask(vault, store, signal);
    clearTimeout(long);
    if (verdict && !signal.aborted) this.#conclude(verdict);
  }

  /** Puts the verified card on file. */
  async add(): Promise<void> {
    const session = this.#sessions.current;
    if (this.phase !== 'verified' || this.isAdding || !session || !this.#isFilledIn(true)) return;
    this.#known = new Set(this.#seams.methods().map(({ id }) => id));
    this.#show({ notice: undefined });
    const { status, error } = await this.attach.submit({
      setup: this.#state.returned ?? session.id,
      billing: this.form.billing(this.#seams.tag()),
      consent: session.consent.version,
      role: this.form.isDefault || this.#known.size === 0 ? 'default' : 'backup',
    });
    if (status === 'failed' && error && this.isOpen) this.#refuse(error);
  }

  /** Goes on with a card for which the user was at the bank's page. Only the back end says what came of it. */
  async resume(setup: string): Promise<void> {
    const [vault, store] = [this.#seams.vault(), this.#seams.store()];
    if (!store || !vault || this.phase !== 'closed') return;
    const { signal } = (this.#abort = new AbortController());
    this.#show({ phase: 'asking' });
    const verdict = await askedVerdict(store, setup, signal);
    if (signal.aborted) return;
    this.#show(CLOSED);
    if (verdict.kind === 'refused')
      return this.#seams.declined(declineText(this.#seams.tag(), verdict.code, 0, verdict.retryAfterMs));
    this.#show({ phase: 'verified', returned: setup });
    this.#say('info', this.#text('adding.returned'));
    await this.#prepare(vault);
  }

  #finish(): void {
    const added = this.attach.state.result?.items.find(({ id }) => !this.#known.has(id));
    const { isOpen } = this;
    this.close();
    this.#seams.added(added, isOpen);
  }

  /** The rules of addresses, and a session. */
  async #prepare(vault: Vault): Promise<SessionAnswer> {
    const rules = await import('./address-formats.js').catch(() => undefined);
    if (!this.isOpen) return {};
    if (!rules) this.#break(this.#text('adding.blocked'));
    else this.#show({ form: this.form.ruled(rules, this.#seams.tag()) });
    const answer = rules ? await this.#sessions.open(vault.name) : {};
    if (answer.hasNewConsent) this.#show({ form: this.form.ticked(false) });
    if (answer.error && this.isOpen) this.#break(this.#refusalOf(answer.error));
    this.#host.requestUpdate();
    return answer;
  }

  /** What the vault, and then the back end, say of the card. Nothing where that has been told already. */
  async #ask(vault: Vault, store: BillingStore, signal: AbortSignal): Promise<Verdict | undefined> {
    const { session, error, hasNewConsent } = await this.#sessions.usable(vault.name);
    if (signal.aborted) return undefined;
    if (error) this.#show({ phase: 'open', notice: { tone: 'negative', text: this.#refusalOf(error) } });
    if (hasNewConsent) this.#show({ form: this.form.ticked(false) });
    if (hasNewConsent) return { kind: 'refused', code: 'consent-missing' };
    if (!session || !this.mount.field) return undefined;
    const [billing, consent] = [this.form.billing(this.#seams.tag()), session.consent.version];
    const result = await this.mount.field.confirm({ session, billing, consent, returnUrl: returnUrl(session.id) });
    return signal.aborted ? undefined : verdictAfter(store, session.id, result, signal);
  }

  #conclude(verdict: Verdict): void {
    if (verdict.kind === 'redirecting') return;
    if (verdict.kind === 'refused') return this.#decline(verdict.code, verdict.retryAfterMs);
    this.#show({ phase: 'verified' });
    this.#say('info', this.#text('adding.verified'));
    this.#seams.focus('primary');
  }

  /** Says why the card isn't taken; what was filled in stays, and the focus goes where it can be mended. */
  #decline(code: string, retryAfterMs?: number): void {
    const tries = this.#state.tries + (isTry(code) ? 1 : 0);
    const said = declineText(this.#seams.tag(), code, tries, retryAfterMs);
    if (code === 'setup-expired') this.#sessions.useUp();
    this.#show({ phase: 'open', tries, notice: { tone: 'negative', text: said } });
    if (isPostal(code)) this.#show({ form: this.form.faulty({ postalCode: this.#text('adding.must-match') }) });
    if (isPostal(code)) this.#seams.focus('postal-code');
    else if (isTry(code) || code === 'incomplete') this.mount.field?.focus();
    else this.#seams.focus('primary');
  }

  /** The back end doesn't put the card on file. What can be mended in the form is verified anew. */
  #refuse(error: BillingError): void {
    const code = codeOf(error);
    const form = this.form.refused(this.#seams.tag(), error.fields);
    const isOver = this.#state.returned === undefined && (code !== undefined || !form.isRight);
    const phase = isOver && code !== 'rate-limited' ? 'open' : 'verified';
    if (phase === 'open') this.#sessions.useUp();
    this.#show({ form, phase, notice: { tone: 'negative', text: this.#refusalOf(error) } });
    if (phase === 'open' && code !== undefined) this.#decline(code);
    else this.#seams.focus(form.isRight ? 'primary' : 'fault');
  }

  /** What was verified is no longer what is in the form. */
  #edit(form: CardForm): void {
    const isUndone = this.phase === 'verified' && this.#state.returned === undefined;
    if (isUndone) this.#sessions.useUp();
    this.#show(isUndone ? { form, phase: 'open', notice: undefined } : { form });
  }

  #isFilledIn(hasCard: boolean): boolean {
    const form = this.form.checked(this.#seams.tag(), hasCard);
    this.#show({ form });
    if (form.cardFault !== undefined) this.mount.field?.focus();
    else if (!form.isRight) this.#seams.focus('fault');
    return form.isRight;
  }

  #moved(): void {
    this.#abort.abort();
    this.#show({ phase: 'open' });
    this.#say('info', this.#text('adding.moved'));
  }

  #break(said: string): void {
    this.#abort.abort();
    this.#show({ phase: 'open', isBroken: true, notice: { tone: 'negative', text: said } });
  }

  #say(tone: AddingNotice['tone'], said: string): void {
    this.#show({ notice: { tone, text: said } });
  }

  #refusalOf = (error: BillingError): string => attachRefusal(this.#seams.tag(), error);

  #text(key: Exclude<Extract<MessageKey, `adding.${string}`>, 'adding.try'>): string {
    return text(this.#seams.tag(), key);
  }

  #show(change: Partial<AddingState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.requestUpdate();
  }
}
