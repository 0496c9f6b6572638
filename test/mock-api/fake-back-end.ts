import { BillingError, type BackendChange, type BillingAdapter, type Contact } from '../../src/api/index.js';

/** A back end of contacts and little else: versions it knows, keys it leaves to who serves it. */
export function fakeBackEnd(name = 'Harborside') {
  const contacts = new Map<string, Contact>();
  const listeners = new Set<(change: BackendChange) => void>();
  let held = Promise.resolve();
  const needCurrent = (id: string, version: string | undefined): Promise<void> =>
    contacts.get(id)?.version === version
      ? Promise.resolve()
      : Promise.reject(new BillingError('stale-version', 'another version'));
  const adapter: BillingAdapter = {
    capabilities: () => Promise.resolve({ contacts: { read: true, write: true, reason: '' } }),
    getAccount: () => Promise.resolve({ ...account, name }),
    listSubscriptions: () => Promise.resolve({ items: [], next: null }),
    previewNextInvoice: () => Promise.resolve(null),
    getInvoicePdf: () => Promise.resolve(new Blob(['%PDF-1.7'], { type: 'application/pdf' })),
    listContacts: () => Promise.resolve({ items: [...contacts.values()], next: null }),
    addContact: async (contact) => {
      await held;
      const added = { ...contact, id: `con-${contacts.size + 1}`, version: 'v1' };
      contacts.set(added.id, added);
      return added;
    },
    saveContact: async (id, contact, { ifVersion }) => {
      await needCurrent(id, ifVersion);
      const saved = { ...contact, id, version: `${ifVersion}+` };
      contacts.set(id, saved);
      return saved;
    },
    removeContact: async (id, { ifVersion }) => {
      await needCurrent(id, ifVersion);
      contacts.delete(id);
    },
    inviteMember: () =>
      Promise.reject(new BillingError('rate-limited', 'slower', { code: 'too-many-tries', retryAfterMs: 1500 })),
    findOutcome: (key) => Promise.resolve({ key, status: 'unknown' }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = (change: BackendChange): void => listeners.forEach((listener) => listener(change));
  /** Lets the contacts that are added from now on wait, until the function that is returned is called. */
  const hold = (): (() => void) => {
    let release = (): void => undefined;
    held = new Promise((resolve) => (release = resolve));
    return () => release();
  };
  return { adapter, contacts, listeners, tell, hold };
}

/** A contact as a form gives it. */
export const jo = { name: 'Jo Lind', email: 'jo@harborside.test', phone: '', receives: [] };

const account = {
  id: 'acc-1',
  status: 'active',
  currency: 'USD',
  exponent: 2,
  timeZone: 'America/New_York',
  now: '2026-11-18T15:20:00Z',
};
