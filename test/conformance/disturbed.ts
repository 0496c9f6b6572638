import { BillingError, type BillingAdapter } from '../../src/api/index.js';
import type { Method } from '../../src/conformance/index.js';

/** A call of an adapter, on its way. */
export interface PassingCall {
  readonly method: Method;
  readonly args: readonly unknown[];
  /** Whether it changes anything: it brings a key. */
  readonly writes: boolean;
  /** Makes it, with its arguments or with others. */
  readonly pass: (args?: readonly unknown[]) => unknown;
}

type Call = (...args: unknown[]) => unknown;

/** An adapter whose calls all go through a function first. Looked up for each call: it may be another one then. */
export function disturbed<T extends BillingAdapter>(adapterNow: () => T, disturb: (call: PassingCall) => unknown): T {
  return new Proxy({} as T, {
    has: (_, name) => name in adapterNow(),
    get: (_, name) => {
      const member: unknown = adapterNow()[name as keyof T];
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) =>
        disturb({
          method: name as Method,
          args,
          writes: hasKey(args.at(-1)),
          pass: (given = args) => (member as Call)(...given),
        });
    },
  });
}

const hasKey = (value: unknown): boolean => typeof value === 'object' && value !== null && 'idempotencyKey' in value;

/** An adapter whose next write is done and not answered, when that is asked for. */
export function losing(adapter: BillingAdapter): { readonly adapter: BillingAdapter; readonly loseAnswer: () => void } {
  let lose = false;
  const lossy = disturbed(
    () => adapter,
    ({ writes, pass }) => {
      if (!lose || !writes) return pass();
      lose = false;
      return Promise.resolve(pass()).then(() => {
        throw new BillingError('network', 'the answer is lost');
      });
    },
  );
  return { adapter: lossy, loseAnswer: () => void (lose = true) };
}
