import { define, type Definition } from '../define.js';
import { differ, holds, same } from '../expect.js';
import type { Kit } from '../needs.js';
import type { Contact } from '../../api/index.js';
import { allOf } from '../samples/pages.js';
import { addedContact, newContact } from '../samples/people.js';

const contactsOf = ({ adapter }: Kit<'listContacts'>): Promise<Contact[]> =>
  allOf((query) => adapter.listContacts(query));

/** Who hears of billing. */
export const CONTACT_CHECKS: readonly Definition[] = [
  define({
    id: 'contacts/added',
    title: 'a contact that is added is kept as it was given, and changes no other',
    needs: ['addContact', 'listContacts'],
    run: async (kit) => {
      const before = await contactsOf(kit);
      const { id, version, ...kept } = await addedContact(kit);
      same(kept, newContact(kit), 'a contact is kept as it was given');
      const after = await contactsOf(kit);
      same(
        after.filter((contact) => contact.id !== id),
        before,
        'the others stay as they are',
      );
      same(
        after.find((contact) => contact.id === id),
        { id, version, ...kept },
        'the list has what the write has answered',
      );
    },
  }),
  define({
    id: 'contacts/saved',
    title: 'a contact that is saved is wholly what was saved, under its id',
    needs: ['addContact', 'saveContact', 'listContacts'],
    run: async (kit) => {
      const { id, version } = await addedContact(kit);
      const contact = { name: 'New Name', email: 'new@conformance.example', phone: '', receives: [] };
      const saved = await kit.adapter.saveContact(id, contact, { idempotencyKey: kit.key(), ifVersion: version });
      same({ ...saved, version: '' }, { ...contact, id, version: '' }, 'a contact is what was saved');
      differ(saved.version, version, 'a change makes a new version');
      same(
        (await contactsOf(kit)).find((other) => other.id === id),
        saved,
        'the list has what the write has answered',
      );
    },
  }),
  define({
    id: 'contacts/removed',
    title: 'a contact that is removed is gone, and no other',
    needs: ['addContact', 'removeContact', 'listContacts'],
    run: async (kit) => {
      const before = await contactsOf(kit);
      const { id, version } = await addedContact(kit);
      await kit.adapter.removeContact(id, { idempotencyKey: kit.key(), ifVersion: version });
      same(await contactsOf(kit), before, 'the removed contact is gone, and no other');
    },
  }),
  define({
    id: 'contacts/topics',
    title: 'a contact can hear of every topic, by every channel, that the back end says it has',
    needs: ['addContact', 'features.contactTopics', 'features.contactChannels'],
    run: async (kit) => {
      const { contactTopics, contactChannels } = kit.features;
      const receives = contactTopics.map((topic) => ({ topic, channels: contactChannels }));
      const { receives: kept } = await addedContact(kit, { receives });
      same(kept, receives, 'topics and channels are kept as they were given');
      holds(kept.length > 0, 'there is a topic', kept);
    },
  }),
];
