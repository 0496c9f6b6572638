import * as v from 'valibot';
import { BillingError, toBillingError, type BackendChange, type BillingErrorKind } from '../../api/index.js';
import { isOf, type Receive } from './body.js';
import type { Client } from './client.js';
import { withDeadline } from './deadline.js';
import { EventParser, type ServerEvent } from './event-parser.js';

/** A stream that is alive says something every 15 seconds, if only a comment. */
const SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** What another try won't change: nobody is signed in, or there is no such stream. */
const FINAL: ReadonlySet<BillingErrorKind> = new Set(['unauthenticated', 'forbidden', 'not-found', 'unsupported']);

const RESOURCES = [
  'subscriptions',
  'plans',
  'add-ons',
  'usage',
  'usage-records',
  'invoices',
  'payment-methods',
  'contacts',
  'alerts',
  'members',
] as const satisfies readonly BackendChange['resources'][number][];

const changeSchema: v.GenericSchema<unknown, BackendChange> = v.object({
  // What we don't know, we don't show: it need not be read again.
  resources: v.pipe(
    v.array(v.fallback(v.nullable(v.picklist(RESOURCES)), null)),
    v.transform((all) => all.filter((each) => each !== null)),
  ),
  subscription: v.exactOptional(v.string()),
});

type Listener = (change: BackendChange) => void;

/**
 * Follows the stream of a back end, with `fetch` and not with an `EventSource`, which can't send a token. A connection
 * that is lost is made again, after pauses that grow; the function that is returned ends it all.
 */
export function followEvents(client: Client, listener: Listener): () => void {
  const ending = new AbortController();
  void follow(client, listener, ending.signal);
  return () => ending.abort();
}

async function follow(client: Client, listener: Listener, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const body = await client.read<Body | undefined>('/events', { signal }, { accept: STREAM, receive: stream });
      if (body === undefined) return;
      for await (const events of eventsOf(body, signal)) {
        failures = 0;
        for (const event of events) tell(event, listener, signal);
      }
    } catch (cause) {
      if (FINAL.has(toBillingError(cause).kind)) return;
    }
    await pause(failures, signal);
  }
}

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

const STREAM = 'text/event-stream';

// 204 is how a server says that it has nothing to tell, now and later.
const stream: Receive<Body | undefined> = async (response) => {
  if (response.status === 204) return undefined;
  if (isOf(response, STREAM) && response.body) return response.body;
  await response.body?.cancel();
  throw new BillingError('contract', `the answer is not ${STREAM}`);
};

/** What each piece of a stream brings; nothing, where it is a sign of life. */
async function* eventsOf(body: Body, signal: AbortSignal): AsyncGenerator<ServerEvent[]> {
  const [reader, decoder, parser] = [body.getReader(), new TextDecoder(), new EventParser()];
  try {
    for (;;) {
      const { done, value } = await withDeadline(SILENCE_MS, signal, () => reader.read());
      if (done) return;
      yield parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** In a task of its own: what goes wrong in the listener is the page's concern, and doesn't end the stream. */
function tell({ type, data }: ServerEvent, listener: Listener, signal: AbortSignal): void {
  const change = type === 'change' ? changeOf(data) : undefined;
  if (change) queueMicrotask(() => signal.aborted || listener(change));
}

function changeOf(data: string): BackendChange | undefined {
  try {
    const result = v.safeParse(changeSchema, JSON.parse(data));
    return result.success && result.output.resources.length > 0 ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** At random within the upper half, so that the pages of a back end that comes back don't all come at once. */
function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
  return new Promise((resolve) => {
    const timer = setTimeout(end, longest * (0.5 + Math.random() / 2));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
