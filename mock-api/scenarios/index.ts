import type { Scenario } from '../state.js';
import { established } from './established.js';
import { firstDay } from './first-day.js';
import { newCustomer } from './new-customer.js';

const midMonth: Scenario = { title: 'In the middle of a month', now: '2026-11-18T15:20:00Z', account: established };

/** The states that the demo, the stories and the tests start from. The clocks are New York's, in UTC. */
export const scenarios = {
  'mid-month': midMonth,
  'trial-ended': { title: 'The trial ends today', now: '2026-09-11T00:30:00Z', account: newCustomer },
  'over-allowance': { title: 'Over the allowance', now: '2026-10-01T00:30:00Z', account: newCustomer },
  'nothing-yet': { title: 'Nothing yet', now: '2026-11-18T15:20:00Z', account: firstDay },
  failing: { ...midMonth, title: 'A back end that fails', failing: true },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
