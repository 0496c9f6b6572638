import {
  alertPreferencesSchema,
  contactSchema,
  memberSchema,
  type AlertChoices,
  type WriteOptions,
} from '../../api/index.js';
import type { Kit, Need } from '../needs.js';
import { addedContact, invitedMember, NEW_MEMBER, newContact } from './people.js';
import { sampleWrite, type SampleWrite } from './write.js';

/** Somebody who was added for a write, and the name that they get by it. */
interface Target {
  readonly id: string;
  readonly name: string;
}

/** A write to somebody, and how they come into which list. */
interface WriteTo<N extends Need> extends Pick<SampleWrite, 'name' | 'answer' | 'versioned'> {
  readonly needs: readonly N[];
  readonly list: (kit: Kit<NoInfer<N>>) => Promise<unknown>;
  readonly added: (
    kit: Kit<NoInfer<N>>,
    change?: { readonly email: string },
  ) => Promise<{ id: string; version: string }>;
  readonly send: (kit: Kit<NoInfer<N>>, to: Target, options: WriteOptions) => Promise<unknown>;
  /** What is other about the other payload. */
  readonly other: 'name' | 'person';
}

const writeTo = <N extends Need>({ list, added, send, other, ...sample }: WriteTo<N>): SampleWrite =>
  sampleWrite({
    ...sample,
    prepare: async (kit) => {
      const { id, version } = await added(kit);
      const another = other === 'person' ? await added(kit, { email: 'other@conformance.example' }) : { id };
      return {
        version,
        state: () => list(kit),
        send: (options) => send(kit, { id, name: 'New Name' }, options),
        sendOther: (options) => send(kit, { id: another.id, name: 'Another Name' }, options),
      };
    },
  });

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

const saveContact = writeTo({
  name: 'save-contact',
  needs: ['addContact', 'saveContact', 'listContacts'],
  answer: contactSchema,
  versioned: true,
  list: ({ adapter }) => adapter.listContacts(),
  added: addedContact,
  send: (kit, { id, name }, options) => kit.adapter.saveContact(id, { ...newContact(kit), name }, options),
  other: 'name',
});

const removeContact = writeTo({
  name: 'remove-contact',
  needs: ['addContact', 'removeContact', 'listContacts'],
  answer: null,
  versioned: true,
  list: ({ adapter }) => adapter.listContacts(),
  added: addedContact,
  send: ({ adapter }, { id }, options) => adapter.removeContact(id, options),
  other: 'person',
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

const resendInvitation = writeTo({
  name: 'resend-invitation',
  needs: ['inviteMember', 'resendInvitation', 'listMembers'],
  answer: memberSchema,
  versioned: false,
  list: ({ adapter }) => adapter.listMembers(),
  added: invitedMember,
  send: ({ adapter }, { id }, options) => adapter.resendInvitation(id, options),
  other: 'person',
});

const saveMember = writeTo({
  name: 'save-member',
  needs: ['inviteMember', 'saveMember', 'listMembers'],
  answer: memberSchema,
  versioned: true,
  list: ({ adapter }) => adapter.listMembers(),
  added: invitedMember,
  send: ({ adapter }, { id, name }, options) => adapter.saveMember(id, { ...NEW_MEMBER, name }, options),
  other: 'name',
});

const removeMember = writeTo({
  name: 'remove-member',
  needs: ['inviteMember', 'removeMember', 'listMembers'],
  answer: null,
  versioned: true,
  list: ({ adapter }) => adapter.listMembers(),
  added: invitedMember,
  send: ({ adapter }, { id }, options) => adapter.removeMember(id, options),
  other: 'person',
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
