import type { BillingAdapter, BillingError, Resource, WriteOptions } from '../../api/index.js';
import type { Key } from '../reads/read.js';
import type { Patch } from './patch.js';

/** Something that can be written: by which method, whose right it takes, and which reads it changes. */
export interface Write<Input, Output> {
  /** The method of the adapter that it needs. */
  readonly method: keyof BillingAdapter;
  /** What the user must be allowed to write. */
  readonly resource: Resource;
  /** What is read again afterwards, here and in other tabs. */
  readonly changes: readonly Resource[];
  /** Sends it; the checked answer. */
  readonly send: (adapter: BillingAdapter, input: Input, options: WriteOptions) => Promise<Output>;
  /** An answer that says no. */
  readonly refusal?: (output: Output) => BillingError | undefined;
  /** The read that the answer tells the new value of. */
  readonly about?: Key;
  /** That value, shown at once and until the back end's lists know it too. `seen` is the version before the write. */
  readonly patch?: (output: Output, input: Input, seen: string | undefined) => Patch;
  /** Nothing that is asked after when the page is loaded anew. */
  readonly momentary?: true;
}
