/** What a page holds on to, from now until `end`: listeners of window and document, channels, intervals and frames. */
export function holding(): { count: () => number[]; end: () => void } {
  const listeners = [window, document].map((target) => listenersOf(target));
  const channels = new Set<BroadcastChannel>();
  const intervals = new Set<number>();
  const { BroadcastChannel: Channel, setInterval: start, clearInterval: stop } = globalThis;
  const own = {
    BroadcastChannel: class extends Channel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }
      override close(): void {
        channels.delete(this);
        super.close();
      }
    },
    setInterval: (act: () => void, ms: number): number => {
      const id = Number(start(act, ms));
      intervals.add(id);
      return id;
    },
    clearInterval: (id: number): void => {
      intervals.delete(id);
      stop(id);
    },
  };
  Object.assign(globalThis, own);
  return {
    count: () => [
      ...listeners.map(({ open }) => open.length),
      channels.size,
      intervals.size,
      document.querySelectorAll('iframe').length,
    ],
    end: () => {
      for (const { end } of listeners) end();
      Object.assign(globalThis, { BroadcastChannel: Channel, setInterval: start, clearInterval: stop });
    },
  };
}

type Listener = EventListenerOrEventListenerObject | null;

/** Stands before a target's own methods. */
function listenersOf(target: EventTarget): { open: unknown[][]; end: () => void } {
  const open: unknown[][] = [];
  const [add, remove] = [target.addEventListener.bind(target), target.removeEventListener.bind(target)];
  target.addEventListener = (type: string, listener: Listener, options?: AddEventListenerOptions | boolean) => {
    open.push([type, listener]);
    add(type, listener, options);
  };
  target.removeEventListener = (type: string, listener: Listener, options?: EventListenerOptions | boolean) => {
    const at = open.findIndex(([own, act]) => own === type && act === listener);
    if (at >= 0) open.splice(at, 1);
    remove(type, listener, options);
  };
  const end = (): void => {
    for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(target, name);
  };
  return { open, end };
}
