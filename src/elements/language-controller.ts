import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { spoken } from '../locale/messages.js';
import type { BillingStore } from '../store/store.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly locale: string | undefined };

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/**
 * The language of an element: its own `locale`, else the nearest `lang` around it; follows when one of them changes. The
 * back end is asked in it, too.
 */
export class LanguageController implements ReactiveController {
  readonly #host: Host;
  readonly #store: () => BillingStore | undefined;
  readonly #changed = (): void => this.#host.requestUpdate();
  #told: { readonly store: BillingStore; readonly tag: LanguageTag } | undefined;

  /** To be made before whatever reads from the store, so that all is asked for in this language from the start. */
  constructor(host: Host, store: () => BillingStore | undefined = () => undefined) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  get tag(): LanguageTag {
    return spoken(this.#host.locale ?? nearestLanguage(this.#host) ?? navigator.language);
  }

  hostConnected(): void {
    observer ??= observe();
    listeners.add(this.#changed);
    this.#tell();
  }

  hostUpdate(): void {
    this.#tell();
  }

  hostDisconnected(): void {
    listeners.delete(this.#changed);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }

  /** Once each: two elements in two languages would contradict each other without end. */
  #tell(): void {
    const [store, tag] = [this.#store(), this.tag];
    if (!store || (store === this.#told?.store && tag === this.#told.tag)) return;
    this.#told = { store, tag };
    store.speak(tag);
  }
}

/** One observer for all. It sees the page, not the inside of the host's own shadow roots. */
function observe(): MutationObserver {
  const made = new MutationObserver(() => listeners.forEach((changed) => changed()));
  made.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['lang', 'locale', 'dir'],
    subtree: true,
  });
  return made;
}

function nearestLanguage(element: Element): string | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const own = at.getAttribute('lang') ?? (at as Partial<Host>).locale;
    if (typeof own === 'string' && own !== '') return own;
  }
  return undefined;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot ?? element.parentElement) return element.assignedSlot ?? element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
