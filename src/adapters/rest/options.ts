import type { Fetch } from './exchange.js';
import type { GetToken } from './session.js';

/** Where the back end is, and how to speak to it. */
export interface RestOptions {
  /** With or without a host: `/billing/v1`. */
  readonly baseUrl: string;
  /** What sends the requests; the browser's `fetch` by default. */
  readonly fetch?: Fetch;
  /** For back ends that want a bearer token. Asked before each request, and once more when the token is refused. */
  readonly getToken?: GetToken;
  /** Which cookies go along; `same-origin` by default. */
  readonly credentials?: RequestCredentials;
  /** How long a read may take from its start to the end of its body. 15,000. */
  readonly timeoutMs?: number;
  /** The same for what has to be made first: the quote of a change, a PDF. 20,000. */
  readonly previewTimeoutMs?: number;
  /** How long a write is waited for before its outcome counts as unknown. 30,000. */
  readonly writeTimeoutMs?: number;
}
