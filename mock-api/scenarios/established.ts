import type { MemorySeed, SeedMethod, SeedSubscription } from '../../src/adapters/memory.js';
import { addOnCatalogue } from '../add-ons.js';
import { aroundTheClock, billedStreams, chatStreams, nuisanceStreams } from '../patterns.js';
import { admin, alertsOf, user } from '../people.js';
import { perMinutePlans, websiteChatPlan } from '../plans.js';
import { lineCounts, usageOf, type Traffic } from '../traffic-usage.js';
import { provider } from './provider.js';

const { onCall, transcription } = addOnCatalogue;
const [main, emergency, estimates] = ['+16175550142', '+16175550143', '+16175550177'] as const;
const zone = 'America/New_York';
const start = '2025-11-01';
const trialEnd = '2025-11-14';
const products = ['sub_answering', 'sub_chat'];

const calls: Traffic = {
  id: 'sub_answering',
  start,
  until: '2027-03-01',
  lines: [
    { from: start, value: [main, emergency] },
    { from: '2026-06-01', value: [main, emergency, estimates] },
  ],
  streams: [
    ...billedStreams(aroundTheClock, { operator: 460, ivr: 400, voicemail: 190, patched: 170 }),
    ...nuisanceStreams(190),
  ],
};

const messages: Traffic = {
  id: 'sub_chat',
  start,
  until: '2026-06-01',
  lines: [{ from: start, value: [] }],
  streams: chatStreams(aroundTheClock, 2),
};

const answering: SeedSubscription = {
  id: calls.id,
  product: 'Phone answering',
  start,
  end: null,
  trialEnd,
  plan: [{ from: start, value: perMinutePlans[220] }],
  lines: lineCounts(calls),
  addOns: [
    { from: start, value: [onCall] },
    { from: '2026-03-01', value: [onCall, transcription] },
  ],
};

/** Given up after seven months; its plan is no longer sold. */
const chat: SeedSubscription = {
  id: messages.id,
  product: 'Website chat',
  start,
  end: messages.until,
  trialEnd,
  plan: [{ from: start, value: websiteChatPlan }],
  lines: lineCounts(messages),
  addOns: [{ from: start, value: [] }],
};

const marta = admin('usr_marta', 'Marta Oliveira', 'marta@harborside.example', '+16175550151', products);
const card = { kind: 'card', holder: marta.name } as const;

/** The bank said no once: that month's invoice was paid by the first back-up. */
const visa: SeedMethod = {
  ...card,
  id: 'pm_visa',
  brand: 'visa',
  last4: '4242',
  expires: '2028-04',
  role: 'default',
  declines: { '2026-06-01': 'insufficient-funds' },
};
const mastercard: SeedMethod = {
  ...card,
  id: 'pm_mastercard',
  brand: 'mastercard',
  last4: '4444',
  expires: '2027-09',
  role: 'backup',
};
const amex: SeedMethod = { ...card, id: 'pm_amex', brand: 'amex', last4: '0005', expires: '2026-12', role: 'backup' };

/** A plumbing and heating firm with a year of history. */
export const established = (): MemorySeed => ({
  ...provider,
  now: '2026-11-18T15:20:00Z',
  account: {
    id: 'acct_harborside',
    name: 'Harborside Plumbing & Heating',
    timeZone: zone,
    currency: 'USD',
    exponent: 2,
  },
  invoicePrefix: 'HPH',
  buyer: {
    name: 'Harborside Plumbing & Heating',
    address: ['17 Chandlery Row', 'Boston, MA 02110', 'United States'],
    email: 'office@harborside.example',
  },
  subscriptions: [answering, chat],
  usage: { [calls.id]: usageOf(calls, zone), [messages.id]: usageOf(messages, zone) },
  methods: [visa, mastercard, amex],
  contacts: [
    {
      id: 'con_office',
      version: '1',
      name: 'Priya Raman',
      email: 'office@harborside.example',
      phone: '+16175550150',
      receives: [
        { topic: 'payment-problems', channels: ['email', 'phone'] },
        { topic: 'invoices', channels: ['email'] },
      ],
    },
    {
      id: 'con_books',
      version: '1',
      name: 'Tidewater Bookkeeping',
      email: 'invoices@tidewater.example',
      phone: '',
      receives: [{ topic: 'invoices', channels: ['email'] }],
    },
  ],
  members: [
    marta,
    {
      ...user('usr_ben', 'Ben Castellano', 'ben@harborside.example', '+16175550152', products),
      rights: ['manage-users'],
    },
    user('usr_lou', 'Lou Petersen', 'lou@harborside.example', '+16175550153', ['sub_answering']),
    {
      ...user('usr_noor', 'Noor Haddad', 'noor@harborside.example', '', ['sub_answering']),
      status: 'invited',
      invitedOn: '2026-11-16',
    },
  ],
  alerts: alertsOf(marta, calls.id, ['plan-changed']),
});

/** Every card was declined on the first of the month; one that isn't charged by itself is on file beside them. */
export function pastDue(): MemorySeed {
  const declined = { '2026-11-01': 'card-declined' };
  const discover: SeedMethod = {
    ...card,
    id: 'pm_discover',
    brand: 'discover',
    last4: '1117',
    expires: '2029-06',
    role: 'unused',
  };
  return {
    ...established(),
    methods: [
      {
        ...visa,
        declines: { ...visa.declines, '2026-11-01': 'insufficient-funds', '2026-11-18': 'insufficient-funds' },
      },
      { ...mastercard, declines: declined },
      { ...amex, declines: declined },
      discover,
    ],
  };
}

/** The default is declined on the next first of the month, so that the first back-up pays. */
export const bouncedCard = (): MemorySeed => ({
  ...established(),
  methods: [{ ...visa, declines: { ...visa.declines, '2026-12-01': 'insufficient-funds' } }, mastercard, amex],
});

/** Seen by a user who may look only. */
export function readOnly(): MemorySeed {
  const seed = established();
  return {
    ...seed,
    access: { read: true, write: false, reason: `You can look at billing. Ask ${marta.name} to change it.` },
    members: seed.members.map((member) => ({ ...member, you: member.id === 'usr_lou' })),
  };
}
