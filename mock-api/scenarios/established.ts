import { addOnCatalogue } from '../add-ons.js';
import { aroundTheClock, billedStreams, chatStreams, nuisanceStreams } from '../patterns.js';
import { admin, alertsOf, user } from '../people.js';
import { perMinutePlans, websiteChatPlan } from '../plans.js';
import type { AccountState, SubscriptionState } from '../state.js';

const { onCall, transcription } = addOnCatalogue;
const [main, emergency, estimates] = ['+16175550142', '+16175550143', '+16175550177'] as const;
const card = { kind: 'card', holder: 'Marta Oliveira' } as const;
const start = '2025-11-01';
const trialEnd = '2025-11-14';

const answering: SubscriptionState = {
  id: 'sub_answering',
  product: 'Phone answering',
  plan: perMinutePlans[220],
  start,
  end: null,
  trialEnd,
  lines: [
    { from: start, value: [main, emergency] },
    { from: '2026-06-01', value: [main, emergency, estimates] },
  ],
  addOns: [
    { from: start, value: [onCall] },
    { from: '2026-03-01', value: [onCall, transcription] },
  ],
  streams: [
    ...billedStreams(aroundTheClock, { operator: 460, ivr: 400, voicemail: 190, patched: 170 }),
    ...nuisanceStreams(190),
  ],
};

/** Given up after seven months; its plan is no longer sold. */
const chat: SubscriptionState = {
  id: 'sub_chat',
  product: 'Website chat',
  plan: websiteChatPlan,
  start,
  end: '2026-06-01',
  trialEnd,
  lines: [{ from: start, value: [] }],
  addOns: [{ from: start, value: [] }],
  streams: chatStreams(aroundTheClock, 2),
};

/** A plumbing and heating firm with a year of history. */
export const established: AccountState = {
  id: 'acct_harborside',
  name: 'Harborside Plumbing & Heating',
  timeZone: 'America/New_York',
  currency: 'USD',
  exponent: 2,
  invoicePrefix: 'HPH',
  subscriptions: [answering, chat],
  cards: [
    {
      ...card,
      id: 'pm_visa',
      brand: 'visa',
      last4: '4242',
      expires: '2028-04',
      role: 'default',
      // The bank said no once: that month's invoice was paid by the first back-up.
      declines: { '2026-06-01': 'insufficient-funds' },
    },
    { ...card, id: 'pm_mastercard', brand: 'mastercard', last4: '4444', expires: '2027-09', role: 'backup' },
    { ...card, id: 'pm_amex', brand: 'amex', last4: '0005', expires: '2026-12', role: 'backup' },
  ],
  contacts: [
    {
      id: 'con_office',
      version: '1',
      name: 'Priya Raman',
      email: 'office@harborside.example',
      phone: '+16175550150',
      receives: ['billing-issues', 'invoices'],
    },
    {
      id: 'con_books',
      version: '1',
      name: 'Tidewater Bookkeeping',
      email: 'invoices@tidewater.example',
      phone: '',
      receives: ['invoices'],
    },
  ],
  members: [
    admin('usr_marta', 'Marta Oliveira', 'marta@harborside.example', '+16175550151', ['sub_answering', 'sub_chat']),
    {
      ...user('usr_ben', 'Ben Castellano', 'ben@harborside.example', '+16175550152', ['sub_answering', 'sub_chat']),
      rights: ['manage-users'],
    },
    user('usr_lou', 'Lou Petersen', 'lou@harborside.example', '+16175550153', ['sub_answering']),
  ],
  alerts: alertsOf('marta@harborside.example', ['plan-changed']),
};
