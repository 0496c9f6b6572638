import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Quote } from '../api/index.js';

/** When the user is told, in seconds before the end: twice is enough, and nobody is chased by a second hand. */
const TOLD = [120, 60, 30, 0] as const;

/** How much longer a quote stands, at most: in seconds, `0` when it has run out, `undefined` while that is far off. */
export type TimeLeft = (typeof TOLD)[number] | undefined;

/** Follows how long a quote stands, by the back end's clock: from the moment that it was made for until it ends. */
export class QuoteClock implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #quote: () => { readonly quote: Quote; readonly since: Date } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left: TimeLeft;

  /** `since`: when the quote came, by the client's clock. */
  constructor(host: ReactiveControllerHost, quote: () => { readonly quote: Quote; readonly since: Date } | undefined) {
    this.#host = host;
    this.#quote = quote;
    host.addController(this);
  }

  get left(): TimeLeft {
    return this.#left;
  }

  hostUpdate(): void {
    clearTimeout(this.#timer);
    const current = this.#quote();
    if (!current) return void (this.#left = undefined);
    const seconds = secondsLeft(current.quote, current.since);
    this.#left = TOLD.findLast((step) => seconds <= step);
    const next = TOLD.find((step) => step < seconds);
    if (next !== undefined) this.#timer = setTimeout(() => this.#host.requestUpdate(), (seconds - next) * 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}

/** Only spans are compared, never the client's clock with the back end's. */
function secondsLeft({ madeFor, validUntil }: Quote, since: Date): number {
  const stands = Date.parse(validUntil) - Date.parse(madeFor);
  return (stands - (Date.now() - since.getTime())) / 1000;
}
