/** What of a billing page is to be seen: a tab, and something in it. */
export interface Place {
  readonly tab: string;
  readonly detail: string;
}

/** The place that a URL's hash names, `#billing/invoices/inv_1`; `undefined` where it is about something else. */
export function placeIn(hash: string, prefix: string): Place | undefined {
  const [own, tab = '', ...rest] = hash.replace(/^#/, '').split('/');
  if (own !== prefix) return undefined;
  return { tab: decoded(tab), detail: rest.map(decoded).join('/') };
}

/** The hash of a place. */
export const hashOf = (prefix: string, { tab, detail }: Place): string =>
  ['#' + prefix, tab, ...(detail ? [detail] : [])]
    .map((part, index) => (index > 0 ? encodeURIComponent(part) : part))
    .join('/');

// A hash that somebody typed need not be encoded right: a query is read without complaint.
const decoded = (text: string): string =>
  new URLSearchParams(`text=${text.replaceAll('+', '%2B').replaceAll('&', '%26')}`).get('text') ?? '';
