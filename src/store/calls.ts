import { toBillingError, type BillingAdapter, type ReadOptions } from '../api/index.js';
import { Circuit } from './circuit.js';

type Method = keyof BillingAdapter;

/** The way of every call to an adapter: what is down rests, and the end of a session is noticed. */
export class Calls {
  /** What goes along with every call: the language that names and reasons are wanted in. */
  spoken: Pick<ReadOptions, 'locale'> = {};

  readonly #circuits = new Map<Method, Circuit>();
  #expired = false;
  #announced = false;

  /** Makes a call. Rejects with a `BillingError` only, whatever the adapter does. */
  async run<T>(method: Method, call: () => Promise<T>): Promise<T> {
    const circuit = this.#circuit(method);
    circuit.enter();
    const wasExpired = this.#expired;
    try {
      const answer = await call();
      circuit.note(undefined);
      // An answer that was on its way when the session ended says nothing of a new one.
      if (wasExpired) this.#expired = this.#announced = false;
      return answer;
    } catch (cause) {
      const error = toBillingError(cause);
      circuit.note(error);
      if (error.kind === 'unauthenticated') this.#expired = true;
      throw error;
    }
  }

  /** The user asks by hand. */
  permit(method: Method): void {
    this.#circuit(method).permit();
  }

  /** Whether the session has ended and nobody was told yet; the one who asks tells the host. */
  announceExpiry(): boolean {
    const announce = this.#expired && !this.#announced;
    if (announce) this.#announced = true;
    return announce;
  }

  #circuit(method: Method): Circuit {
    const circuit = this.#circuits.get(method) ?? new Circuit();
    this.#circuits.set(method, circuit);
    return circuit;
  }
}
