import type { AlertChoices, AlertPreferences, AlertThreshold } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { differ, refused, same } from '../expect.js';
import type { Kit } from '../needs.js';

const ALERTS = ['getAlertPreferences', 'saveAlertPreferences'] as const;
type Alerts = (typeof ALERTS)[number];

const choicesOf = ({ enabled, snoozedUntil, choices, thresholds }: AlertPreferences): AlertChoices => ({
  enabled,
  snoozedUntil,
  choices,
  thresholds,
});

/** Saves the choices as they are but for a change, and holds the answer against what was asked. */
async function saves(kit: Kit<Alerts>, change: Partial<AlertChoices>, rule: string): Promise<void> {
  const before = await kit.adapter.getAlertPreferences();
  const choices = { ...choicesOf(before), ...change };
  const options = { idempotencyKey: kit.key(), ifVersion: before.version };
  const saved = await kit.adapter.saveAlertPreferences(choices, options);
  same(choicesOf(saved), choices, rule);
  differ(saved.version, before.version, 'a change makes a new version');
  same(await kit.adapter.getAlertPreferences(), saved, 'the read agrees with the answer of the write');
}

/** Tries to save what can't be. */
async function refuses(kit: Kit<Alerts>, change: Partial<AlertChoices>, field: RegExp): Promise<void> {
  const before = await kit.adapter.getAlertPreferences();
  const options = { idempotencyKey: kit.key(), ifVersion: before.version };
  const attempt = (): Promise<unknown> =>
    kit.adapter.saveAlertPreferences({ ...choicesOf(before), ...change }, options);
  await refused(attempt, { kind: 'validation', field }, 'what can not be is refused, and the field is named');
  same(await kit.adapter.getAlertPreferences(), before, 'a refused write changes nothing');
}

const AMOUNT: AlertThreshold = { id: 'conformance-1', measure: 'amount', at: '100', subscription: null, charge: null };

/** What an admin is told of. */
export const ALERT_CHECKS: readonly Definition[] = [
  define({
    id: 'alerts/all-off',
    title: 'turning all alerts off keeps the choices',
    needs: ALERTS,
    run: async (kit) => saves(kit, { enabled: !(await kit.adapter.getAlertPreferences()).enabled }, 'choices are kept'),
  }),
  define({
    id: 'alerts/kinds',
    title: 'every kind of alert that the back end says it has can be chosen, by every channel',
    needs: [...ALERTS, 'features.alertKinds', 'features.alertChannels'],
    run: async (kit) => {
      const { alertKinds, alertChannels } = kit.features;
      const choices = alertKinds.map((kind) => ({ kind, channels: alertChannels }));
      await saves(kit, { choices }, 'every kind can be chosen, by every channel');
    },
  }),
  define({
    id: 'alerts/snooze',
    title: 'alerts can rest until a moment, and no longer',
    needs: ALERTS,
    run: async (kit) => {
      await saves(kit, { snoozedUntil: '2099-01-01T00:00:00Z' }, 'alerts rest until then');
      await saves(kit, { snoozedUntil: null }, 'alerts come again');
    },
  }),
  define({
    id: 'alerts/amount-threshold',
    title: 'a threshold on the next invoice is kept',
    needs: [...ALERTS, 'features.alertMeasures'],
    run: (kit) => saves(kit, { thresholds: [AMOUNT] }, 'a threshold is kept'),
  }),
  define({
    id: 'alerts/usage-thresholds',
    title: 'a threshold on the quantity or the allowance of a charge is kept',
    needs: [...ALERTS, 'features.alertMeasures', 'facts.subscription', 'facts.threshold'],
    run: async (kit) => {
      const { subscription, threshold } = kit.facts;
      const of = { subscription, charge: threshold.charge };
      const thresholds = [
        { id: 'conformance-1', measure: 'quantity', at: threshold.at, ...of },
        { id: 'conformance-2', measure: 'allowance-percent', at: '80', ...of },
      ];
      await saves(kit, { thresholds }, 'thresholds are kept');
    },
  }),
  define({
    id: 'alerts/bad-threshold',
    title: 'a threshold that can never be crossed is refused',
    needs: [...ALERTS, 'features.alertMeasures'],
    run: async (kit) => {
      for (const bad of [{ at: '0' }, { at: '-5' }, { at: 'much' }, { measure: 'mood' }])
        await refuses(kit, { thresholds: [{ ...AMOUNT, ...bad }] }, /^thresholds/);
    },
  }),
  define({
    id: 'alerts/bad-choice',
    title: 'a kind or a channel that there is not is refused',
    needs: ALERTS,
    run: async (kit) => {
      await refuses(kit, { choices: [{ kind: 'gossip', channels: [] }] }, /^choices/);
      await refuses(kit, { choices: [{ kind: 'invoice-issued', channels: ['pigeon'] }] }, /^choices/);
      await refuses(kit, { snoozedUntil: 'tomorrow' }, /^snoozedUntil/);
    },
  }),
];
