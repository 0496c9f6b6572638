import type { Contact, NewContact } from '../../api/index.js';
import { needTopics, personOf } from './people-input.js';
import { found, needVersion } from './refuse.js';
import { newId, replaced, type State } from './state.js';

/** Adds a contact. Throws `validation`. */
export function addContact(state: State, contact: NewContact): Contact {
  const added = { id: newId(state, 'con'), version: '1', ...checked(contact) };
  state.contacts = [...state.contacts, added];
  return added;
}

/** Changes all of a contact. Throws `not-found`, `stale-version` or `validation`. */
export function saveContact(state: State, id: string, contact: NewContact, ifVersion?: string): Contact {
  const { version } = neededContact(state, id, ifVersion);
  const saved = { id, version: String(Number(version) + 1), ...checked(contact) };
  state.contacts = replaced(state.contacts, saved);
  return saved;
}

/** Throws `not-found` or `stale-version`. */
export function removeContact(state: State, id: string, ifVersion?: string): void {
  const contact = neededContact(state, id, ifVersion);
  state.contacts = state.contacts.filter((each) => each !== contact);
}

function neededContact(state: State, id: string, ifVersion?: string): Contact {
  const contact = found(state.contacts, id, 'contact');
  needVersion(ifVersion, contact.version);
  return contact;
}

function checked({ receives, ...person }: NewContact): NewContact {
  const own = personOf(person, 'any');
  needTopics(receives, own);
  return { ...own, receives: receives.map(({ topic, channels }) => ({ topic, channels: [...channels] })) };
}
