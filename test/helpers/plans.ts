import { createBackend, type ScenarioName } from '../../mock-api/index.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { BillingAdapter } from '../../src/api/index.js';
import '../../src/define/plan-picker.js';
import type { PlanPicker } from '../../src/index.js';
import type { StoreOptions } from '../../src/store/options.js';
import { storeFor } from '../../src/store/store.js';
import { mount, parts, settled, textIn, until } from './elements.js';

type Kept = Required<StoreOptions>['intents'];

/** What a tab keeps through a reload. */
export function kept(): Kept {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

/** A picker over an adapter, in a tab of its own. */
export async function pickerOf(adapter: BillingAdapter, intents: Kept = kept()): Promise<PlanPicker> {
  storeFor(adapter, { tries: 1, intents, channel: () => undefined });
  const element = await mount('plan-picker', { adapter });
  await settled(element);
  return element;
}

/** A picker over a back end of its own; `changes` take the place of single answers. */
export async function picker(
  scenario: ScenarioName = 'mid-month',
  changes: (backend: MemoryAdapter) => Partial<BillingAdapter> = () => ({}),
): Promise<{ element: PlanPicker; backend: MemoryAdapter }> {
  const backend = createBackend(scenario);
  return { element: await pickerOf({ ...backend, ...changes(backend) }), backend };
}

const buttonsIn = (element: Element): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? []),
];

/** A button by what it says. */
export const button = (element: Element, name: RegExp): HTMLElement | undefined =>
  buttonsIn(element).find((each) => name.test(textIn(each)));

/** The dialog that is open. */
export const openDialog = (element: Element): HTMLDialogElement | null =>
  element.shadowRoot?.querySelector('dialog[open]') ?? null;

/** Presses a button as soon as it is there and on. */
export async function press(element: Element, name: RegExp): Promise<void> {
  await until(() => {
    const found = button(element, name);
    return found !== undefined && found.ariaDisabled !== 'true';
  });
  button(element, name)?.click();
}

/** Opens the quote of a change, and waits until it is there. */
export async function quoted(element: Element, name: RegExp): Promise<HTMLDialogElement> {
  await press(element, name);
  await until(() => openDialog(element) !== null);
  await settled(element);
  return openDialog(element) as HTMLDialogElement;
}

/** Waits until an element says something. */
export const says = (element: Element, words: RegExp | string): Promise<void> =>
  until(() => (typeof words === 'string' ? textIn(element).includes(words) : words.test(textIn(element))));

/** The card of a plan. */
export function planCard(element: Element, name: string): HTMLElement {
  const found = parts(element, 'plan').find((each) => textIn(each).startsWith(name));
  if (!found) throw new Error(`there is no card of ${name}`);
  return found;
}
