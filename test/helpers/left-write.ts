import type { BillingAdapter, Outcome } from '../../src/api/index.js';

/** A write that was sent before the page was loaded anew, and whose answer never came. */
export interface LeftWrite {
  /** Of the back end, which doesn't know yet what became of it. */
  readonly findOutcome: NonNullable<BillingAdapter['findOutcome']>;
  /** Waits until the back end is asked, and lets it answer. */
  readonly answer: (outcome: Omit<Outcome, 'key'>) => Promise<void>;
}

export function leftWrite(method: keyof BillingAdapter): LeftWrite {
  const left = { id: `${method}:1`, method, key: 'k-1', account: null, at: Date.now() };
  sessionStorage.setItem('billing-kit/intents/1', JSON.stringify([left]));
  let asked: (answer: (outcome: Outcome) => void) => void = () => undefined;
  const answering = new Promise<(outcome: Outcome) => void>((resolve) => (asked = resolve));
  return {
    findOutcome: () => new Promise((resolve) => asked(resolve)),
    answer: async (outcome) => (await answering)({ key: left.key, ...outcome }),
  };
}
