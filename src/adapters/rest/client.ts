import {
  refuseCardNumber,
  toBillingError,
  type Page,
  type PageQuery,
  type ReadOptions,
  type WriteOptions,
} from '../../api/index.js';
import { json, type Receive } from './body.js';
import { withDeadline } from './deadline.js';
import { exchange, type Fetch } from './exchange.js';
import type { RestOptions } from './options.js';
import { answered, attempt } from './outcome.js';
import { addressOf, headersOf, type Query } from './request.js';
import { Session } from './session.js';

/** What a read has beside its path. */
interface ReadDetails {
  readonly query?: Query;
  /** A question that is too large for a query: it is posted, and changes nothing. */
  readonly body?: unknown;
  /** Whether the back end has to make the answer first. */
  readonly slow?: boolean;
  readonly accept?: string;
  readonly receive?: Receive<unknown>;
  /** What an answer without content stands for. */
  readonly whenEmpty?: unknown;
}

/** What a write has beside its path. */
interface WriteDetails {
  readonly query?: Query;
  readonly body?: unknown;
}

/** One request, to be sent as it is however often that takes. */
interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly receive: Receive<unknown>;
}

const JSON_TYPES = 'application/json, application/problem+json';

/** Sends the requests of one adapter: with its session, its time limits, and errors that say what was asked. */
export class Client {
  readonly #baseUrl: string;
  readonly #credentials: RequestCredentials;
  readonly #timeouts: { readonly read: number; readonly slow: number; readonly write: number };
  readonly #fetch: Fetch;
  readonly #session: Session | undefined;

  constructor(options: RestOptions) {
    const { timeoutMs = 15_000, previewTimeoutMs = 20_000, writeTimeoutMs = 30_000, fetch, getToken } = options;
    this.#baseUrl = options.baseUrl;
    this.#credentials = options.credentials ?? 'same-origin';
    this.#timeouts = { read: timeoutMs, slow: previewTimeoutMs, write: writeTimeoutMs };
    // Looked up for each request: a host or a mock may put its own in place later.
    this.#fetch = fetch ?? ((url, init) => globalThis.fetch(url, init));
    this.#session = getToken && new Session(getToken, timeoutMs);
  }

  /** Asks for something. */
  read<T>(path: string, { signal, locale }: ReadOptions = {}, details: ReadDetails = {}): Promise<T> {
    const { query = {}, body, slow = false, accept = JSON_TYPES, receive = json, whenEmpty } = details;
    const method = body === undefined ? 'GET' : 'POST';
    return named(method, path, async () => {
      const url = addressOf(this.#baseUrl, path, query);
      const headers = headersOf({ accept, 'accept-language': locale });
      const timeoutMs = this.#timeouts[slow ? 'slow' : 'read'];
      const answer = await this.#send({ method, url, headers, body, timeoutMs, signal, receive });
      return answer === undefined ? whenEmpty : answer;
    });
  }

  /** Asks for a page of a list. */
  list<T>(path: string, options: PageQuery = {}, query: Query = {}): Promise<Page<T>> {
    const { cursor, limit } = options;
    return this.read(path, options, { query: { ...query, cursor, limit }, whenEmpty: { items: [], next: null } });
  }

  /** Changes something. It is sent once; once more, with the same key, when the session had run out. */
  write<T>(method: string, path: string, options: WriteOptions, { query = {}, body }: WriteDetails = {}): Promise<T> {
    return named(method, path, () => {
      const url = addressOf(this.#baseUrl, path, query);
      const headers = headersOf({
        accept: JSON_TYPES,
        'accept-language': options.locale,
        'idempotency-key': options.idempotencyKey,
        'if-match': options.ifVersion && `"${options.ifVersion}"`,
      });
      const timeoutMs = this.#timeouts.write;
      return attempt(() => this.#send({ method, url, headers, body, timeoutMs, receive: answered(json) }));
    });
  }

  #send({ method, url, headers, body, timeoutMs, signal, receive }: Request): Promise<unknown> {
    refuseCardNumber(body);
    const init = { method, credentials: this.#credentials, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const own = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
    const once = (session: Record<string, string>): Promise<unknown> =>
      withDeadline(timeoutMs, signal, (inner) =>
        exchange(this.#fetch, url, { ...init, headers: { ...own, ...session }, signal: inner }, receive),
      );
    if (this.#session) return this.#session.run((token) => once({ authorization: `Bearer ${token}` }), signal);
    // A form on another site can send our cookies, but not this header.
    return once(method === 'GET' ? {} : { 'x-billing-kit': '1' });
  }
}

/** The path tells logs which request it was. The query stays out: it may hold what is private. */
async function named<T>(method: string, path: string, task: () => Promise<unknown>): Promise<T> {
  try {
    return (await task()) as T;
  } catch (cause) {
    const error = toBillingError(cause);
    error.message = `${method} ${path}: ${error.message}`;
    throw error;
  }
}
