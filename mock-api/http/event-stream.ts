import type { BackendChange, BillingAdapter } from '../../src/api/index.js';

type Subscribe = NonNullable<BillingAdapter['subscribe']>;

/** A stream of server-sent events that lasts until its reader leaves. Between events it shows that it is alive. */
export function eventStream(
  subscribe: Subscribe,
  signal: AbortSignal,
  heartbeatMs: number,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream({
    start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      const end = subscribe((change: BackendChange) => send(`event: change\ndata: ${JSON.stringify(change)}\n\n`));
      const beat = setInterval(() => send(': alive\n\n'), heartbeatMs);
      stop = () => {
        clearInterval(beat);
        end();
      };
      signal.addEventListener('abort', () => {
        stop();
        controller.error(signal.reason);
      });
      send(': connected\n\n');
    },
    cancel: () => stop(),
  });
}
