import { isDeepStrictEqual } from 'node:util';
import type { CommittedWrite, MemoryAdapter } from '../../src/adapters/memory.js';
import type { WriteState } from '../../src/store/write.js';
import type { Wish } from './wishes.js';

/** One thing that a user wants, until the page has said what became of it. */
export interface Entry {
  readonly name: string;
  readonly write: Wish['write'];
  /** The keys that it was sent with. */
  readonly keys: Set<string>;
  /** What the page has said last; `undefined` before, and after the page was left. */
  said: WriteState<unknown> | undefined;
  isBusy: boolean;
}

/** What the user was told of each wish, to be held against what the back end has done. */
export class WishBook {
  readonly entries: Entry[] = [];
  readonly #open = new Map<string, Entry>();

  /** The entry of a wish: the same one for the same wish, as long as it isn't known what became of it. */
  entryOf({ write, input, ifVersion }: Wish): Entry {
    const name = JSON.stringify([write.method, input, ifVersion]);
    const known = this.#open.get(name);
    if (known) return known;
    const entry: Entry = { name, write, keys: new Set(), said: undefined, isBusy: false };
    this.entries.push(entry);
    this.#open.set(name, entry);
    return entry;
  }

  /** The entry of a wish that was sent with a key. */
  sentWith(key: string): Entry | undefined {
    return this.entries.find(({ keys }) => keys.has(key));
  }

  /** What the page says now. */
  say(entry: Entry, said: WriteState<unknown>): void {
    entry.said = said;
    const isKnown = said.status === 'done' || (said.status === 'failed' && !said.error?.retryable);
    if (isKnown) this.#open.delete(entry.name);
  }

  /** The page was loaded anew: nobody waits any more for what was under way. */
  leave(): void {
    for (const entry of this.#open.values()) if (entry.isBusy) Object.assign(entry, { isBusy: false, said: undefined });
  }

  /** Where what was said isn't what the back end has done. */
  faults(control: MemoryAdapter['control']): string[] {
    const writes = control.writes().filter(isEffect);
    const { outcomes = {}, invoices = [] } = control.snapshot().facts ?? {};
    const paid = invoices.flatMap(({ id, attempts }) =>
      attempts.filter(({ outcome }) => outcome === 'succeeded').length > 1 ? [`${id} was paid twice`] : [],
    );
    return [
      ...paid,
      ...this.entries.flatMap((entry) => {
        const effects = writes.filter(({ key }) => entry.keys.has(key));
        const answer = outcomes[effects[0]?.key ?? '']?.answer;
        return faultsOf(entry, effects.length, answer).map((fault) => `${fault}: ${entry.name} ${textOf(entry.said)}`);
      }),
    ];
  }
}

function faultsOf({ keys, said }: Entry, effects: number, answer: unknown): string[] {
  const sameAnswer = said?.result === undefined || isDeepStrictEqual(said.result, answer);
  return [
    ...(keys.size > 1 ? ['one wish, two keys'] : []),
    ...(effects > 1 ? ['one wish, two effects'] : []),
    ...(said?.status === 'done' && effects === 0 ? ['confirmed and lost'] : []),
    ...(said?.status === 'done' && !sameAnswer ? ['another answer'] : []),
    ...(said?.status === 'failed' && effects > 0 ? ['said to have failed, and happened'] : []),
  ];
}

/** A payment that was declined is written down, and nothing has happened. */
const isEffect = ({ what, charged }: CommittedWrite): boolean => what !== 'payInvoice' || charged !== null;

const textOf = (said: WriteState<unknown> | undefined): string =>
  `${said?.status ?? 'left'} ${said?.error ? `${said.error.kind} ${said.error.code ?? ''}` : ''}`;
