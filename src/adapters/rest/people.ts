import type { BillingAdapter } from '../../api/index.js';
import type { Client } from './client.js';
import { path } from './request.js';

type Methods =
  | 'listContacts'
  | 'addContact'
  | 'saveContact'
  | 'removeContact'
  | 'getAlertPreferences'
  | 'saveAlertPreferences'
  | 'listMembers'
  | 'inviteMember'
  | 'resendInvitation'
  | 'saveMember'
  | 'removeMember';

/** Who hears of billing, and who signs in. */
export const peopleMethods = (client: Client): Pick<Required<BillingAdapter>, Methods> => ({
  listContacts: (options) => client.list('/contacts', options),
  addContact: (contact, options) => client.write('POST', '/contacts', options, { body: contact }),
  saveContact: async (id, contact, options) => client.write('PUT', path`/contacts/${id}`, options, { body: contact }),
  removeContact: async (id, options) => client.write('DELETE', path`/contacts/${id}`, options),
  getAlertPreferences: (options) => client.read('/alert-preferences', options),
  saveAlertPreferences: (choices, options) => client.write('PUT', '/alert-preferences', options, { body: choices }),
  listMembers: (options) => client.list('/members', options),
  inviteMember: (member, options) => client.write('POST', '/members', options, { body: member }),
  resendInvitation: async (id, options) => client.write('POST', path`/members/${id}/invitations`, options),
  saveMember: async (id, member, options) => client.write('PUT', path`/members/${id}`, options, { body: member }),
  removeMember: async (id, options) => client.write('DELETE', path`/members/${id}`, options),
});
