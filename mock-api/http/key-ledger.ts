import { BillingError } from '../../src/api/index.js';
import type { Answer } from './answer.js';

interface Kept {
  readonly fingerprint: string;
  /** Missing while the write is still at work. */
  readonly answer?: Answer;
}

/** After so many the oldest are forgotten. */
const MOST = 10_000;

/** Makes a write that is sent again with its key happen once, and gives its first answer again. */
export class KeyLedger {
  readonly #kept = new Map<string, Kept>();

  inFlight(key: string): boolean {
    const kept = this.#kept.get(key);
    return kept !== undefined && kept.answer === undefined;
  }

  /** Rejects with `conflict` for a key that another write has had, or whose write is still at work. */
  async once(key: string, fingerprint: string, work: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(key);
    if (kept) return replay(kept, fingerprint);
    this.#kept.set(key, { fingerprint });
    try {
      const answer = await work();
      this.#kept.delete(key);
      if (isFinal(answer)) this.#keep(key, { fingerprint, answer });
      return answer;
    } catch (error) {
      this.#kept.delete(key);
      throw error;
    }
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** What may be otherwise on the next try isn't kept: who asks, how often, and what was broken. */
const isFinal = ({ status }: Answer): boolean => status < 500 && status !== 401 && status !== 429;

function replay({ fingerprint, answer }: Kept, asked: string): Answer {
  if (fingerprint !== asked)
    throw new BillingError('conflict', 'the key belongs to another write', { code: 'key-reused' });
  if (answer === undefined)
    throw new BillingError('conflict', 'the write is still at work', { code: 'in-flight', retryAfterMs: 1000 });
  return { ...answer, headers: { ...answer.headers, 'Idempotency-Replayed': 'true' } };
}
