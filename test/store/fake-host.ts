import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element reduced to what a controller sees of it: connect, update, disconnect. */
export class FakeHost implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers = new Set<ReactiveController>();
  #rendered: () => void = () => undefined;
  #pending = false;

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  /** Like an element's, an update comes in a microtask. */
  requestUpdate(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      for (const controller of this.#controllers) controller.hostUpdate?.();
      this.#rendered();
    });
  }

  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** Calls `see` with each update, for what an element would have shown. */
  onRender(see: () => void): void {
    this.#rendered = see;
  }
}
