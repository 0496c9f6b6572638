import { describe, expect, test } from 'vitest';
import { adapterOf, adapterWith, failure, kindOf, never, ok } from './script.js';

describe('answers that can not be read', () => {
  test.each(['{"id":"acc', '<!doctype html><title>Free Wi-Fi</title>', ''])(
    'cases 5 and 6: %j is refused and not quoted',
    async (body) => {
      const error = await failure(adapterOf(() => new Response(body)).adapter.getAccount());
      expect(error.kind).toBe('contract');
      expect(error.message).toBe('GET /account: the answer is not JSON');
    },
  );

  test('case 7: no content is an empty list', async () => {
    const empty = { items: [], next: null };
    expect(await adapterOf(() => new Response(null, { status: 204 })).adapter.listInvoices?.()).toEqual(empty);
    expect(await adapterOf(() => new Response(null, { status: 204 })).adapter.listSubscriptions()).toEqual(empty);
  });

  test('case 86: null is not an empty list', async () => {
    expect(await adapterOf(ok(null)).adapter.listInvoices?.()).toBeNull();
  });

  test('case 25: an answer over 10 MB is refused before it is read to its end', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull: (stream) => {
        pulled += 1;
        stream.enqueue(new Uint8Array(1_000_000));
      },
    });
    expect(await kindOf(() => new Response(endless))).toBe('contract');
    expect(pulled).toBeLessThan(20);
  });

  test('a connection that is lost within the body is a network error', async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) });
    expect(await kindOf(() => new Response(broken))).toBe('network');
  });
});

describe('time', () => {
  test('case 3: an answer that does not come is a timeout, and its request is aborted', async () => {
    const { adapter, sent } = adapterWith({ timeoutMs: 5 }, never);
    expect((await failure(adapter.getAccount())).kind).toBe('timeout');
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  test('case 4: a body that stalls behind its headers is a timeout', async () => {
    const stalled = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) });
    const { adapter } = adapterWith({ timeoutMs: 5 }, () => new Response(stalled));
    expect((await failure(adapter.getAccount())).kind).toBe('timeout');
  });

  test('case 22: a read that nobody waits for is aborted', async () => {
    const controller = new AbortController();
    const { adapter, sent } = adapterOf(never);
    const error = failure(adapter.getAccount({ signal: controller.signal }));
    controller.abort();
    expect((await error).kind).toBe('aborted');
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  test('a read that was aborted before is not sent', async () => {
    const { adapter, sent } = adapterOf(never);
    expect((await failure(adapter.getAccount({ signal: AbortSignal.abort() }))).kind).toBe('aborted');
    expect(sent).toEqual([]);
  });
});
