import type { BillingErrorKind } from '../src/api/index.js';

const STATUS = { validation: 400, 'not-found': 404, unavailable: 503, internal: 500 } as const satisfies Partial<
  Record<BillingErrorKind, number>
>;

/** A failure that is answered as `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly kind: keyof typeof STATUS,
    readonly code: string,
    message: string,
    /** What is wrong, by the name of the parameter. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  get status(): number {
    return STATUS[this.kind];
  }

  toJSON(): object {
    const { kind, code, status, message: title, fields } = this;
    return { type: 'about:blank', title, status, kind, code, fields };
  }
}

/** What a read found. Throws `not-found` for nothing. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Problem('not-found', 'unknown-id', `There is no such ${what}.`);
  return value;
}
