import { alertPreferencesSchema, type AlertChoices, type AlertPreferences } from '../../api/index.js';
import { answerOf } from '../reads/read.js';
import { wholeIs } from './patch.js';
import type { Write } from './write.js';

/** Saves what the signed-in admin is alerted of. `ifVersion` is that of the preferences. */
export const saveAlertPreferences: Write<AlertChoices, AlertPreferences> = {
  method: 'saveAlertPreferences',
  resource: 'alerts',
  about: ['alerts'],
  changes: ['alerts'],
  send: async (adapter, choices, options) =>
    answerOf(alertPreferencesSchema, adapter.saveAlertPreferences?.(choices, options), 'saveAlertPreferences'),
  patch: (now, _, seen) => wholeIs(now, seen),
};
