import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { EventParser } from '../../../src/adapters/rest/event-parser.js';
import type { BackendChange } from '../../../src/api/index.js';
import { adapterOf, adapterWith, status, type Answer } from './script.js';

/** A stream that a test writes to. */
function streamed() {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let left = false;
  const body = new ReadableStream<Uint8Array>({
    start: (own) => void (controller = own),
    cancel: () => void (left = true),
  });
  return {
    answer: (() => new Response(body, { headers: { 'content-type': 'text/event-stream' } })) satisfies Answer,
    send: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    end: () => controller.close(),
    get left() {
      return left;
    },
  };
}

const changed = (resource: string) => `event: change\ndata: {"resources":["${resource}"]}\n\n`;

describe('subscribe', () => {
  // Loaded when it is first needed, for which these clocks would have to run.
  beforeAll(() => import('../../../src/adapters/rest/events.js'));
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const settle = () => vi.advanceTimersByTimeAsync(0);

  /** What a listener hears of an adapter with these answers. */
  function listening(...script: Answer[]) {
    const { adapter, sent } = adapterOf(...script);
    const heard: BackendChange[] = [];
    return { sent, heard, stop: adapter.subscribe((change) => heard.push(change)) };
  }

  test('tells what has changed', async () => {
    const stream = streamed();
    const { heard, sent, stop } = listening(stream.answer);
    await settle();
    stream.send(changed('usage'));
    await settle();
    expect(heard).toEqual([{ resources: ['usage'] }]);
    expect(sent[0]?.url).toBe('/billing/v1/events');
    stop();
  });

  test('leaves out what it does not know', async () => {
    const stream = streamed();
    const { heard, stop } = listening(stream.answer);
    await settle();
    stream.send(`event: other\ndata: {}\n\n${changed('weather')}event: change\ndata: {"resour\n\n`);
    stream.send('event: change\ndata: {"resources":["weather","invoices"],"subscription":"sub-1"}\n\n');
    await settle();
    expect(heard).toEqual([{ resources: ['invoices'], subscription: 'sub-1' }]);
    stop();
  });

  test('a token is sent as with any read', async () => {
    const stream = streamed();
    const { adapter, sent } = adapterWith({ getToken: () => Promise.resolve('token') }, stream.answer);
    const stop = adapter.subscribe(() => undefined);
    await settle();
    expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer token', accept: 'text/event-stream' });
    stop();
  });

  test('a connection that is lost is made again, after pauses that grow', async () => {
    const stream = streamed();
    const { heard, sent, stop } = listening(status(503), status(502), stream.answer);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(900);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1100);
    expect(sent).toHaveLength(3);
    stream.send(changed('invoices'));
    await settle();
    expect(heard).toHaveLength(1);
    stop();
  });

  test('a stream that has ended is followed by another', async () => {
    const [first, second] = [streamed(), streamed()];
    const { heard, stop } = listening(first.answer, second.answer);
    await settle();
    first.end();
    await vi.advanceTimersByTimeAsync(1000);
    second.send(changed('usage'));
    await settle();
    expect(heard).toHaveLength(1);
    stop();
  });

  test('a stream that falls silent is left', async () => {
    const [first, second] = [streamed(), streamed()];
    const { sent, stop } = listening(first.answer, second.answer);
    await vi.advanceTimersByTimeAsync(30_000);
    first.send(': alive\n\n');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(first.left).toBe(false);
    await vi.advanceTimersByTimeAsync(17_000);
    expect([first.left, sent.length]).toEqual([true, 2]);
    stop();
  });

  test.each([401, 403, 404, 501, 204])('%i ends it for good', async (code) => {
    const { sent } = listening(code === 204 ? () => new Response(null, { status: 204 }) : status(code));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a page in place of a stream is no stream', async () => {
    const { heard, sent, stop } = listening(() => new Response('<h1>Free Wi-Fi</h1>'));
    await vi.advanceTimersByTimeAsync(1000);
    expect([heard.length, sent.length]).toEqual([0, 2]);
    stop();
  });

  test('when it is ended, nothing is left of it', async () => {
    const stream = streamed();
    const { heard, sent, stop } = listening(stream.answer);
    await settle();
    stream.send(changed('usage'));
    stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect([heard.length, sent.length, stream.left, vi.getTimerCount()]).toEqual([0, 1, true, 0]);
  });

  test('it can be ended between two connections', async () => {
    const { sent, stop } = listening(status(503));
    await settle();
    stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect([sent.length, vi.getTimerCount()]).toEqual([1, 0]);
  });
});

describe('the parser', () => {
  const text =
    ': hello\r\ndata: one\r\n\r\nevent: x\ndata:two\ndata: three\nid: 7\n\nevent: empty\n\ndata\r\rdata: last\n\n';
  const events = [
    { type: 'message', data: 'one' },
    { type: 'x', data: 'two\nthree' },
    { type: 'message', data: '' },
    { type: 'message', data: 'last' },
  ];

  test.each([1, 2, 3, 7, 1000])('reads the same events in pieces of %i', (size) => {
    const parser = new EventParser();
    const pieces = text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [];
    expect(pieces.flatMap((piece) => parser.push(piece))).toEqual(events);
  });

  test('an event that never ends is refused', () => {
    const parser = new EventParser();
    const flood = () => {
      for (let i = 0; i < 20; i += 1) parser.push(`data: ${'x'.repeat(100_000)}\n`);
    };
    expect(flood).toThrow('longer than');
  });
});
