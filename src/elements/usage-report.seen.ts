import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether an element has ever come into view: what is heavy to read waits for that. */
export class Seen implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #observer = new IntersectionObserver((entries) => this.#look(entries));
  #isSeen = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isSeen(): boolean {
    return this.#isSeen;
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Watches another element, or none. For `ref`. */
  readonly watch = (element: Element | undefined): void => {
    this.#observer.disconnect();
    if (element && !this.#isSeen) this.#observer.observe(element);
  };

  #look(entries: readonly IntersectionObserverEntry[]): void {
    if (this.#isSeen || !entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.#isSeen = true;
    this.#observer.disconnect();
    this.#host.requestUpdate();
  }
}
