import { createBackend, type ScenarioName } from '../mock-api/index.js';
import type { MemoryAdapter } from '../src/adapters/memory.js';
import type {
  BillingAdapter,
  PaymentMethod,
  Vault,
  VaultConfirmation,
  VaultField,
  VaultResult,
} from '../src/api/index.js';
import { storeFor } from '../src/store/store.js';
import { sandboxVault, type SandboxOptions } from '../src/vaults/sandbox.js';
import type { Step } from './pressing.js';

/** A back end and a vault whose cards it knows. */
export interface Counter {
  readonly adapter: BillingAdapter;
  readonly vaults: readonly Vault[];
  readonly backend: MemoryAdapter;
}

/** A back end in the state of a scenario, with the sandbox; `changes` take the place of single answers. */
export function counter(
  scenario: ScenarioName = 'mid-month',
  changes: Partial<BillingAdapter> = {},
  options: Partial<SandboxOptions> = {},
): Counter {
  const backend = createBackend(scenario);
  const adapter = { ...backend, ...changes };
  storeFor(adapter, { tries: 1 });
  const processor: SandboxOptions['processor'] = (setup, token) => backend.control.confirmSetup(setup, token);
  return { adapter, backend, vaults: [sandboxVault({ script: '/sandbox-frame.js', processor, ...options })] };
}

const card: PaymentMethod = {
  id: 'pm_visa',
  kind: 'card',
  brand: 'visa',
  last4: '4242',
  expires: '2028-04',
  role: 'default',
  holder: 'Marta Oliveira',
};

const brands = ['visa', 'mastercard', 'amex', 'discover', 'elo'];

/** A default and a number of back-ups. */
export const cards = (count: number): PaymentMethod[] =>
  Array.from({ length: count }, (_, index) => ({
    ...card,
    id: `pm_${index}`,
    brand: brands[index % brands.length] ?? 'visa',
    last4: String(4242 - index),
    role: index === 0 ? 'default' : 'backup',
  }));

/** One that ends this month, one that has ended, and one that isn't charged. */
export const expiring: readonly PaymentMethod[] = [
  { ...card, expires: '2026-11' },
  { ...card, id: 'pm_old', brand: 'mastercard', last4: '4444', expires: '2026-10', role: 'backup' },
  { ...card, id: 'pm_unused', brand: 'amex', last4: '0005', role: 'unused' },
];

/** What else a back end may have on file. */
export const otherKinds: readonly PaymentMethod[] = [
  { ...card, id: 'pm_bank', kind: 'bank-account', brand: 'Harbor Savings Bank', last4: '6789', expires: null },
  { ...card, id: 'pm_wallet', kind: 'wallet', brand: 'Tidepay', last4: '', expires: null, role: 'backup' },
];

/** A name that is up to no good, and a long one. */
export const hostile: readonly PaymentMethod[] = [
  { ...card, brand: '<img src=x onerror=alert(1)>', holder: `\u202e${'Holder '.repeat(40)}` },
];

/** A back end with these methods on file. */
export const filed = (items: readonly PaymentMethod[]): Counter =>
  counter('mid-month', { listPaymentMethods: () => Promise.resolve({ items, next: null, version: '1' }) });

/** Without back-ups: one is charged, the others are kept. */
export function withoutBackups(): Counter {
  const items = cards(2).map((each, index): PaymentMethod => (index === 0 ? each : { ...each, role: 'unused' }));
  return counter('mid-month', {
    listPaymentMethods: () => Promise.resolve({ items, next: null, version: '1' }),
    capabilities: async (options) => {
      const known = await createBackend('mid-month').capabilities(options);
      return { ...known, features: { ...known.features, backups: false } };
    },
  });
}

/** A back end that lets its user look only. */
export const readOnly = (): Counter =>
  counter('mid-month', {
    capabilities: async (options) => ({
      ...(await createBackend('mid-month').capabilities(options)),
      'payment-methods': { read: true, write: false, reason: 'Only the owner of the account may change this.' },
    }),
  });

/** Fields that are filled in already: what a real provider's frame wouldn't let a story do. */
class FilledField extends EventTarget implements VaultField {
  readonly #token: string;
  readonly #backend: MemoryAdapter;

  constructor(target: HTMLElement, token: string, backend: MemoryAdapter) {
    super();
    this.#token = token;
    this.#backend = backend;
    target.textContent = '\u20664242 4242 4242 4242 · 04 / 28 · 123\u2069';
    queueMicrotask(() => {
      this.dispatchEvent(new Event('ready'));
      this.dispatchEvent(new CustomEvent('change', { detail: { complete: true } }));
    });
  }

  focus(): void {}
  clear(): void {}
  destroy(): void {}

  confirm({ session }: VaultConfirmation): Promise<VaultResult> {
    const { status, code } = this.#backend.control.confirmSetup(session.id, this.#token);
    return Promise.resolve({ status: status === 'failed' ? 'failed' : 'succeeded', ...(code !== null && { code }) });
  }
}

/** A back end whose vault is filled in with a test card. */
export function filledIn(token: string): Counter {
  const known = counter('mid-month');
  const vault: Vault = {
    name: 'sandbox',
    load: () => Promise.resolve(),
    mount: (target) => new FilledField(target, token, known.backend),
  };
  return { ...known, vaults: [vault] };
}

/** What it takes to have a card verified. */
export const FILLED: readonly Step[] = [
  /^Add payment method$/,
  ['billing.name', 'Marta Oliveira'],
  ['billing.line1', '17 Chandlery Row'],
  ['billing.city', 'Boston'],
  ['billing.region', 'MA'],
  ['billing.postalCode', '02110'],
  ['consent', 'on'],
  /^Verify my card$/,
];
