import {
  toBillingError,
  type VaultConfirmation,
  type VaultField,
  type VaultOptions,
  type VaultResult,
} from '../../api/index.js';
import type { SandboxOptions } from '../sandbox.js';
import type { TestCard } from './cards.js';
import { fill } from './markup.js';
import { CONNECT, Line, type FromFrame, type ToFrame } from './protocol.js';
import { resultOf } from './result.js';

type Reply = Extract<FromFrame, { kind: 'collected' | 'answered' }>;

const CANCELLED: VaultResult = { status: 'failed', code: 'authentication-cancelled' };

let channels = 0;

/** The page's end of a frame. */
export class SandboxField extends EventTarget implements VaultField {
  readonly #frame = document.createElement('iframe');
  readonly #how: VaultOptions;
  readonly #options: SandboxOptions;
  #line: Line<ToFrame, FromFrame> | undefined;
  #reply: (reply: Reply | undefined) => void = () => undefined;

  constructor(target: HTMLElement, how: VaultOptions, options: SandboxOptions) {
    super();
    this.#how = how;
    this.#options = options;
    this.#frame.sandbox.add('allow-scripts');
    this.#frame.title = how.labels.title;
    const { style } = this.#frame;
    for (const [name, value] of Object.entries({ display: 'block', width: '100%', height: '178px', border: '0' }))
      style.setProperty(name, value);
    style.setProperty('color-scheme', how.style.scheme);
    if (!options.isSilent) this.#frame.addEventListener('load', () => this.#connect(), { once: true });
    how.signal.addEventListener('abort', () => this.destroy(), { once: true });
    fill(this.#frame, options.script);
    target.append(this.#frame);
  }

  focus(): void {
    this.#frame.focus();
    this.#line?.send({ kind: 'focus' });
  }

  clear(): void {
    this.#line?.send({ kind: 'clear' });
  }

  async confirm({ session, returnUrl }: VaultConfirmation): Promise<VaultResult> {
    const reply = await this.#ask('collect');
    if (!reply) return CANCELLED;
    if (reply.kind !== 'collected' || !reply.card) return { status: 'failed', code: 'incomplete' };
    return this.#verify(session.id, reply.card, returnUrl).catch(refusal);
  }

  destroy(): void {
    this.#reply(undefined);
    this.#line?.close();
    this.#frame.remove();
  }

  async #verify(setup: string, { token, asks }: TestCard, returnUrl: string): Promise<VaultResult> {
    const found = await this.#options.processor(setup, token);
    if (found.status !== 'action-required') return resultOf(found);
    if (asks === 'elsewhere') return this.#leave(setup, returnUrl);
    const reply = await this.#ask('challenge');
    return reply?.kind === 'answered' ? resultOf(await this.#options.processor(setup, reply.token)) : CANCELLED;
  }

  /** The bank's page says yes and sends the user back. */
  async #leave(setup: string, returnUrl: string): Promise<VaultResult> {
    await this.#options.processor(setup, 'test_3ds_ok');
    (this.#options.navigate ?? ((to: string) => location.assign(to)))(returnUrl);
    return { status: 'redirecting' };
  }

  #connect(): void {
    const { port1, port2 } = new MessageChannel();
    channels += 1;
    const channel = `sandbox-${channels}`;
    this.#line = new Line(port1, channel, (message) => this.#hear(message));
    // The frame has no origin that could be named. What is said here is no secret; the rest goes through the port.
    this.#frame.contentWindow?.postMessage({ kind: CONNECT, channel }, '*', [port2]);
    const { labels, style, dir, locale } = this.#how;
    this.#line.send({ kind: 'set-up', look: { labels, style, dir, locale } });
  }

  #ask(kind: 'collect' | 'challenge'): Promise<Reply | undefined> {
    this.#line?.send({ kind });
    return new Promise((resolve) => (this.#reply = resolve));
  }

  #hear(message: FromFrame): void {
    if (message.kind === 'height') this.#frame.style.setProperty('height', `${message.px}px`);
    else if (message.kind === 'change')
      this.dispatchEvent(new CustomEvent('change', { detail: { complete: message.complete } }));
    else if (message.kind === 'refused')
      this.dispatchEvent(new CustomEvent('error', { detail: { code: 'real-card' } }));
    else if (message.kind === 'collected' || message.kind === 'answered') this.#reply(message);
    else this.dispatchEvent(new Event(message.kind));
  }
}

/** What a processor says that refuses to look at the card. */
function refusal(cause: unknown): VaultResult {
  const { kind, code, retryAfterMs } = toBillingError(cause);
  const known = kind === 'rate-limited' ? 'rate-limited' : (code ?? kind);
  return { status: 'failed', code: known, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
