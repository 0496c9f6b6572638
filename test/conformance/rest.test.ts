import { afterAll, beforeAll, describe } from 'vitest';
import { restAdapter } from '../../src/adapters/rest.js';
import { conformance, type SentRequest } from '../../src/conformance/index.js';
import { serve, type Serve } from '../../mock-api/http/server.js';
import { TestAccount } from './test-account.js';
import { testsOf } from './tests-of.js';

const TOKEN = 'conformance-token';

/** A `fetch` that writes down what is sent, and loses an answer when that is asked for. */
class Wire {
  readonly sent: SentRequest[] = [];
  #lose = false;

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    this.sent.push({ method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body });
    const response = await fetch(request);
    if (!this.#lose || request.headers.get('idempotency-key') === null) return response;
    this.#lose = false;
    await response.body?.cancel();
    throw new TypeError('the connection is lost');
  };

  loseAnswer(): void {
    this.#lose = true;
  }
}

describe('the REST adapter, against the served mock', () => {
  const account = new TestAccount('past-due');
  const wire = new Wire();
  let server: Serve;
  beforeAll(async () => {
    server = await serve({ accounts: { [TOKEN]: account.adapter }, port: 0 });
  });
  afterAll(() => server.close());

  const adapter = () => restAdapter({ baseUrl: server.url, fetch: wire.fetch, getToken: () => Promise.resolve(TOKEN) });
  const scenario = Object.assign(account, {
    loseAnswer: () => wire.loseAnswer(),
    requests: () => wire.sent,
  });
  testsOf(conformance({ adapter, scenario }));
});
