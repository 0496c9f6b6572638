import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { BillingAdapter } from '../api/index.js';
import { storeContext } from '../store/context.js';
import { storeFor, type BillingStore } from '../store/store.js';

type Host = LitElement & { readonly adapter: BillingAdapter | undefined };

const PATIENCE_MS = 2000;
let warned = false;

/** Where an element gets its answers: from its own adapter, else from the portal around it. */
export class StoreSource implements ReactiveController {
  readonly #host: Host;
  readonly #provided: ContextConsumer<typeof storeContext, LitElement>;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#provided = new ContextConsumer(host, { context: storeContext, subscribe: true });
    host.addController(this);
  }

  /** `undefined` until there is an adapter: it may well come after the elements. */
  get store(): BillingStore | undefined {
    return this.#host.adapter ? storeFor(this.#host.adapter) : this.#provided.value;
  }

  hostConnected(): void {
    this.#patience = setTimeout(() => this.#warn(), PATIENCE_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#patience);
  }

  /** Once a page: an adapter that never comes would leave nothing but skeletons. */
  #warn(): void {
    if (this.store || warned) return;
    warned = true;
    console.warn(
      `<${this.#host.localName}> waits for an adapter: set its "adapter", or put it into a <billing-portal> that has one.`,
    );
  }
}
