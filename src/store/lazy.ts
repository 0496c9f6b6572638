import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Code that an element can do without at first: fetched when the element is in the page, which is drawn anew with it. */
export class Lazy<T> implements ReactiveController {
  /** What was loaded; `undefined` until then, and where it couldn't be. */
  value: T | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.value === undefined) this.#load().then((value) => this.#arrived(value), nothing);
  }

  #arrived(value: T): void {
    this.value = value;
    this.#host.requestUpdate();
  }
}

function nothing(): void {
  // What is missing is left out, and asked for again when the element is put into a page again.
}
