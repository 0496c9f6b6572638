import { BillingError } from '../../src/api/index.js';

/** What goes wrong with one request. */
export interface Fault {
  /** Milliseconds before the work is done. */
  readonly delay: number;
  /** Answered instead of doing the work. */
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
  /** The work is done, and the connection lost. */
  readonly drop: boolean;
  /** Half of the answer comes. */
  readonly truncate: boolean;
  /** The answer from before the last write. */
  readonly stale: boolean;
  /** The answer comes after the next one. */
  readonly reorder: boolean;
}

/** Faults for the next requests that match. */
export interface PlannedFault {
  /** `GET`; every method when left out. */
  readonly method?: string;
  /** How the path behind the base address begins: `/invoices`. */
  readonly path?: string;
  /** For how many requests; one when left out. */
  readonly times?: number;
  /** As in the header: `delay=500;status=503`. */
  readonly fault: string;
}

const FLAGS = ['drop', 'truncate', 'stale', 'reorder'];

/** Reads `delay=500;status=503;retry-after=2;drop;truncate;stale;reorder`. Throws `validation` for another word. */
export function parseFault(text: string): Fault {
  const words = text.split(';').map((word) => word.trim().split('='));
  const given = new Map(words.filter(([name]) => name).map(([name = '', value = '']) => [name, value]));
  for (const [name, value] of given)
    if (!isKnown(name, value)) throw new BillingError('validation', `there is no fault "${name}=${value}"`);
  const status = given.get('status');
  return {
    delay: Number(given.get('delay') ?? 0),
    status: status === undefined ? undefined : Number(status),
    retryAfter: given.get('retry-after'),
    drop: given.has('drop'),
    truncate: given.has('truncate'),
    stale: given.has('stale'),
    reorder: given.has('reorder'),
  };
}

function isKnown(name: string, value: string): boolean {
  if (name === 'delay') return /^\d{1,6}$/.test(value);
  if (name === 'status') return /^[45]\d\d$/.test(value);
  return name === 'retry-after' || (FLAGS.includes(name) && value === '');
}

/** The faults that wait for their requests. */
export class FaultPlan {
  #planned: readonly PlannedFault[] = [];

  get planned(): readonly PlannedFault[] {
    return this.#planned;
  }

  /** Throws `validation`, and then nothing has changed. */
  set planned(faults: readonly PlannedFault[]) {
    faults.forEach(({ fault }) => parseFault(fault));
    this.#planned = faults;
  }

  /** The fault of a request: the one that it brings, else the first that is planned for it. The sandbox has none. */
  take(method: string, path: string, header: string | null): Fault {
    if (header !== null) return parseFault(header);
    const found = path.startsWith('/sandbox/') ? undefined : this.#planned.find((each) => matches(each, method, path));
    if (!found) return parseFault('');
    const left = (found.times ?? 1) - 1;
    this.#planned = this.#planned.flatMap((each) =>
      each !== found ? [each] : left > 0 ? [{ ...each, times: left }] : [],
    );
    return parseFault(found.fault);
  }
}

const matches = (planned: PlannedFault, method: string, path: string): boolean =>
  (planned.method ?? method) === method && path.startsWith(planned.path ?? '');
