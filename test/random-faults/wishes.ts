import type { Random } from '../../mock-api/random.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { SubscriptionChange } from '../../src/api/index.js';
import { readQuote } from '../../src/store/reads/quotes.js';
import type { BillingStore } from '../../src/store/store.js';
import { saveAlertPreferences } from '../../src/store/writes/alerts.js';
import { addContact, removeContact, saveContact } from '../../src/store/writes/contacts.js';
import { payInvoice } from '../../src/store/writes/invoices.js';
import { inviteMember, removeMember, resendInvitation, saveMember } from '../../src/store/writes/members.js';
import {
  attachPaymentMethod,
  createSetupSession,
  removePaymentMethod,
  setPaymentRoles,
} from '../../src/store/writes/payments.js';
import { changeAddOns, changeSubscription, undoAddOns, undoChange } from '../../src/store/writes/subscriptions.js';
import type { Write } from '../../src/store/writes/write.js';
import type { Page, Shown } from './page.js';

/** What a user wants to be written. */
export interface Wish {
  readonly write: Write<unknown, unknown>;
  readonly input: unknown;
  readonly ifVersion?: string;
}

/** Where a user stands: what the page shows, and chance. */
interface Standing {
  readonly page: Page;
  readonly shown: Shown;
  readonly random: Random;
  readonly control: MemoryAdapter['control'];
}

type Idea = (standing: Standing) => Wish | undefined | Promise<Wish | undefined>;

const CARDS = ['test_visa_ok', 'test_mastercard_ok', 'test_amex_ok', 'test_visa_declined'];
const NAMES = ['Ann', 'Bob', 'Cleo', 'Dora', 'Emil'];
const ADD_ONS = ['on-call', 'transcription', 'live-call', 'queue-voicemail'];
const PRODUCT = 'sub_answering';

const wish = <I, O>(write: Write<I, O>, input: I, ifVersion?: string): Wish => ({
  write: write as Wish['write'],
  input,
  ...(ifVersion !== undefined && { ifVersion }),
});

const one = <T>(random: Random, items: readonly T[] | undefined): T | undefined =>
  items && items.length > 0 ? random.pick(items) : undefined;

/** Quotes a change, and wants it at the price that was quoted. */
async function quoted(
  { page, shown }: Standing,
  write: typeof changeSubscription,
  change: SubscriptionChange,
): Promise<Wish | undefined> {
  const version = shown.subscriptions?.items.find(({ id }) => id === PRODUCT)?.version;
  const quote = await asked(page.store, change);
  return (
    quote && wish(write, { subscription: PRODUCT, agreed: { change, quote: quote.id, total: quote.dueNow } }, version)
  );
}

const asked = (store: BillingStore, change: SubscriptionChange) =>
  store.ask(readQuote(PRODUCT, change)).catch(() => undefined);

const undo = ({ shown, random }: Standing): Wish | undefined => {
  const version = shown.subscriptions?.items.find(({ id }) => id === PRODUCT)?.version;
  const kind = random.pick(['plan', 'add-ons', 'cancel', 'cancel', 'pause'] as const);
  return wish(kind === 'add-ons' ? undoAddOns : undoChange, { subscription: PRODUCT, kind }, version);
};

const invoices: readonly Idea[] = [
  ({ shown, random }) => {
    const invoice = one(
      random,
      shown.invoices?.items.filter(({ amountDue }) => amountDue.amount !== '0'),
    );
    const method = one(random, shown.methods?.items);
    return (
      invoice &&
      method &&
      wish(payInvoice, { invoice: invoice.id, payment: { method: method.id, amount: invoice.amountDue } })
    );
  },
];

