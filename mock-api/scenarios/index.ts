import type { MemorySeed } from '../../src/adapters/memory.js';
import { bouncedCard, established, pastDue, readOnly } from './established.js';
import { firstDay } from './first-day.js';
import { newCustomer } from './new-customer.js';

/** An account at a moment. */
export interface Scenario {
  readonly title: string;
  readonly seed: () => MemorySeed;
  /** The back end answers nothing. */
  readonly failing?: boolean;
}

/** The states that the demo, the stories and the tests start from. The clocks are New York's, in UTC. */
export const scenarios = {
  'mid-month': { title: 'In the middle of a month', seed: established },
  'trial-ended': { title: 'The trial ends today', seed: () => newCustomer('2026-09-11T00:30:00Z') },
  'over-allowance': { title: 'Over the allowance', seed: () => newCustomer('2026-10-01T00:30:00Z') },
  'nothing-yet': { title: 'Nothing yet', seed: firstDay },
  'past-due': { title: 'An invoice that nobody could be charged for', seed: pastDue },
  'bounced-card': { title: 'A card that will be declined', seed: bouncedCard },
  'read-only': { title: 'For a user who may look only', seed: readOnly },
  failing: { title: 'A back end that fails', seed: established, failing: true },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
