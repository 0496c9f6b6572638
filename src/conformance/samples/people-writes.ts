import { alertPreferencesSchema, contactSchema, memberSchema, type AlertChoices } from '../../api/index.js';
import { addedContact, invitedMember, NEW_MEMBER, newContact } from './people.js';
import { sampleWrite, type SampleWrite } from './write.js';

const addContact = sampleWrite({
  name: 'add-contact',
  needs: ['addContact', 'listContacts'],
  answer: contactSchema,
  versioned: false,
  prepare: (kit) => {
    const contact = newContact(kit);
    return Promise.resolve({
      state: () => kit.adapter.listContacts(),
      send: (options) => kit.adapter.addContact(contact, options),
      sendOther: (options) => kit.adapter.addContact({ ...contact, name: 'Another Name' }, options),
    });
  },
});

const saveContact = sampleWrite({
  name: 'save-contact',
  needs: ['addContact', 'saveContact', 'listContacts'],
  answer: contactSchema,
  versioned: true,
  prepare: async (kit) => {
    const { adapter } = kit;
    const { id, version } = await addedContact(kit);
    const contact = newContact(kit);
    return {
      version,
      state: () => adapter.listContacts(),
      send: (options) => adapter.saveContact(id, { ...contact, name: 'New Name' }, options),
      sendOther: (options) => adapter.saveContact(id, { ...contact, name: 'Another Name' }, options),
    };
  },
});

const removeContact = sampleWrite({
  name: 'remove-contact',
  needs: ['addContact', 'removeContact', 'listContacts'],
  answer: null,
  versioned: true,
  prepare: async (kit) => {
    const { adapter } = kit;
    const other = await addedContact(kit, { email: 'other@conformance.example' });
    const { id, version } = await addedContact(kit);
    return {
      version,
      state: () => adapter.listContacts(),
      send: (options) => adapter.removeContact(id, options),
      sendOther: (options) => adapter.removeContact(other.id, options),
    };
  },
});

const inviteMember = sampleWrite({
  name: 'invite-member',
  needs: ['inviteMember', 'listMembers'],
  answer: memberSchema,
  versioned: false,
  prepare: ({ adapter }) =>
    Promise.resolve({
      state: () => adapter.listMembers(),
      send: (options) => adapter.inviteMember(NEW_MEMBER, options),
      sendOther: (options) => adapter.inviteMember({ ...NEW_MEMBER, name: 'Another Name' }, options),
    }),
});

const resendInvitation = sampleWrite({
  name: 'resend-invitation',
  needs: ['inviteMember', 'resendInvitation', 'listMembers'],
  answer: memberSchema,
  versioned: false,
  prepare: async (kit) => {
    const { adapter } = kit;
    const other = await invitedMember(kit, { email: 'other@conformance.example' });
    const { id, version } = await invitedMember(kit);
    return {
      version,
      state: () => adapter.listMembers(),
      send: (options) => adapter.resendInvitation(id, options),
      sendOther: (options) => adapter.resendInvitation(other.id, options),
    };
  },
});

const saveMember = sampleWrite({
  name: 'save-member',
  needs: ['inviteMember', 'saveMember', 'listMembers'],
  answer: memberSchema,
  versioned: true,
  prepare: async (kit) => {
    const { adapter } = kit;
    const { id, version } = await invitedMember(kit);
    return {
      version,
      state: () => adapter.listMembers(),
      send: (options) => adapter.saveMember(id, { ...NEW_MEMBER, name: 'New Name' }, options),
      sendOther: (options) => adapter.saveMember(id, { ...NEW_MEMBER, name: 'Another Name' }, options),
    };
  },
});

const removeMember = sampleWrite({
  name: 'remove-member',
  needs: ['inviteMember', 'removeMember', 'listMembers'],
  answer: null,
  versioned: true,
  prepare: async (kit) => {
    const { adapter } = kit;
    const other = await invitedMember(kit, { email: 'other@conformance.example' });
    const { id, version } = await invitedMember(kit);
    return {
      version,
      state: () => adapter.listMembers(),
      send: (options) => adapter.removeMember(id, options),
      sendOther: (options) => adapter.removeMember(other.id, options),
    };
  },
});

/** Turns all alerts off or on; the other payload leaves them as they are. */
const saveAlerts = sampleWrite({
  name: 'save-alerts',
  needs: ['getAlertPreferences', 'saveAlertPreferences'],
  answer: alertPreferencesSchema,
  versioned: true,
  prepare: async ({ adapter }) => {
    const { enabled, snoozedUntil, choices, thresholds, version } = await adapter.getAlertPreferences();
    const current: AlertChoices = { enabled, snoozedUntil, choices, thresholds };
    return {
      version,
      state: () => adapter.getAlertPreferences(),
      send: (options) => adapter.saveAlertPreferences({ ...current, enabled: !enabled }, options),
      sendOther: (options) => adapter.saveAlertPreferences(current, options),
    };
  },
});

/** Every write about people. */
export const PEOPLE_WRITES: readonly SampleWrite[] = [
  addContact,
  saveContact,
  removeContact,
  inviteMember,
  resendInvitation,
  saveMember,
  removeMember,
  saveAlerts,
];
