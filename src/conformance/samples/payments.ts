import type { BillingAddress, NewPaymentMethod, PaymentMethod, SetupSession, VersionedPage } from '../../api/index.js';
import { holds, present } from '../expect.js';
import type { Kit } from '../needs.js';

/** What a new method is billed to. */
export const ADDRESS: BillingAddress = {
  name: 'Ada Conformance',
  country: 'US',
  line1: '12 Chapel Street',
  line2: '',
  city: 'Salem',
  region: 'MA',
  postalCode: '01970',
};

/** A session that nothing has happened in yet. */
export const newSession = ({ adapter, facts, key }: Kit<'createSetupSession' | 'facts.vault'>): Promise<SetupSession> =>
  adapter.createSetupSession(facts.vault, { idempotencyKey: key() });

/** What it takes to get as far as a verified method. */
export const VERIFY = ['createSetupSession', 'facts.vault', 'facts.goodToken', 'scenario.setUp'] as const;

/** A method that the vault has verified, ready to be put on file. */
export async function verifiedMethod(kit: Kit<(typeof VERIFY)[number]>): Promise<NewPaymentMethod> {
  const session = await newSession(kit);
  await kit.scenario.setUp(session.id, kit.facts.goodToken);
  return { setup: session.id, billing: ADDRESS, consent: session.consent.version, role: 'backup' };
}

/** The list as a whole. Its order says who is charged, so no page may be left out. */
export async function methodsOf({ adapter }: Kit<'listPaymentMethods'>): Promise<VersionedPage<PaymentMethod>> {
  const page = await adapter.listPaymentMethods({ limit: 100 });
  holds(page.next === null, 'the test account has at most 100 payment methods', page.next, null);
  return page;
}

/** The one that is charged first. */
export const defaultOf = ({ items }: VersionedPage<PaymentMethod>): PaymentMethod =>
  present(
    items.find(({ role }) => role === 'default'),
    'one payment method is the default',
  );
