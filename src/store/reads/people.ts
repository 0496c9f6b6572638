import {
  alertPreferencesSchema,
  contactPageSchema,
  memberPageSchema,
  type AlertPreferences,
  type Contact,
  type Member,
  type Page,
} from '../../api/index.js';
import { readList, readOne, type Read } from './read.js';

/** Those who hear of billing, all of them. */
export const readContacts = (): Read<Page<Contact>> =>
  readList(['contacts'], 'listContacts', contactPageSchema, (adapter, query) => adapter.listContacts?.(query));

/** Those who sign in, all of them. */
export const readMembers = (): Read<Page<Member>> =>
  readList(['members'], 'listMembers', memberPageSchema, (adapter, query) => adapter.listMembers?.(query));

/** What the signed-in admin is alerted of. */
export const readAlertPreferences = (): Read<AlertPreferences> =>
  readOne(['alerts'], 'getAlertPreferences', alertPreferencesSchema, (adapter, options) =>
    adapter.getAlertPreferences?.(options),
  );
