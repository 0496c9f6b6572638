import { BillingError } from '../../api/index.js';

/** What stands behind the `?`; what isn't given stays out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** A path whose ids are each one step of it. Throws `validation` for an id that can't be. */
export const path = (parts: TemplateStringsArray, ...ids: readonly string[]): string =>
  String.raw({ raw: parts }, ...ids.map(segment));

// URLs take dots as "here" and "up" even when they are escaped.
function segment(id: string): string {
  if (id !== '' && id !== '.' && id !== '..') return encodeURIComponent(id);
  throw new BillingError('validation', 'the id can not stand in a path', { fields: { id: 'not an id' } });
}

/** The address of a path and its query. */
export function addressOf(baseUrl: string, path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  const search = given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
  return `${baseUrl.replace(/\/+$/, '')}${path}${search}`;
}

/** Headers of what is given. Throws `validation` for what can't stand in one: `fetch` would call it a network error. */
export function headersOf(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!/^[ -~]{1,300}$/.test(value))
      throw new BillingError('validation', `${name} can not be sent`, { fields: { [name]: 'not a header' } });
    headers[name] = value;
  }
  return headers;
}
