import { BillingError, type Capabilities, type Resource } from '../api/index.js';
import { RatingError } from '../rating/index.js';
import { UNSUPPORTED, WAITING, type ReadState } from './state.js';

type States = readonly ReadState<unknown>[];
type DataOf<S extends States> = { readonly [K in keyof S]: S[K] extends ReadState<infer T> ? T : never };

/**
 * Several reads as one: ready when all are, failed when one is, as stale as the stalest. What `work` makes of their data
 * is the data, unless it is an error.
 */
export function combine<const S extends States, T>(
  states: S,
  work: (...data: DataOf<S>) => T | BillingError,
): ReadState<T> {
  const fetching = states.some((state) => state.fetching);
  const error = states.map((state) => state.error).find((each) => each !== undefined);
  const has = (status: ReadState<unknown>['status']): boolean => states.some((state) => state.status === status);
  if (has('unsupported')) return UNSUPPORTED;
  if (has('failed')) return { ...WAITING, status: 'failed', error, fetching };
  if (!states.every((state) => state.status === 'ready')) {
    return { ...WAITING, status: states[0]?.status === 'waiting' ? 'waiting' : 'loading', fetching };
  }
  const times = states.map((state) => state.updatedAt?.getTime() ?? 0);
  const known = { stale: states.some((state) => state.stale), updatedAt: new Date(Math.min(...times)), fetching };
  const made = work(...(states.map((state) => state.data) as unknown as DataOf<S>));
  if (made instanceof BillingError) return { ...WAITING, ...known, status: 'failed', error: made };
  return { ...known, status: 'ready', data: made, error };
}

/** A read as the user may see it: `unsupported` where the back end says that it may not be read. */
export function permitted<T>(
  state: ReadState<T>,
  capabilities: ReadState<Capabilities>,
  resource: Resource,
): ReadState<T> {
  if (capabilities.data && !capabilities.data[resource]?.read) return UNSUPPORTED;
  return combine([capabilities, state], (_, data) => data);
}

/** What `work` gives, or `null` where rating can't tell. For what is good to know, never for what is charged. */
export function ratedOrNull<T>(work: () => T): T | null {
  const made = ratedOrError(work);
  return made instanceof BillingError ? null : made;
}

/** What `work` gives. Where rating refuses what the back end answered, that is a failure of the answer, never an amount. */
export function ratedOrError<T>(work: () => T): T | BillingError {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof RatingError)) throw cause;
    return new BillingError('contract', cause.message, {
      code: cause.code,
      fields: { [cause.field]: cause.message },
      cause,
    });
  }
}
