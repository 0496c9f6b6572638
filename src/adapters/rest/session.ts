import { BillingError } from '../../api/index.js';
import { withDeadline } from './deadline.js';

/** Why a token is wanted: for a request, or because the back end refused the last one. */
export interface TokenRequest {
  readonly reason: 'request' | 'expired';
  /** Aborted when nobody waits for the token any more. */
  readonly signal: AbortSignal;
}

/** Gives a bearer token. It is kept in memory only, and goes nowhere but into the header of a request. */
export type GetToken = (request: TokenRequest) => Promise<string>;

/** Sends one request with a token, and rejects with `unauthenticated` when the back end refuses it. */
type Exchange = (token: string) => Promise<unknown>;

/** The bearer tokens of one adapter. */
export class Session {
  readonly #getToken: GetToken;
  readonly #timeoutMs: number;
  /** Counts the refreshes that are over, so that a refused request knows whether there was one since it was sent. */
  #refreshes = 0;
  #refreshing = false;
  #newest: Promise<string> = Promise.resolve('');

  constructor(getToken: GetToken, timeoutMs: number) {
    this.#getToken = getToken;
    this.#timeoutMs = timeoutMs;
  }

  /** Sends with a token; when it is refused, once more with a new one. Calls refused together share that one. */
  async run(exchange: Exchange, outer: AbortSignal | undefined): Promise<unknown> {
    const sentAt = this.#refreshes;
    const token = await this.#wait(outer, (signal) => this.#ask('request', signal));
    return exchange(token).catch(async (error: unknown) => {
      if (!(error instanceof BillingError) || error.kind !== 'unauthenticated') throw error;
      return exchange(await this.#wait(outer, () => this.#refresh(sentAt)));
    });
  }

  /** A refresh has its own deadline: the call that began it may be aborted while others still wait for the token. */
  #refresh(sentAt: number): Promise<string> {
    if (this.#refreshing || sentAt < this.#refreshes) return this.#newest;
    this.#refreshing = true;
    this.#newest = withDeadline(this.#timeoutMs, undefined, (signal) => this.#ask('expired', signal)).finally(() => {
      this.#refreshing = false;
      this.#refreshes += 1;
    });
    return this.#newest;
  }

  async #ask(reason: TokenRequest['reason'], signal: AbortSignal): Promise<string> {
    const token: unknown = await this.#getToken({ reason, signal });
    // What can't stand in a header would otherwise be quoted by the error of `fetch`.
    if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
    throw new BillingError('unauthenticated', 'the token can not be sent');
  }

  async #wait(outer: AbortSignal | undefined, task: (signal: AbortSignal) => Promise<string>): Promise<string> {
    try {
      return await withDeadline(this.#timeoutMs, outer, task);
    } catch (cause) {
      if (outer?.aborted) throw cause;
      throw new BillingError('unauthenticated', 'there is no token', { cause });
    }
  }
}
