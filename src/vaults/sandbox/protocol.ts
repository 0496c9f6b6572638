import type { VaultLabels, VaultStyle } from '../../api/index.js';
import type { TestCard } from './cards.js';

/** What the page says to the frame. */
export type ToFrame =
  { readonly kind: 'set-up'; readonly look: Look } | { readonly kind: 'focus' | 'clear' | 'collect' | 'challenge' };

/** What the frame says to the page: never what is in its fields. */
export type FromFrame =
  | { readonly kind: 'ready' | 'escape' | 'refused' }
  | { readonly kind: 'change'; readonly complete: boolean }
  | { readonly kind: 'height'; readonly px: number }
  /** What the test processor is told of the card; `null` while something is missing. */
  | { readonly kind: 'collected'; readonly card: TestCard | null }
  /** What the user has said to the bank. */
  | { readonly kind: 'answered'; readonly token: string };

/** How the fields are to be. */
export interface Look {
  readonly labels: VaultLabels;
  readonly style: VaultStyle;
  readonly dir: 'ltr' | 'rtl';
  readonly locale: string;
}

/** The first message, with a port: all further ones go through that, and nothing else is listened to. */
export const CONNECT = 'billing-kit/sandbox/connect';

/** A message under the name of its channel, so that one that went astray is known as such. */
export interface Envelope<M> {
  readonly channel: string;
  readonly message: M;
}

/** One end of a channel. */
export class Line<Sent, Heard> {
  readonly #port: MessagePort;
  readonly #channel: string;

  constructor(port: MessagePort, channel: string, heard: (message: Heard) => void) {
    this.#port = port;
    this.#channel = channel;
    port.onmessage = ({ data }: MessageEvent<Envelope<Heard>>) => {
      if (data.channel === channel) heard(data.message);
    };
  }

  send(message: Sent): void {
    this.#port.postMessage({ channel: this.#channel, message } satisfies Envelope<Sent>);
  }

  close(): void {
    this.#port.close();
  }
}
