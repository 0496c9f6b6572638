import { billedStreams, exactly, officeHours } from '../patterns.js';
import { admin, alertsOf } from '../people.js';
import { perMinutePlans } from '../plans.js';
import type { AccountState } from '../state.js';

const start = '2026-11-18';
const billed = billedStreams(officeHours, { operator: 120, ivr: 40, voicemail: 40, patched: 0 });

/** A bicycle workshop whose 14 days of trial began today: nobody has called yet. */
export const firstDay: AccountState = {
  id: 'acct_spokes',
  name: 'Spokes & Sprockets',
  timeZone: 'America/New_York',
  currency: 'USD',
  exponent: 2,
  invoicePrefix: 'SNS',
  subscriptions: [
    {
      id: 'sub_answering',
      product: 'Phone answering',
      plan: perMinutePlans[50],
      start,
      end: null,
      trialEnd: '2026-12-01',
      lines: [{ from: start, value: ['+16175550161'] }],
      addOns: [{ from: start, value: [] }],
      streams: exactly(billed, { start, end: '2026-11-19' }),
    },
  ],
  cards: [],
  contacts: [],
  members: [admin('usr_theo', 'Theo Varga', 'theo@spokes.example', '+16175550162', ['sub_answering'])],
  alerts: alertsOf('theo@spokes.example'),
};
