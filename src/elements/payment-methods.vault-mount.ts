import type { LitElement, ReactiveController } from 'lit';
import type { Vault, VaultField, VaultFieldEvents, VaultOptions } from '../api/index.js';

/** How far a vault's fields are. */
export type MountState = 'none' | 'loading' | 'ready' | 'broken';

/** What an element does with what happens to them. */
export interface MountEvents {
  /** `timeout`: they never answered; `blocked`: they couldn't be loaded, or were taken out of the page. */
  readonly broken: (why: 'timeout' | 'blocked') => void;
  readonly changed: () => void;
  readonly refused: (code: string) => void;
  readonly escaped: () => void;
  /** The element was moved: the fields were loaded anew, and are empty. */
  readonly moved: () => void;
}

/** What to mount. */
export interface MountOrder {
  readonly vault: Vault;
  readonly options: () => Omit<VaultOptions, 'signal'>;
  /** How long to wait until they are ready. */
  readonly patienceMs: number;
}

/**
 * A vault's fields in the light DOM of the host's page, slotted into the element from there: providers' frames find each
 * other only in the page itself. Their node is never moved, and nothing else is put into it.
 */
export class VaultMount implements ReactiveController {
  readonly #host: LitElement;
  readonly #events: MountEvents;
  readonly #watch = new MutationObserver(() => this.#look());
  #state: MountState = 'none';
  #order: MountOrder | undefined;
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #node: HTMLElement | undefined;
  #field: VaultField | undefined;
  #isComplete = false;
  #hasFrame = false;
  #isTorn = false;

  constructor(host: LitElement, events: MountEvents) {
    this.#host = host;
    this.#events = events;
    host.addController(this);
  }

  get state(): MountState {
    return this.#state;
  }

  /** Whether all is filled in, as the fields say. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** What is mounted. */
  get field(): VaultField | undefined {
    return this.#field;
  }

  /** Loads the vault and mounts its fields, in the place of what was there. */
  begin(order: MountOrder): void {
    this.end();
    this.#order = order;
    this.#state = 'loading';
    const { signal } = (this.#abort = new AbortController());
    this.#timer = setTimeout(() => this.#break('timeout'), order.patienceMs);
    Promise.resolve()
      .then(() => order.vault.load())
      .then(() => (signal.aborted ? undefined : this.#place(order, signal)))
      .catch(() => (signal.aborted ? undefined : this.#break('blocked')));
    this.#host.requestUpdate();
  }

  /** Takes the fields out of the page. */
  end(): void {
    clearTimeout(this.#timer);
    this.#watch.disconnect();
    this.#abort.abort();
    this.#field?.destroy();
    this.#node?.remove();
    this.#field = this.#node = this.#order = undefined;
    this.#state = 'none';
    this.#hasFrame = this.#isComplete = false;
    this.#host.requestUpdate();
  }

  /** A frame that is taken out of the page and put in again has lost all that was in it. */
  hostConnected(): void {
    const order = this.#order;
    if (!this.#isTorn || !order) return;
    this.#isTorn = false;
    this.begin(order);
    this.#events.moved();
  }

  hostDisconnected(): void {
    const order = this.#order;
    if (!order) return;
    this.end();
    this.#order = order;
    this.#isTorn = true;
  }

  #place({ vault, options }: MountOrder, signal: AbortSignal): void {
    const outer = outermost(this.#host);
    const node = document.createElement('div');
    node.slot = 'vault-field';
    outer.append(node);
    this.#node = node;
    const field = vault.mount(node, { ...options(), signal });
    this.#field = field;
    this.#listen(field);
    this.#watch.observe(outer, { childList: true });
    this.#watch.observe(node, { childList: true, subtree: true });
    this.#look();
    this.#host.requestUpdate();
  }

  #listen(field: VaultField): void {
    const on = <K extends keyof VaultFieldEvents>(name: K, act: (event: VaultFieldEvents[K]) => void): void =>
      field.addEventListener(name, (event) => act(event as VaultFieldEvents[K]), { signal: this.#abort.signal });
    on('ready', () => this.#ready());
    on('change', ({ detail }) => {
      this.#isComplete = detail.complete;
      this.#events.changed();
    });
    on('escape', () => this.#events.escaped());
    on('error', ({ detail }) => {
      if (detail.code === 'blocked') this.#break('blocked');
      else this.#events.refused(detail.code);
    });
  }

  #ready(): void {
    clearTimeout(this.#timer);
    this.#state = 'ready';
    this.#host.requestUpdate();
  }

  /** Some password managers and blockers take frames out again. */
  #look(): void {
    const isThere = this.#node?.isConnected === true && this.#node.querySelector('iframe') !== null;
    if (isThere) this.#hasFrame = true;
    else if (this.#hasFrame) this.#break('blocked');
  }

  #break(why: 'timeout' | 'blocked'): void {
    this.end();
    this.#state = 'broken';
    this.#events.broken(why);
    this.#host.requestUpdate();
  }
}

/** The portal around an element that is in its shadow; else the element itself. */
function outermost(element: LitElement): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.localName === 'billing-portal' ? root.host : element;
}
