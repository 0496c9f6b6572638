import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getResponse, type HttpHandler } from 'msw';
import { BillingError, type BillingAdapter } from '../../src/api/index.js';
import { handlersFor } from '../handlers.js';
import { problemOf } from '../problem.js';
import { responseOf } from './answer.js';
import { corsHeaders, isLocal, preflight } from './cors.js';
import { requestOf, send } from './node.js';
import type { ServingOptions } from './serving.js';
import { Sessions } from './sessions.js';

const HOST = '127.0.0.1';
const BASE = '/billing/v1';

/** What is served, and where. */
export interface ServerOptions extends Omit<ServingOptions, 'faults'> {
  /** The back end of each account, by its bearer token. */
  readonly accounts: Readonly<Record<string, BillingAdapter>>;
  /** 0 for any free one. */
  readonly port: number;
}

/** A server that runs. */
export interface Serve {
  /** The base address for `restAdapter`. */
  readonly url: string;
  /** Ends it with all its connections. */
  close(): Promise<void>;
}

/** Serves back ends over HTTP, on this machine only. Rejects when the port is taken. */
export async function serve({ accounts, port, ...options }: ServerOptions): Promise<Serve> {
  const sessions = new Sessions(Object.keys(accounts));
  const handlers = Object.fromEntries(
    Object.entries(accounts).map(([token, adapter]) => [token, handlersFor(adapter, options)]),
  );
  const server = createServer((message, response) => void respond(message, response, sessions, handlers));
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${HOST}:${actual}${BASE}`, close: () => close(server) };
}

type Handlers = Readonly<Record<string, readonly HttpHandler[]>>;

async function respond(
  message: IncomingMessage,
  response: ServerResponse,
  sessions: Sessions,
  handlers: Handlers,
): Promise<void> {
  const leaving = new AbortController();
  response.on('close', () => leaving.abort());
  for (const [name, value] of Object.entries(corsHeaders(message.headers.origin ?? null)))
    response.setHeader(name, value);
  const answer = await answerOf(message, sessions, handlers, leaving.signal).catch((cause: unknown) =>
    responseOf(problemOf(cause), 'req_refused'),
  );
  await send(answer, response);
}

async function answerOf(
  message: IncomingMessage,
  sessions: Sessions,
  handlers: Handlers,
  signal: AbortSignal,
): Promise<Response> {
  if (!isLocal(message.headers.host)) throw new BillingError('forbidden', 'this server is for this machine only');
  if (message.method === 'OPTIONS') return preflight(message.headers.origin ?? null);
  const request = await requestOf(message, `http://${HOST}`, signal);
  const isSignIn = request.method === 'POST' && new URL(request.url).pathname === `${BASE}/sandbox/session`;
  if (isSignIn) return sessions.open(request, BASE);
  const answer = await getResponse([...(handlers[sessions.accountOf(request)] ?? [])], request);
  return answer ?? responseOf(problemOf(new BillingError('not-found', `all paths begin with ${BASE}`)), 'req_nowhere');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
