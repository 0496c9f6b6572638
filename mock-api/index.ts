import { MockBackend } from './backend.js';
import { scenarios, type ScenarioName } from './scenarios/index.js';

export { MockBackend } from './backend.js';
export type { Invoice } from './invoices.js';
export { mockFetch } from './fetch.js';
export { handlersFor, type HandlerOptions } from './handlers.js';
export { scenarios, type ScenarioName } from './scenarios/index.js';

/** A back end in the state of a scenario, at its time or at another one (an instant such as `2026-10-01T12:00:00Z`). */
export function createBackend(name: ScenarioName, { now }: { readonly now?: string } = {}): MockBackend {
  const scenario = scenarios[name];
  return new MockBackend(now === undefined ? scenario : { ...scenario, now });
}
