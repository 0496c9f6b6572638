import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../src/adapters/memory.js';
import { scenarios, type Scenario, type ScenarioName } from './scenarios/index.js';

export { mockFetch } from './fetch.js';
export { handlersFor, type HandlerOptions } from './handlers.js';
export { scenarios, type Scenario, type ScenarioName } from './scenarios/index.js';

/** A back end in the state of a scenario, at its time or at another one (an instant such as `2026-10-01T12:00:00Z`). */
export function createBackend(name: ScenarioName, options: MemoryOptions = {}): MemoryAdapter {
  const { seed, failing = false }: Scenario = scenarios[name];
  const backend = memoryAdapter(seed(), options);
  backend.control.failing = failing;
  return backend;
}
