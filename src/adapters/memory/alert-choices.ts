import type { AlertChoices, AlertKind, AlertPreferences, AlertThreshold } from '../../api/index.js';
import { compare, parse, ZERO } from '../../rating/decimal.js';
import { RatingError } from '../../rating/index.js';
import { valueOn } from './dated.js';
import { needChannels } from './people-input.js';
import { needField, needVersion } from './refuse.js';
import { todayOf, type State } from './state.js';
import { timeOf } from './zone.js';

/** All that can be told of. */
export const ALERT_KINDS: readonly AlertKind[] = [
  'usage-threshold',
  'usage-doubled',
  'invoice-issued',
  'payment-failed',
  'backup-charged',
  'card-expiring',
  'plan-changed',
  'trial-half-used',
  'trial-ending',
];

/** What thresholds can be about. */
export const ALERT_MEASURES: readonly AlertThreshold['measure'][] = ['allowance-percent', 'quantity', 'amount'];

/** Keeps the choices of the signed-in admin. Throws `stale-version` or `validation`. */
export function saveAlerts(state: State, choices: AlertChoices, ifVersion?: string): AlertPreferences {
  const before = state.alerts;
  needVersion(ifVersion, before.version);
  needSnooze(choices.snoozedUntil);
  for (const [index, { kind, channels }] of choices.choices.entries()) {
    needField(ALERT_KINDS.includes(kind), `choices[${index}].kind`, 'unknown-kind', 'There is no such alert.');
    needChannels(channels, `choices[${index}].channels`);
  }
  const ids = choices.thresholds.map(({ id }) => id);
  needField(new Set(ids).size === ids.length, 'thresholds', 'duplicate-id', 'Two thresholds have the same id.');
  for (const [index, each] of choices.thresholds.entries()) needThreshold(state, each, `thresholds[${index}]`);
  const { enabled, snoozedUntil, choices: kinds, thresholds } = structuredClone(choices);
  const version = String(Number(before.version) + 1);
  state.alerts = { ...before, enabled, snoozedUntil, choices: kinds, thresholds, version };
  return state.alerts;
}

function needSnooze(until: string | null): void {
  if (until === null) return;
  try {
    timeOf(until);
  } catch {
    needField(false, 'snoozedUntil', 'malformed-instant', 'An instant such as 2026-11-18T15:20:00Z is expected.');
  }
}

function needThreshold(state: State, { measure, at, subscription, charge }: AlertThreshold, field: string): void {
  needField(ALERT_MEASURES.includes(measure), `${field}.measure`, 'unknown-measure', 'There is no such measure.');
  needField(isPositive(at), `${field}.at`, 'malformed-number', 'A number above zero is expected.');
  if (measure === 'amount') return;
  const own = state.subscriptions.find(({ id }) => id === subscription);
  needField(own !== undefined, `${field}.subscription`, 'unknown-subscription', 'There is no such subscription.');
  const known = valueOn(own.plan, todayOf(state)).usage.some(({ id }) => id === charge);
  needField(known, `${field}.charge`, 'unknown-charge', 'The plan has no such charge.');
}

function isPositive(text: string): boolean {
  try {
    return compare(parse(text), ZERO) > 0;
  } catch (error) {
    if (error instanceof RatingError) return false;
    throw error;
  }
}
