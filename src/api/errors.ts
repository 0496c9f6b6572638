/** What went wrong between a widget and its back end. Stable; every one has a message of its own. */
export type BillingErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'validation'
  | 'conflict'
  | 'stale-version'
  | 'preview-expired'
  | 'payment-declined'
  | 'action-required'
  | 'rate-limited'
  | 'unavailable'
  | 'timeout'
  | 'network'
  | 'outcome-unknown'
  | 'aborted'
  | 'unsupported'
  | 'contract'
  | 'internal';

/** What is known of a failure beside its kind. */
export interface BillingErrorDetails {
  /** The back end's own code, kebab-case: `insufficient-funds`. */
  readonly code?: string;
  /** How long to wait before another try. */
  readonly retryAfterMs?: number;
  /** What is wrong, by the path of the field: `items[2].total.amount`. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The back end's name for the request, to quote to its support. */
  readonly requestId?: string;
  readonly cause?: unknown;
}

const RETRYABLE: ReadonlySet<BillingErrorKind> = new Set(['rate-limited', 'unavailable', 'timeout', 'network']);

/** The one error that adapters reject with. `message` is for logs; what a user reads comes from `kind` and `code`. */
export class BillingError extends Error {
  override readonly name = 'BillingError';
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;

  constructor(
    readonly kind: BillingErrorKind,
    message: string,
    details: BillingErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.code = details.code;
    this.retryAfterMs = details.retryAfterMs;
    this.fields = details.fields ?? {};
    this.requestId = details.requestId;
  }

  /** Whether the same read may succeed if it is tried again. */
  get retryable(): boolean {
    return RETRYABLE.has(this.kind);
  }
}

/** Any thrown value as a `BillingError`: what is none becomes `internal`, an abort becomes `aborted`. */
export function toBillingError(cause: unknown): BillingError {
  if (isBillingError(cause)) return cause;
  const aborted = cause instanceof DOMException && cause.name === 'AbortError';
  const message = cause instanceof Error ? cause.message : 'what was thrown is no error';
  return new BillingError(aborted ? 'aborted' : 'internal', message, { cause });
}

/** By its name as well: an adapter may bring another copy of the kit. */
function isBillingError(cause: unknown): cause is BillingError {
  return cause instanceof BillingError || (cause instanceof Error && cause.name === 'BillingError' && 'kind' in cause);
}
