import type { BackendChange, BillingAdapter } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { ConformanceError } from '../errors.js';
import { holds } from '../expect.js';
import type { Kit, Need } from '../needs.js';
import { addedContact } from '../samples/people.js';

const PUSH = ['subscribe', 'addContact'] as const satisfies readonly Need[];

/** How long one write may take to be told; a stream that is still being opened misses it, and the next one is waited for. */
const TOLD_MS = 100;
const TRIES = 40;

/** Who listens on one page. */
class Listener {
  readonly heard: BackendChange[] = [];
  readonly stop: () => void;
  #wake: () => void = () => undefined;

  constructor(adapter: Required<Pick<BillingAdapter, 'subscribe'>>) {
    this.stop = adapter.subscribe((change) => {
      this.heard.push(change);
      this.#wake();
    });
  }

  /** Whether more is heard than so far, soon. */
  async hears(than: number): Promise<boolean> {
    if (this.heard.length > than) return true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(resolve, TOLD_MS);
    });
    clearTimeout(timer);
    return this.heard.length > than;
  }
}

/** Writes until a listener has heard of it. */
async function tell(kit: Kit<'addContact'>, listener: Listener): Promise<void> {
  const before = listener.heard.length;
  for (let tries = 1; tries <= TRIES; tries++) {
    await addedContact(kit, { email: `${kit.key()}@conformance.example` });
    if (await listener.hears(before)) return;
  }
  throw new ConformanceError('who listens is told of a write', 'news of contacts', `none of ${TRIES} writes was told`);
}

/** Listens while something is tried, and no longer. */
async function listening(
  adapter: Required<Pick<BillingAdapter, 'subscribe'>>,
  work: (listener: Listener) => Promise<void>,
): Promise<void> {
  const listener = new Listener(adapter);
  try {
    await work(listener);
  } finally {
    listener.stop();
  }
}

/** What a back end tells by itself. */
export const PUSH_CHECKS: readonly Definition[] = [
  define({
    id: 'push/own-write',
    title: 'a page that listens is told what its write has changed',
    needs: PUSH,
    run: (kit) =>
      listening(kit.adapter, async (listener) => {
        await tell(kit, listener);
        const resources = listener.heard.flatMap((change) => change.resources);
        holds(resources.includes('contacts'), 'what was changed is what is told', listener.heard);
      }),
  }),
  define({
    id: 'push/other-page',
    title: 'a page that listens is told of the writes of another page',
    needs: PUSH,
    run: async (kit) => {
      const page = await kit.another();
      await listening(page, (listener) => tell(kit, listener));
    },
  }),
  define({
    id: 'push/unsubscribe',
    title: 'a page that has stopped listening is told nothing more; stopping again does no harm',
    needs: PUSH,
    run: (kit) =>
      listening(kit.adapter, async (stopped) =>
        listening(kit.adapter, async (listener) => {
          await tell(kit, stopped);
          stopped.stop();
          const { length } = stopped.heard;
          // The second news comes after whatever was on its way with the first.
          await tell(kit, listener);
          await tell(kit, listener);
          stopped.stop();
          holds(
            stopped.heard.length === length,
            'who has stopped listening is told nothing',
            stopped.heard.slice(length),
          );
        }),
      ),
  }),
];