const subscriptions: readonly Idea[] = [
  (at) => quoted(at, changeSubscription, { kind: 'plan', plan: one(at.random, at.shown.plans?.items)?.id ?? '' }),
  (at) => {
    const addOns = ADD_ONS.filter(() => at.random.int(0, 1) === 1);
    const consents = Object.fromEntries(addOns.map((id) => [id, '2026-01']));
    return quoted(at, changeAddOns, { kind: 'add-ons', addOns, consents });
  },
  (at) => quoted(at, changeSubscription, { kind: 'cancel', reason: 'costs' }),
  (at) => quoted(at, changeSubscription, { kind: 'pause', until: null }),
  (at) => quoted(at, changeSubscription, { kind: 'resume' }),
  undo,
  undo,
];

const methods: readonly Idea[] = [
  async ({ page, random, control }) => {
    const opening = page.writing(createSetupSession);
    const { result: session } = await opening.controller.submit('sandbox');
    if (!session) return undefined;
    control.confirmSetup(session.id, random.pick(CARDS));
    const address = { country: 'US', line1: '1 Main St', line2: '', city: 'Boston', region: 'MA', postalCode: '02110' };
    const role = random.pick(['default', 'backup'] as const);
    const billing = { name: 'Marta Oliveira', ...address };
    return wish(attachPaymentMethod, { setup: session.id, billing, consent: '2026-01', role });
  },
  ({ shown: { methods: list }, random }) => {
    const [first, ...others] = shuffled(random, list?.items ?? []).map(({ id }) => id);
    if (!list || first === undefined) return undefined;
    return wish(setPaymentRoles, { default: first, backups: others.slice(0, 2) }, list.version);
  },
  ({ shown: { methods: list }, random }) => {
    const method = one(random, list?.items)?.id;
    const replacement =
      one(
        random,
        list?.items.filter(({ id }) => id !== method),
      )?.id ?? null;
    if (!list || method === undefined || list.items.length < 3) return undefined;
    return wish(removePaymentMethod, { method, replacement }, list.version);
  },
];

const contacts: readonly Idea[] = [
  ({ random }) => wish(addContact, person(random)),
  ({ shown, random }) => {
    const contact = one(random, shown.contacts?.items);
    return contact && wish(saveContact, { id: contact.id, contact: person(random) }, contact.version);
  },
  ({ shown, random }) => {
    const contact = one(random, shown.contacts?.items);
    return contact && wish(removeContact, contact.id, contact.version);
  },
];

const members: readonly Idea[] = [
  ({ random }) => wish(inviteMember, { ...person(random), products: [PRODUCT], rights: [] }),
  ({ shown, random }) => {
    const member = one(random, shown.members?.items);
    if (!member) return undefined;
    const { id, version, name, email, phone, products, rights } = member;
    const next = { name: random.pick(NAMES), email, phone, products, rights };
    return wish(saveMember, { id, member: name === next.name ? { ...next, phone: '' } : next }, version);
  },
  ({ shown, random }) => {
    const member = one(
      random,
      shown.members?.items.filter(({ status }) => status === 'invited'),
    );
    return member && wish(resendInvitation, member.id, member.version);
  },
  ({ shown, random }) => {
    const member = one(random, shown.members?.items);
    return member && wish(removeMember, member.id, member.version);
  },
];

const alerts: readonly Idea[] = [
  ({ shown: { alerts: now }, random }) => {
    if (!now) return undefined;
    const { choices, thresholds, snoozedUntil, version } = now;
    const some = choices.filter(() => random.int(0, 3) > 0);
    return wish(
      saveAlertPreferences,
      { enabled: random.int(0, 1) === 1, snoozedUntil, choices: some, thresholds },
      version,
    );
  },
];

const ALL = [invoices, subscriptions, methods, contacts, members, alerts];

/** Something that a user may want now; `undefined` where there is nothing of the kind that was drawn. */
export const nextWish = (standing: Standing): ReturnType<Idea> => {
  const { random } = standing;
  return random.pick(random.pick(ALL))(standing);
};

/** An address is taken at times, which is refused. */
function person(random: Random) {
  const name = random.pick(NAMES);
  const email = `${name.toLowerCase()}${random.int(1, 300)}@example.com`;
  return { name, email, phone: '', receives: [] };
}

const shuffled = <T>(random: Random, items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, at: random.int(0, 1000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
