import { billedStreams, exactly, nuisanceStreams, officeHours } from '../patterns.js';
import { admin, alertsOf } from '../people.js';
import { perMinutePlans } from '../plans.js';
import type { AccountState } from '../state.js';

const start = '2026-08-27';
const line = '+16175550128';
const billed = billedStreams(officeHours, { operator: 190, ivr: 45, voicemail: 60, patched: 30 });

/**
 * A dental practice on 100 minutes, whose trial ended on 10 September. The rest of that month has 4,620 seconds with an
 * operator and nothing else: 77 minutes against an allowance of 67.
 */
export const newCustomer: AccountState = {
  id: 'acct_juniper',
  name: 'Juniper Lane Dental',
  timeZone: 'America/New_York',
  currency: 'USD',
  exponent: 2,
  invoicePrefix: 'JLD',
  subscriptions: [
    {
      id: 'sub_answering',
      product: 'Phone answering',
      plan: perMinutePlans[100],
      start,
      end: null,
      trialEnd: '2026-09-10',
      lines: [{ from: start, value: [line] }],
      addOns: [{ from: start, value: [] }],
      streams: [
        ...exactly(billed, { start: '2026-09-11', end: '2026-10-01' }, { operator: 4620 }),
        ...nuisanceStreams(60),
      ],
    },
  ],
  cards: [
    {
      id: 'pm_visa',
      kind: 'card',
      brand: 'visa',
      last4: '1881',
      expires: '2029-02',
      role: 'default',
      holder: 'Hannah Lindqvist',
    },
  ],
  contacts: [],
  members: [admin('usr_hannah', 'Hannah Lindqvist', 'hannah@juniperlane.example', '+16175550129', ['sub_answering'])],
  alerts: alertsOf('hannah@juniperlane.example'),
};
