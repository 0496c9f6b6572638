import * as v from 'valibot';
import { BillingError } from '../../src/api/index.js';

const COOKIE = 'billing_session';

const asked = v.object({ account: v.string() });

/** Who is signed in: by the bearer token that an account is named by, or by a cookie. */
export class Sessions {
  readonly #accounts: ReadonlySet<string>;
  /** The account of each cookie. */
  readonly #cookies = new Map<string, string>();

  constructor(accounts: readonly string[]) {
    this.#accounts = new Set(accounts);
  }

  /** Throws `unauthenticated` without a session, and `forbidden` for a write that another site could have sent. */
  accountOf({ headers, method }: Request): string {
    const authorization = headers.get('authorization');
    const account =
      authorization === null
        ? this.#cookies.get(cookieOf(headers))
        : [...this.#accounts].find((token) => authorization === `Bearer ${token}`);
    if (account === undefined) throw new BillingError('unauthenticated', 'nobody is signed in', { code: 'no-session' });
    if (authorization === null && method !== 'GET' && headers.get('x-billing-kit') === null)
      throw new BillingError('forbidden', 'a write by cookie needs X-Billing-Kit', { code: 'missing-header' });
    return account;
  }

  /** Signs in to an account with a cookie. Throws `validation` for one that isn't there. */
  async open(request: Request, path: string): Promise<Response> {
    const body = v.safeParse(asked, await request.json().catch(() => undefined));
    if (!body.success || !this.#accounts.has(body.output.account))
      throw new BillingError('validation', 'there is no such account', { fields: { account: 'unknown' } });
    const id = crypto.randomUUID();
    this.#cookies.set(id, body.output.account);
    const cookie = `${COOKIE}=${id}; Path=${path}; HttpOnly; SameSite=Lax`;
    return new Response(null, { status: 204, headers: { 'Set-Cookie': cookie } });
  }
}

function cookieOf(headers: Headers): string {
  const pairs = (headers.get('cookie') ?? '').split(/; */).map((pair) => pair.split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? '';
}
