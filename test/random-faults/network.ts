import type { Random } from '../../mock-api/random.js';
import type { Fetch } from '../../src/adapters/rest.js';

/** What can happen to a request, and how often. */
const MISHAPS = {
  none: 90,
  'lost on the way there': 6,
  'held up on the way there, beyond every time limit': 3,
  'answered by a gateway that has lost the answer': 3,
  drop: 6,
  truncate: 6,
  'status=500': 4,
  'status=503': 4,
  'status=503;retry-after=2': 3,
  'status=429;retry-after=1': 3,
  'status=429;retry-after=86400': 1,
  'status=401': 3,
  'delay=3000': 6,
  'delay=40000': 3,
  stale: 8,
  reorder: 5,
} as const;
type Mishap = keyof typeof MISHAPS;

const NAMES = Object.keys(MISHAPS) as Mishap[];
const WEIGHTS = Object.values(MISHAPS);

/** A network between a page and its back end, on which each request may meet with a mishap. */
export class Network {
  /** Whether everything goes well from now on. */
  calm = false;
  /** How often what happened. */
  readonly met = new Map<string, number>();
  readonly #back: typeof fetch;
  readonly #random: Random;

  constructor(back: typeof fetch, random: Random) {
    this.#back = back;
    this.#random = random;
  }

  readonly fetch: Fetch = (url, init) => {
    const mishap = this.calm ? 'none' : (NAMES[this.#random.weighted(WEIGHTS)] ?? 'none');
    this.met.set(mishap, (this.met.get(mishap) ?? 0) + 1);
    switch (mishap) {
      case 'none':
        return this.#back(url, init);
      case 'lost on the way there':
        return Promise.reject(new TypeError('lost'));
      case 'held up on the way there, beyond every time limit':
        return this.#heldUp(url, init);
      case 'answered by a gateway that has lost the answer':
        return this.#back(url, init).then(() => new Response('<h1>Bad Gateway</h1>', { status: 502 }));
      default:
        return this.#back(url, { ...init, headers: { ...(init.headers as object), 'x-fault': mishap } });
    }
  };

  /** It arrives when nobody waits for it any more. */
  #heldUp(url: string, init: RequestInit): Promise<Response> {
    const { signal, ...sent } = init;
    setTimeout(() => void this.#back(url, sent).catch(nothing), this.#random.int(31_000, 90_000));
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
  }
}

const nothing = (): void => undefined;
