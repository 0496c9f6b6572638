import type { MemorySeed } from '../../src/adapters/memory.js';
import { billedStreams, exactly, nuisanceStreams, officeHours } from '../patterns.js';
import { admin, alertsOf } from '../people.js';
import { perMinutePlans } from '../plans.js';
import { lineCounts, usageOf, type Traffic } from '../traffic-usage.js';
import { provider } from './provider.js';

const zone = 'America/New_York';
const start = '2026-08-27';
const billed = billedStreams(officeHours, { operator: 190, ivr: 45, voicemail: 60, patched: 30 });

const calls: Traffic = {
  id: 'sub_answering',
  start,
  until: '2027-01-01',
  lines: [{ from: start, value: ['+16175550128'] }],
  streams: [...exactly(billed, { start: '2026-09-11', end: '2026-10-01' }, { operator: 4620 }), ...nuisanceStreams(60)],
};

const hannah = admin('usr_hannah', 'Hannah Lindqvist', 'hannah@juniperlane.example', '+16175550129', [calls.id]);

/**
 * A dental practice on 100 minutes, whose trial ended on 10 September. The rest of that month has 4,620 seconds with an
 * operator and nothing else: 77 minutes against an allowance of 67.
 */
export const newCustomer = (now: string): MemorySeed => ({
  ...provider,
  now,
  account: { id: 'acct_juniper', name: 'Juniper Lane Dental', timeZone: zone, currency: 'USD', exponent: 2 },
  invoicePrefix: 'JLD',
  buyer: { name: 'Juniper Lane Dental', address: ['92 Juniper Lane', 'Brookline, MA 02446', 'United States'] },
  subscriptions: [
    {
      id: calls.id,
      product: 'Phone answering',
      start,
      end: null,
      trialEnd: '2026-09-10',
      plan: [{ from: start, value: perMinutePlans[100] }],
      lines: lineCounts(calls),
      addOns: [{ from: start, value: [] }],
    },
  ],
  usage: { [calls.id]: usageOf(calls, zone) },
  methods: [
    {
      id: 'pm_visa',
      kind: 'card',
      brand: 'visa',
      last4: '1881',
      expires: '2029-02',
      role: 'default',
      holder: hannah.name,
    },
  ],
  contacts: [],
  members: [hannah],
  alerts: alertsOf(hannah, calls.id),
});
