import { describe, expect, test, vi } from 'vitest';
import { adapterOf, adapterWith, failure, kindOf, never, ok, status, type Answer } from './script.js';

describe('sessions', () => {
  const bearer = ({ headers }: RequestInit) => new Headers(headers).get('authorization');
  /** Refuses every token but this one. */
  const only =
    (token: string): Answer =>
    (init) =>
      bearer(init) === `Bearer ${token}` ? Response.json({}) : new Response(null, { status: 401 });
  const tokens = () => vi.fn(({ reason }: { reason: string }) => Promise.resolve(reason === 'expired' ? 'new' : 'old'));

  test('a token is asked for and sent with each request', async () => {
    const getToken = tokens();
    const { adapter, sent } = adapterWith({ getToken }, only('old'));
    await adapter.getAccount();
    await adapter.listSubscriptions();
    expect(sent.map(({ init }) => bearer(init))).toEqual(['Bearer old', 'Bearer old']);
  });

  test('case 17: a token that is refused is refreshed once, and the read sent again', async () => {
    const getToken = tokens();
    const { adapter, sent } = adapterWith({ getToken }, only('new'));
    expect(await adapter.getAccount()).toEqual({});
    expect(sent).toHaveLength(2);
  });

  test('case 18: five reads that are refused together share one refresh', async () => {
    const getToken = tokens();
    const { adapter } = adapterWith({ getToken }, only('new'));
    await Promise.all(Array.from({ length: 5 }, () => adapter.getAccount()));
    expect(getToken.mock.calls.filter(([{ reason }]) => reason === 'expired')).toHaveLength(1);
  });

  test('a read that is refused after a refresh takes the token of that', async () => {
    const getToken = tokens();
    let late: (response: Response) => void = () => undefined;
    const slow: Answer = () => new Promise((resolve) => (late = resolve));
    const { adapter } = adapterWith({ getToken }, slow, only('new'));
    const first = adapter.getAccount();
    await vi.waitFor(() => expect(getToken).toHaveBeenCalledTimes(1));
    await adapter.getAccount();
    late(new Response(null, { status: 401 }));
    expect(await first).toEqual({});
    expect(getToken.mock.calls.filter(([{ reason }]) => reason === 'expired')).toHaveLength(1);
  });

  test('a read that is aborted leaves the refresh to the others', async () => {
    let refreshed: (token: string) => void = () => undefined;
    const getToken = vi.fn(({ reason }: { reason: string }) =>
      reason === 'expired' ? new Promise<string>((resolve) => (refreshed = resolve)) : Promise.resolve('old'),
    );
    const { adapter } = adapterWith({ getToken }, only('new'));
    const controller = new AbortController();
    const first = failure(adapter.getAccount({ signal: controller.signal }));
    const second = adapter.getAccount();
    await vi.waitFor(() => expect(getToken).toHaveBeenCalledTimes(3));
    controller.abort();
    expect((await first).kind).toBe('aborted');
    refreshed('new');
    expect(await second).toEqual({});
  });

  test('case 19: a second refusal ends it', async () => {
    const getToken = tokens();
    const { adapter, sent } = adapterWith({ getToken }, status(401));
    expect((await failure(adapter.getAccount())).kind).toBe('unauthenticated');
    expect(sent).toHaveLength(2);
  });

  test('without tokens a refusal is final at once', async () => {
    const { adapter, sent } = adapterOf(status(401));
    expect((await failure(adapter.getAccount())).kind).toBe('unauthenticated');
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('signed out'))],
    [
      'throws',
      () => {
        throw new Error('bug');
      },
    ],
    ['hangs', never],
    ['gives what is no token', () => Promise.resolve('two\nlines')],
    ['gives nothing', () => Promise.resolve(undefined as unknown as string)],
  ])('case 20: a token function that %s leaves nobody signed in', async (_name, getToken) => {
    const { adapter, sent } = adapterWith({ getToken, timeoutMs: 5 }, ok({}));
    const error = await failure(adapter.getAccount());
    expect(error.kind).toBe('unauthenticated');
    expect(error.message).not.toContain('lines');
    expect(sent).toEqual([]);
  });

  test('case 21: a redirect leads to a login, and is not followed', async () => {
    const { adapter, sent } = adapterOf(
      () => new Response(null, { status: 302, headers: { location: 'https://login.test' } }),
    );
    expect((await failure(adapter.getAccount())).kind).toBe('unauthenticated');
    expect(sent[0]?.init.redirect).toBe('manual');
  });

  test.each([
    ['type', 'opaqueredirect'],
    ['redirected', true],
  ])('so does an answer whose %s is %s', async (trait, value) => {
    const answer = new Response('<form>');
    Object.defineProperty(answer, trait, { value });
    expect(await kindOf(() => answer)).toBe('unauthenticated');
  });
});
