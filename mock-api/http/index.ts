import type { MemoryAdapter } from '../../src/adapters/memory.js';
import { createBackend, type ScenarioName } from '../index.js';
import { serve, type Serve } from './server.js';

export { scenarios } from '../index.js';

/** What the served mock begins with. */
export interface MockServerOptions {
  /** 0 for any free one, which is the default. */
  readonly port?: number;
  /** The state of the first account; the second one is another account in a state of its own. */
  readonly scenario?: ScenarioName;
  readonly second?: ScenarioName;
  readonly delayMs?: number;
  readonly heartbeatMs?: number;
}

/** The served mock: its address, its back ends by the tokens of their accounts, and its end. */
export interface MockServer extends Serve {
  readonly backends: Readonly<Record<'demo-harborside' | 'demo-second', MemoryAdapter>>;
}

/** Serves two accounts of the mock over HTTP, on this machine only. */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, scenario = 'mid-month', second = 'nothing-yet', ...serving } = options;
  const backends = { 'demo-harborside': createBackend(scenario), 'demo-second': createBackend(second) };
  return { ...(await serve({ accounts: backends, port, ...serving })), backends };
}
