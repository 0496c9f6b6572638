import { LitElement } from 'lit';

/** Mocha's. */
declare const beforeEach: (hook: () => void) => void;

// The files of tests take turns in one tab: what one leaves in its storage would be the next one's.
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

const mounted = new Set<Element>();

/** Puts an element into the page, with its properties set before. */
export async function mount<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  into: Element = document.body,
): Promise<HTMLElementTagNameMap[K]> {
  const element = Object.assign(document.createElement(tag), properties);
  into.append(element);
  mounted.add(element);
  await updated(element);
  return element;
}

/** Takes everything out of the page again: for `afterEach`. */
export function unmountAll(): void {
  for (const element of mounted) element.remove();
  mounted.clear();
}

/** Waits until `condition` holds; the test's own time limit ends the wait. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}

/** Waits until an element, and all those in it, have what they read. */
export async function settled(element: Element): Promise<void> {
  await updated(element);
  await until(() => allWithin(element).every((each) => each.getAttribute('aria-busy') !== 'true'));
  await updated(element);
}

/** The event that an action makes an element fire. */
export async function fired<T extends Event>(element: EventTarget, name: string, action: () => unknown): Promise<T> {
  const event = new Promise<T>((resolve) =>
    element.addEventListener(name, (each) => resolve(each as T), { once: true }),
  );
  await action();
  return event;
}

/** The elements that bear a part's name, also in nested shadow roots. */
export const parts = (element: Element, name: string): HTMLElement[] =>
  allWithin(element).filter((each): each is HTMLElement => each instanceof HTMLElement && each.part.contains(name));

/** The first of them; throws where there is none. */
export function part(element: Element, name: string): HTMLElement {
  const [found] = parts(element, name);
  if (!found) throw new Error(`<${element.localName}> shows no part "${name}"`);
  return found;
}

/** The elements of a role that is given in the markup. */
export const byRole = (element: Element, role: string): Element[] =>
  allWithin(element).filter((each) => each.getAttribute('role') === role);

/** What an element says, with each run of blanks as one and without the marks that keep directions apart. */
export const textIn = (element: Element): string =>
  textOf(element)
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  return [...(node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes].map(textOf).join('');
}

function allWithin(node: Element | ShadowRoot): Element[] {
  const own = [...node.querySelectorAll('*')];
  const nested = [node, ...own].flatMap((each) =>
    each instanceof Element && each.shadowRoot ? allWithin(each.shadowRoot) : [],
  );
  return [...own, ...nested];
}

/** Waits for an element's own update, and then for those of the elements that it has made. */
async function updated(element: Element): Promise<void> {
  if (element instanceof LitElement) await element.updateComplete;
  const within = [...element.querySelectorAll('*'), ...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  for (const each of within) if (each instanceof LitElement) await updated(each);
}
