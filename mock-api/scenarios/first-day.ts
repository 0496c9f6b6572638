import type { MemorySeed } from '../../src/adapters/memory.js';
import { billedStreams, exactly, officeHours } from '../patterns.js';
import { admin, alertsOf } from '../people.js';
import { perMinutePlans } from '../plans.js';
import { lineCounts, usageOf, type Traffic } from '../traffic-usage.js';
import { provider } from './provider.js';

const zone = 'America/New_York';
const start = '2026-11-18';
const billed = billedStreams(officeHours, { operator: 120, ivr: 40, voicemail: 40, patched: 0 });

const calls: Traffic = {
  id: 'sub_answering',
  start,
  until: '2027-03-01',
  lines: [{ from: start, value: ['+16175550161'] }],
  streams: exactly(billed, { start, end: '2026-11-19' }),
};

const theo = admin('usr_theo', 'Theo Varga', 'theo@spokes.example', '+16175550162', [calls.id]);

/** A bicycle workshop whose 14 days of trial began today: nobody has called yet. */
export const firstDay = (): MemorySeed => ({
  ...provider,
  now: '2026-11-18T15:20:00Z',
  account: { id: 'acct_spokes', name: 'Spokes & Sprockets', timeZone: zone, currency: 'USD', exponent: 2 },
  invoicePrefix: 'SNS',
  buyer: { name: 'Spokes & Sprockets', address: ['3 Tannery Lane', 'Cambridge, MA 02140', 'United States'] },
  subscriptions: [
    {
      id: calls.id,
      product: 'Phone answering',
      start,
      end: null,
      trialEnd: '2026-12-01',
      plan: [{ from: start, value: perMinutePlans[50] }],
      lines: lineCounts(calls),
      addOns: [{ from: start, value: [] }],
    },
  ],
  usage: { [calls.id]: usageOf(calls, zone) },
  methods: [],
  contacts: [],
  members: [theo],
  alerts: alertsOf(theo, calls.id),
});
