import {
  BillingError,
  check,
  refuseCardNumber,
  toBillingError,
  type ReadOptions,
  type Schema,
  type WriteOptions,
} from '../../src/api/index.js';
import type { Route } from './routes.js';

/** A request, as far as it is the same for every route. */
export interface Asked {
  /** A step of the path, by its name in the route. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  /** The body as a schema gives it back. Throws `validation` that names the fields at fault. */
  readonly body: <T>(schema: Schema<T>) => T;
  readonly read: ReadOptions;
  readonly write: WriteOptions;
  /** Tells a repetition of a write from another write. */
  readonly fingerprint: string;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a request asks for. Rejects with `validation` where it lacks what its route needs. */
export async function askedOf(request: Request, params: Params, route: Route): Promise<Asked> {
  const text = await request.text();
  const body = parse(text);
  refuseCardNumber(body);
  const url = new URL(request.url);
  const locale = request.headers.get('accept-language')?.split(',')[0];
  const read = locale === undefined ? {} : { locale };
  return {
    param: (name) => String(params[name] ?? ''),
    query: url.searchParams,
    body: (schema) => bodyOf(schema, body),
    read,
    write: { ...read, ...writeOf(request.headers, route) },
    fingerprint: [request.method, url.pathname, url.search, text].join('\n'),
  };
}

function writeOf(headers: Headers, { needsKey, needsVersion }: Route): WriteOptions {
  const key = headers.get('idempotency-key');
  if (needsKey && key === null) throw missing('key-missing', 'a write needs an Idempotency-Key', 'idempotency-key');
  if (key !== null && !/^[ -~]{1,255}$/.test(key))
    throw missing('key-malformed', 'a key has at most 255 printable characters', 'idempotency-key');
  const version = /^(?:W\/)?"(.*)"$/.exec(headers.get('if-match') ?? '')?.[1];
  if (needsVersion && version === undefined)
    throw missing('version-missing', 'this write needs If-Match with the version that was seen', 'if-match');
  return { idempotencyKey: key ?? crypto.randomUUID(), ...(version !== undefined && { ifVersion: version }) };
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new BillingError('validation', 'the body is not JSON', { code: 'malformed-body' });
  }
}

function bodyOf<T>(schema: Schema<T>, body: unknown): T {
  try {
    return check(schema, body, 'body');
  } catch (cause) {
    const { message, fields } = toBillingError(cause);
    throw new BillingError('validation', message, { code: 'malformed-body', fields });
  }
}

const missing = (code: string, message: string, header: string): BillingError =>
  new BillingError('validation', message, { code, fields: { [header]: code } });
