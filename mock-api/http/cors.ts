const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const METHODS = 'GET, POST, PUT, DELETE';
const ASKED = [
  'accept-language',
  'authorization',
  'content-type',
  'idempotency-key',
  'if-match',
  'x-billing-kit',
  'x-fault',
].join(', ');
const EXPOSED = ['Date', 'ETag', 'Idempotency-Replayed', 'Request-Id', 'Retry-After'].join(', ');

/** Whether a request is for this machine. A name that someone has pointed at it would let any page in. */
export const isLocal = (host: string | undefined): boolean => LOOPBACK.test(host ?? '');

/** The headers that let pages of this machine read an answer, cookies included; none for other pages. */
export function corsHeaders(origin: string | null): Record<string, string> {
  if (origin === null || !/^https?:\/\//.test(origin) || !isLocal(origin.replace(/^https?:\/\//, ''))) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': EXPOSED,
    Vary: 'Origin',
  };
}

/** The answer to a browser that asks before it sends. */
export const preflight = (origin: string | null): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(origin),
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': ASKED,
      'Access-Control-Max-Age': '600',
    },
  });
