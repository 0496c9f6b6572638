import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const MOST_BYTES = 1_000_000;

/** A request of Node's server as the web has it; its signal is aborted when the client leaves. */
export async function requestOf(message: IncomingMessage, origin: string, signal: AbortSignal): Promise<Request> {
  const headers = Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const method = message.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : await bodyOf(message);
  return new Request(new URL(message.url ?? '/', origin), { method, headers, body, signal });
}

/** Throws a `RangeError` for a body that no request of the contract has. */
async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new RangeError('the body is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Sends a response. One that is a network error cuts the connection. */
export async function send(response: Response, to: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    to.destroy();
    return;
  }
  to.statusCode = response.status;
  to.setHeaders(response.headers);
  if (!response.body) {
    to.end();
    return;
  }
  // A client that leaves early is no failure of the server.
  await pipeline(Readable.fromWeb(response.body as never), to).catch(() => undefined);
}
