import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serve } from '../../mock-api/http/server.js';
import { fakeBackEnd, jo } from './fake-back-end.js';

const first = fakeBackEnd('Harborside');
const second = fakeBackEnd('Lakeview');
let server: Serve;

beforeAll(async () => {
  const accounts = { 'demo-harborside': first.adapter, 'demo-second': second.adapter };
  server = await serve({ accounts, port: 0, heartbeatMs: 5 });
});
afterAll(() => server.close());

interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly token?: string | null;
}

/** Asks the server as the first account, unless it is said otherwise. */
function ask(path: string, { method = 'GET', body, headers = {}, token = 'demo-harborside' }: Ask = {}) {
  return fetch(`${server.url}${path}`, {
    method,
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

let keys = 0;
const freshKey = (): string => `key-${(keys += 1)}`;

/** Adds a contact; `headers` may bring a key or a fault. */
const add = (headers: Record<string, string> = {}, body: unknown = jo) =>
  ask('/contacts', { method: 'POST', body, headers: { 'idempotency-key': freshKey(), ...headers } });

const problem = async (response: Response) =>
  (await response.json()) as { kind: string; code: string; fields?: object };

describe('a write by POST', () => {
  test('needs a key', async () => {
    const response = await ask('/contacts', { method: 'POST', body: jo });
    expect([response.status, (await problem(response)).code]).toEqual([400, 'key-missing']);
  });

  test('happens once with its key, and the repetition is marked', async () => {
    const key = freshKey();
    const before = first.contacts.size;
    const [once, again] = [await add({ 'idempotency-key': key }), await add({ 'idempotency-key': key })];
    expect([once.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await once.text());
    expect([once, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(first.contacts.size).toBe(before + 1);
  });

  test('case 32: another write with its key is refused', async () => {
    const key = freshKey();
    await add({ 'idempotency-key': key });
    const other = await add({ 'idempotency-key': key }, { ...jo, name: 'Ash' });
    expect([other.status, (await problem(other)).code]).toEqual([422, 'key-reused']);
  });

  test('case 33: while it is at work, its repetition is told to wait', async () => {
    const key = freshKey();
    const release = first.hold();
    const slow = add({ 'idempotency-key': key });
    const outcome = async () => ((await (await ask(`/outcomes/${key}`)).json()) as { status: string }).status;
    while ((await outcome()) !== 'in-flight');
    const again = await add({ 'idempotency-key': key });
    expect([again.status, again.headers.get('retry-after')]).toEqual([409, '1']);
    expect((await problem(again)).code).toBe('in-flight');
    release();
    expect((await slow).status).toBe(201);
  });

  test('that was broken may succeed with the same key', async () => {
    const key = freshKey();
    expect((await add({ 'idempotency-key': key, 'x-fault': 'status=503' })).status).toBe(503);
    expect((await add({ 'idempotency-key': key })).status).toBe(201);
  });

  test('is refused when it holds a card number', async () => {
    const response = await add({}, { ...jo, name: '4242 4242 4242 4242' });
    expect([response.status, (await problem(response)).code]).toEqual([400, 'card-number']);
  });

  test.each([
    ['{"name":7}', 'name'],
    ['null', ''],
  ])('the body %s is refused, naming "%s"', async (body, field) => {
    const response = await add({}, JSON.parse(body));
    expect(response.status).toBe(400);
    expect(Object.keys((await problem(response)).fields ?? {})).toContain(field);
  });

  test('says how long to wait', async () => {
    const member = { name: 'Ash', email: 'ash@a.test', phone: '', products: [], rights: [] };
    const headers = { 'idempotency-key': freshKey() };
    const response = await ask('/members', { method: 'POST', body: member, headers });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
  });
});

describe('a write to something that has a version', () => {
  test('names it, and is refused when there is another', async () => {
    const added = await add();
    const { id } = (await added.json()) as { id: string };
    const save = (headers: Record<string, string>) => ask(`/contacts/${id}`, { method: 'PUT', body: jo, headers });
    expect(added.headers.get('etag')).toBe('"v1"');
    expect((await save({})).status).toBe(428);
    const saved = await save({ 'if-match': '"v1"' });
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"v1+"']);
    const stale = await save({ 'if-match': '"v1"' });
    expect([stale.status, (await problem(stale)).kind]).toEqual([412, 'stale-version']);
    const removed = await ask(`/contacts/${id}`, { method: 'DELETE', headers: { 'if-match': '"v1+"' } });
    expect([removed.status, await removed.text()]).toEqual([204, '']);
  });
});

describe('a session', () => {
  const nameOf = async (response: Promise<Response>) => ((await (await response).json()) as { name: string }).name;

  test('is of one account, however they are mixed', async () => {
    const tokens = Array.from({ length: 10 }, (_, index) => (index % 2 ? 'demo-harborside' : 'demo-second'));
    const names = await Promise.all(tokens.map((token) => nameOf(ask('/account', { token }))));
    expect(names).toEqual(tokens.map((token) => (token === 'demo-second' ? 'Lakeview' : 'Harborside')));
    await ask('/contacts', {
      method: 'POST',
      body: jo,
      token: 'demo-second',
      headers: { 'idempotency-key': 'shared' },
    });
    const own = await add({ 'idempotency-key': 'shared' });
    expect(own.headers.get('idempotency-replayed')).toBeNull();
  });

  test.each([null, 'stolen'])('the token %j is nobody', async (token) => {
    const response = await ask('/account', { token });
    expect([response.status, (await problem(response)).kind]).toEqual([401, 'unauthenticated']);
  });

  test('by cookie writes only with its header', async () => {
    const signedIn = await ask('/sandbox/session', { method: 'POST', body: { account: 'demo-second' }, token: null });
    const set = signedIn.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/; HttpOnly; SameSite=Lax$/);
    const cookie = set.split(';')[0] ?? '';
    expect(await nameOf(ask('/account', { token: null, headers: { cookie } }))).toBe('Lakeview');
    const write = (headers: Record<string, string>) =>
      ask('/contacts', {
        method: 'POST',
        body: jo,
        token: null,
        headers: { cookie, 'idempotency-key': 'c1', ...headers },
      });
    const forged = await write({});
    expect([forged.status, (await problem(forged)).code]).toEqual([403, 'missing-header']);
    expect((await write({ 'x-billing-kit': '1' })).status).toBe(201);
  });

  test('of an account that is not there can not be opened', async () => {
    const response = await ask('/sandbox/session', { method: 'POST', body: { account: 'x' }, token: null });
    expect(response.status).toBe(400);
  });
});

describe('a page of another origin', () => {
  const preflight = (origin: string) =>
    ask('/contacts', { method: 'OPTIONS', token: null, headers: { origin, 'access-control-request-method': 'POST' } });

  test('of this machine may ask', async () => {
    const { status, headers } = await preflight('http://localhost:5173');
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, 'http://localhost:5173']);
    expect(headers.get('access-control-allow-headers')).toContain('idempotency-key');
    const answer = await ask('/account', { headers: { origin: 'http://127.0.0.1:6006' } });
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
  });

  test.each(['https://evil.test', 'http://localhost.evil.test', 'null'])('of %s may not', async (origin) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('an answer', () => {
  test('has a name, and is kept by nobody', async () => {
    const { headers } = await ask('/account');
    expect(headers.get('request-id')).toMatch(/^req_/);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-type')).toBe('application/json');
  });

  test('may be a file, or nothing', async () => {
    const file = await ask('/invoices/in-1/pdf');
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/pdf', '%PDF-1.7']);
    expect((await ask('/next-invoice')).status).toBe(204);
  });

  test.each([
    ['/plans', 501, 'unsupported'],
    ['/nowhere', 404, 'not-found'],
    ['/../../etc/passwd', 404, 'not-found'],
    ['/sandbox/clock', 501, 'unsupported'],
  ])('%s is %i', async (path, status, kind) => {
    const response = await ask(path);
    expect([response.status, (await problem(response)).kind]).toEqual([status, kind]);
  });
});

describe('the stream of events', () => {
  test('tells of changes, shows that it is alive, and ends with its reader', async () => {
    const leaving = new AbortController();
    const { body, headers } = await fetch(`${server.url}/events`, {
      headers: { authorization: 'Bearer demo-harborside' },
      signal: leaving.signal,
    });
    expect(headers.get('content-type')).toBe('text/event-stream');
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    const until = async (part: string) => {
      for (let text = ''; !text.includes(part);) text += (await reader?.read())?.value ?? '';
    };
    await until(': alive');
    first.tell({ resources: ['usage'], subscription: 'sub-1' });
    await until('event: change\ndata: {"resources":["usage"],"subscription":"sub-1"}\n\n');
    leaving.abort();
    while (first.listeners.size > 0) await new Promise(setImmediate);
  });
});

test('a port that is taken is refused', async () => {
  const { port } = new URL(server.url);
  await expect(serve({ accounts: {}, port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
