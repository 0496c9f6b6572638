import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** How long a message stays in the page: long enough to be read aloud after the ones before it. */
const STAYS_MS = 10_000;

interface Said {
  readonly id: number;
  readonly text: string;
}

/** What an element says to those who listen: one live region, in which each outcome is a line of its own. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #said: readonly Said[] = [];
  #next = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Speaks after what is still being spoken, never instead of it. */
  say(text: string): void {
    const said = { id: this.#next++, text };
    this.#said = [...this.#said, said];
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#said = this.#said.filter((each) => each !== said);
      this.#host.requestUpdate();
    }, STAYS_MS);
    this.#timers.add(timer);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#said = [];
  }

  /** The region; it must be in the page before anything is said. */
  render(): TemplateResult {
    return html`<div class="visually-hidden" role="log" aria-live="polite" aria-atomic="false">
      ${repeat(
        this.#said,
        ({ id }) => id,
        ({ text }) => html`<p>${text}</p>`,
      )}
    </div>`;
  }
}
