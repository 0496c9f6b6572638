import type { Access, Account, Capabilities, Resource } from '../../api/index.js';
import { ALERT_KINDS, ALERT_MEASURES } from './alert-choices.js';
import { CHANNELS, TOPICS } from './people-input.js';
import { todayOf, type State } from './state.js';
import { isOver, isTrial, owes, startedSubscriptions } from './subscriptions.js';

/** All that there is to be read. */
export const RESOURCES: readonly Resource[] = [
  'subscriptions',
  'plans',
  'add-ons',
  'usage',
  'usage-records',
  'invoices',
  'payment-methods',
  'contacts',
  'alerts',
  'members',
];

/** All that this back end can do, as far as its user may. */
export function capabilitiesOf({ access }: State): Capabilities {
  const all = Object.fromEntries(RESOURCES.map((resource) => [resource, access])) as Record<Resource, Access>;
  return {
    ...all,
    features: {
      changes: ['plan', 'add-ons', 'cancel', 'pause', 'resume'],
      payInvoice: true,
      vaults: ['sandbox'],
      backups: true,
      contactTopics: TOPICS,
      contactChannels: CHANNELS,
      alertKinds: ALERT_KINDS,
      alertChannels: CHANNELS,
      alertMeasures: ALERT_MEASURES,
      idempotency: true,
      concurrency: true,
    },
  };
}

/** The account with the clock. */
export const accountOf = (state: State): Account => ({ ...state.account, status: statusOf(state), now: state.now });

function statusOf(state: State): Account['status'] {
  const today = todayOf(state);
  const current = startedSubscriptions(state).filter((each) => !isOver(each, today));
  if (owes(state)) return 'past-due';
  if (current.length === 0) return 'closed';
  return current.every((each) => isTrial(each, today)) ? 'trialing' : 'active';
}
