import type { ReactiveControllerHost } from 'lit';
import type { BillingError, SetupSession } from '../api/index.js';
import type { BillingStore } from '../store/store.js';
import { WriteController } from '../store/write.js';
import { createSetupSession } from '../store/writes/payments.js';

/** What came of the wish for a session. */
export interface SessionAnswer {
  readonly session?: SetupSession;
  readonly error?: BillingError;
  /** The text to authorize is another one than before. */
  readonly hasNewConsent?: boolean;
}

/** The session that a card is verified in, and the next one when it is used up. It is kept here and nowhere else. */
export class Sessions {
  readonly #create: WriteController<string, SetupSession>;
  #current: SetupSession | undefined;
  #isUsed = false;

  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined) {
    this.#create = new WriteController(host, store, createSetupSession);
  }

  get current(): SetupSession | undefined {
    return this.#current;
  }

  /** One that a card can be verified in. */
  async usable(vault: string): Promise<SessionAnswer> {
    return this.#current && !this.#isUsed ? { session: this.#current } : this.open(vault);
  }

  /** A new one. */
  async open(vault: string): Promise<SessionAnswer> {
    this.#create.begin();
    const { result, error } = await this.#create.submit(vault);
    if (!result) return error ? { error } : {};
    const hasNewConsent = this.#current !== undefined && this.#current.consent.version !== result.consent.version;
    this.#current = result;
    this.#isUsed = false;
    return { session: result, hasNewConsent };
  }

  /** It has run out, or has verified a card already. */
  useUp(): void {
    this.#isUsed = true;
  }

  end(): void {
    this.#create.begin();
    this.#current = undefined;
    this.#isUsed = false;
  }
}
