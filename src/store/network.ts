import { onlineManager } from '@tanstack/query-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the browser believes to have a network. That it has one says little; that it has none is to be believed. */
export const isOnline = (): boolean => onlineManager.isOnline() && globalThis.navigator?.onLine !== false;

/** Resolves as soon as there is a network. */
export const online = (): Promise<void> =>
  new Promise((resolve) => {
    if (isOnline()) return resolve();
    const stop = onlineManager.subscribe((isBack) => {
      if (!isBack) return;
      stop();
      resolve();
    });
  });

/** Follows for an element whether there is a network. */
export class OnlineController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: () => void = () => undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** `false`: writes are refused, and what is shown may be old. */
  get online(): boolean {
    return isOnline();
  }

  hostConnected(): void {
    this.#stop = onlineManager.subscribe(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop();
  }
}
