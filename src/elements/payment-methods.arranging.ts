import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PaymentMethod, PaymentRoles, VersionedPage } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { BillingStore } from '../store/store.js';
import { WriteController, type WriteState } from '../store/write.js';
import { setPaymentRoles } from '../store/writes/payments.js';
import { arranged, movedTo, rolesOf, withBackup, withDefault } from './payment-methods.order.js';
import { methodName } from './payment-section.js';

type Methods = VersionedPage<PaymentMethod>;

/** What an element gives, and what it does. */
export interface ArrangingSeams {
  readonly store: () => BillingStore | undefined;
  readonly tag: () => LanguageTag;
  readonly list: () => Methods | undefined;
  readonly hasBackups: () => boolean;
  /** `false` where the host does it itself. */
  readonly propose: (roles: PaymentRoles) => boolean;
  /** The row that is moved takes its button along; where that is gone, another one gets the focus. */
  readonly focus: (id: string) => void;
  readonly done: (said: string) => void;
  readonly failed: () => void;
}

/**
 * Changes who is charged, and in which order. What the user wants is on show at once; what was pressed while one change
 * is under way goes out after it, and a refusal brings all back to how it was.
 */
export class Arranging implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #write: WriteController<PaymentRoles, Methods>;
  readonly #seams: ArrangingSeams;
  #wanted: PaymentRoles | undefined;
  #said = '';
  #isSending = false;
  #wasLeft = false;

  constructor(host: ReactiveControllerHost, seams: ArrangingSeams) {
    this.#host = host;
    this.#seams = seams;
    this.#write = new WriteController(host, seams.store, setPaymentRoles);
    host.addController(this);
  }

  /** What is known of the write. */
  get state(): WriteState<Methods> {
    return this.#write.state;
  }

  /** The methods as the user wants them. */
  get shown(): readonly PaymentMethod[] {
    const items = this.#seams.list()?.items ?? [];
    return this.#wanted ? arranged(items, this.#wanted) : items;
  }

  /** Whether a change from before the page was loaded anew is still being looked for. */
  get isLeft(): boolean {
    return this.state.status === 'checking' && !this.#isSending;
  }

  hostUpdate(): void {
    if (this.#wasLeft && this.state.status === 'done') this.#seams.done(text(this.#seams.tag(), 'methods.order-saved'));
    this.#wasLeft = this.isLeft;
  }

  hostDisconnected(): void {
    this.#wanted = undefined;
  }

  /** Asks what became of a change that nobody could say. */
  check(): void {
    this.#write.check();
  }

  makeDefault(method: PaymentMethod): void {
    const roles = withDefault(this.#roles, method.id, this.#seams.hasBackups());
    this.#arrange(roles, this.#text('methods.now-default', method), 'title');
  }

  makeBackup(method: PaymentMethod): void {
    this.#arrange(withBackup(this.#roles, method.id), this.#text('methods.now-backup', method), `default-${method.id}`);
  }

  /** A back-up to another place, counted from 0. */
  move(id: string, place: number): void {
    const before = this.#roles;
    const roles = movedTo(before, id, place);
    const method = this.shown.find((each) => each.id === id);
    if (roles === before || !method) return;
    const names = { method: methodName(this.#seams.tag(), method), total: String(roles.backups.length) };
    const said = text(this.#seams.tag(), 'methods.now-at', { ...names, position: String(place + 1) });
    this.#arrange(roles, said, `${place < before.backups.indexOf(id) ? 'up' : 'down'}-${id}`);
  }

  get #roles(): PaymentRoles {
    return this.#wanted ?? rolesOf(this.#seams.list()?.items ?? []);
  }

  #text(key: 'methods.now-default' | 'methods.now-backup', method: PaymentMethod): string {
    return text(this.#seams.tag(), key, { method: methodName(this.#seams.tag(), method) });
  }

  #arrange(roles: PaymentRoles, said: string, focus: string): void {
    if (!this.#seams.propose(roles)) return;
    this.#wanted = roles;
    this.#said = said;
    this.#host.requestUpdate();
    this.#seams.focus(focus);
    if (!this.#isSending) void this.#send();
  }

  async #send(): Promise<void> {
    const store = this.#seams.store();
    this.#isSending = true;
    const { status } = await this.#sendAll();
    this.#isSending = false;
    this.#wanted = undefined;
    this.#host.requestUpdate();
    if (store !== this.#seams.store()) return;
    if (status === 'done') this.#seams.done(this.#said);
    else this.#seams.failed();
  }

  async #sendAll(): Promise<WriteState<Methods>> {
    let version = this.#seams.list()?.version;
    for (;;) {
      const sent = this.#wanted;
      if (!sent) return this.#write.state;
      this.#write.begin();
      const state = await this.#write.submit(sent, version === undefined ? {} : { ifVersion: version });
      if (state.status !== 'done' || this.#wanted === sent) return state;
      version = state.result?.version ?? this.#seams.list()?.version;
    }
  }
}
