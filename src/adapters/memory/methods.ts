import type { NewPaymentMethod, PageQuery, PaymentMethod, PaymentRoles, VersionedPage } from '../../api/index.js';
import { isUnpaid } from './invoice-status.js';
import { pageOf } from './pages.js';
import { found, needField, needState, needVersion } from './refuse.js';
import type { SeedMethod } from './seed.js';
import { CONSENT, needConfirmed, usedSetup } from './setups.js';
import { newId, type State } from './state.js';

/** The default first, then the back-ups in order, then what is on file only. Never what its bank will say. */
export function listMethods(state: State, query: PageQuery = {}): VersionedPage<PaymentMethod> {
  return { ...pageOf(state.methods.map(shownMethod), query), version: versionOf(state) };
}

/** Puts a method on file by what the processor said of its setup. */
export function attachMethod(state: State, method: NewPaymentMethod): VersionedPage<PaymentMethod> {
  needField(
    method.consent === CONSENT.version,
    'consent',
    'consent-missing',
    'The authorization must be consented to.',
  );
  needBilling(method);
  const { setup, card, fingerprint } = needConfirmed(state, method.setup);
  const known = state.methods.some((each) => each.fingerprint === fingerprint);
  needState(!known, 'already-on-file', 'This card is on file already.');
  const role =
    method.role === 'default' || state.methods.every((each) => each.role !== 'default') ? 'default' : 'backup';
  const added: SeedMethod = { ...card, id: newId(state, 'pm'), role, holder: method.billing.name, fingerprint };
  usedSetup(state, setup);
  return saved(state, role === 'default' ? [added, ...withoutDefault(state.methods)] : [...state.methods, added]);
}

/** Says who is charged first and who after it; whoever is not named is charged no more. */
export function setRoles(state: State, roles: PaymentRoles, ifVersion?: string): VersionedPage<PaymentMethod> {
  needVersion(ifVersion, versionOf(state));
  const named = [roles.default, ...roles.backups];
  needField(new Set(named).size === named.length, 'backups', 'duplicate-method', 'A payment method is named twice.');
  needKnown(state, 'default', roles.default);
  for (const [index, id] of roles.backups.entries()) needKnown(state, `backups[${index}]`, id);
  const others = state.methods.filter(({ id }) => !named.includes(id)).map((each) => ({ ...each, role: 'unused' }));
  const chosen = named.map((id, index) => ({
    ...found(state.methods, id, 'payment method'),
    role: index === 0 ? 'default' : 'backup',
  }));
  return saved(state, [...chosen, ...others]);
}

/** Takes a method off file. The default needs another in its place, the last one an account that owes nothing. */
export function removeMethod(
  state: State,
  id: string,
  replacement: string | null,
  ifVersion?: string,
): VersionedPage<PaymentMethod> {
  const method = found(state.methods, id, 'payment method');
  needVersion(ifVersion, versionOf(state));
  const others = state.methods.filter((each) => each !== method);
  if (others.length === 0) needState(!state.invoices.some(isUnpaid), 'open-balance', 'An invoice is still to be paid.');
  const missing = method.role === 'default' && others.length > 0 && replacement === null;
  needField(!missing, 'replacement', 'replacement-missing', 'Another payment method must take its place.');
  if (replacement === null) return saved(state, others);
  const next = others.find((each) => each.id === replacement);
  needField(next !== undefined, 'replacement', 'unknown-method', 'There is no such other payment method.');
  return saved(state, [{ ...next, role: 'default' }, ...withoutDefault(others.filter((each) => each !== next))]);
}

function shownMethod({ id, kind, brand, last4, expires, role, holder }: SeedMethod): PaymentMethod {
  return { id, kind, brand, last4, expires, role, holder };
}

const versionOf = ({ methodsRevision }: State): string => String(methodsRevision);

function saved(state: State, methods: readonly SeedMethod[]): VersionedPage<PaymentMethod> {
  state.methods = methods;
  state.methodsRevision += 1;
  return listMethods(state);
}

/** What was the default is the first back-up. */
const withoutDefault = (methods: readonly SeedMethod[]): SeedMethod[] =>
  methods.map((each) => (each.role === 'default' ? { ...each, role: 'backup' } : each));

function needKnown({ methods }: State, field: string, id: string): void {
  needField(
    methods.some((each) => each.id === id),
    field,
    'unknown-method',
    'There is no such payment method.',
  );
}

function needBilling({ billing }: NewPaymentMethod): void {
  for (const field of ['name', 'line1'] as const)
    needField(billing[field].trim() !== '', `billing.${field}`, 'required', 'It is needed.');
  needField(/^[A-Z]{2}$/.test(billing.country), 'billing.country', 'unknown-country', 'Two letters such as US.');
}
