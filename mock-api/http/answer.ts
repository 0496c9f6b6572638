/** An answer that can be given more than once. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Blob;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A good answer: JSON with its version as the ETag, a file, or no content. */
export function answerOf(value: unknown, status: number): Answer {
  if (value === undefined || value === null) return { status: 204, type: '', body: '' };
  if (value instanceof Blob)
    return { status, type: value.type, body: value, headers: { 'Content-Disposition': 'inline' } };
  const version = typeof value === 'object' && 'version' in value ? value.version : undefined;
  const headers = typeof version === 'string' ? { ETag: `"${version}"` } : {};
  return { status, type: 'application/json', body: JSON.stringify(value), headers };
}

/** The answer as it is sent: kept by nobody, and with a name. */
export function responseOf({ status, type, body, headers = {} }: Answer, requestId: string): Response {
  const own = { 'Request-Id': requestId, 'Cache-Control': 'private, no-store', Date: new Date().toUTCString() };
  return new Response(status === 204 ? null : body, {
    status,
    headers: { ...own, ...(type !== '' && { 'Content-Type': type }), ...headers },
  });
}
