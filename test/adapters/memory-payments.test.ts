import { describe, expect, test } from 'vitest';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { InvoiceSummary, NewPaymentMethod } from '../../src/api/index.js';
import { anew, backendOf } from './memory.js';

async function unpaid(backend: MemoryAdapter): Promise<InvoiceSummary> {
  const [invoice] = (await backend.listInvoices({ status: 'failed' })).items;
  if (!invoice) throw new Error('no invoice has failed');
  return invoice;
}

describe('a failed invoice', () => {
  test('is paid with another method, and keeps every attempt', async () => {
    const backend = backendOf('past-due');
    const { id, amountDue } = await unpaid(backend);
    const declined = await backend.payInvoice(id, { method: 'pm_visa', amount: amountDue }, anew());
    expect(declined).toMatchObject({ status: 'failed', code: 'insufficient-funds', invoice: { status: 'failed' } });
    const paid = await backend.payInvoice(id, { method: 'pm_discover', amount: amountDue }, anew());
    expect(paid).toMatchObject({ status: 'succeeded', code: null, invoice: { status: 'paid' } });
    expect(paid.invoice.amountDue.amount).toBe('0');
    const { attempts } = await backend.getInvoice(id);
    expect(attempts.map(({ method, outcome }) => [method.brand, outcome])).toEqual([
      ['visa', 'declined'],
      ['mastercard', 'declined'],
      ['amex', 'declined'],
      ['visa', 'declined'],
      ['discover', 'succeeded'],
    ]);
    expect((await backend.getAccount()).status).toBe('active');
    expect(backend.control.writes().map(({ charged }) => charged)).toEqual([null, amountDue]);
  });

  test('is paid once, for the amount that is due, with a method on file', async () => {
    const backend = backendOf('past-due');
    const { id, amountDue } = await unpaid(backend);
    const pay = (method: string, amount = amountDue) => backend.payInvoice(id, { method, amount }, anew());
    await expect(pay('pm_none')).rejects.toMatchObject({
      code: 'unknown-method',
      fields: { method: 'unknown-method' },
    });
    const less = { ...amountDue, amount: '100' };
    await expect(pay('pm_discover', less)).rejects.toMatchObject({ kind: 'conflict', code: 'amount-changed' });
    await pay('pm_discover');
    await expect(pay('pm_discover')).rejects.toMatchObject({ kind: 'conflict', code: 'already-paid' });
    const other = backend.payInvoice('inv_none', { method: 'pm_visa', amount: amountDue }, anew());
    await expect(other).rejects.toMatchObject({ kind: 'not-found' });
  });
});

test('month end tries the default, then the back-ups in their order, and nobody else', async () => {
  const backend = backendOf('past-due');
  const { version } = await backend.listPaymentMethods();
  await backend.setPaymentRoles({ default: 'pm_visa', backups: ['pm_amex'] }, anew(version));
  const seed = backend.control.snapshot();
  const methods = seed.methods.map((each) => ({ ...each, declines: { '2026-12-01': 'do-not-honor' } }));
  const poor = memoryAdapter({ ...seed, methods });
  const { attempts, status, amountDue, total } = await poor.getInvoice(poor.control.endMonth() ?? '');
  expect(status).toBe('failed');
  expect(amountDue).toEqual(total);
  expect(attempts.map(({ method }) => method.id)).toEqual(['pm_visa', 'pm_amex']);
});

describe('payment methods', () => {
  const order = async (backend: MemoryAdapter) =>
    (await backend.listPaymentMethods()).items.map(({ id, role }) => `${id} ${role}`);

  test('are listed in the order in which they are charged, without what banks will say', async () => {
    const { items } = await backendOf('past-due').listPaymentMethods();
    expect(items.map(({ role }) => role)).toEqual(['default', 'backup', 'backup', 'unused']);
    expect(Object.keys(items[0] ?? {})).not.toContain('declines');
  });

  test('get other roles as a whole', async () => {
    const backend = backendOf();
    const { version } = await backend.listPaymentMethods();
    const saved = await backend.setPaymentRoles({ default: 'pm_amex', backups: ['pm_visa'] }, anew(version));
    expect(saved.version).not.toBe(version);
    expect(await order(backend)).toEqual(['pm_amex default', 'pm_visa backup', 'pm_mastercard unused']);
    const roles = { default: 'pm_visa', backups: [] };
    await expect(backend.setPaymentRoles(roles, anew(version))).rejects.toMatchObject({ kind: 'stale-version' });
    await expect(backend.setPaymentRoles(roles, anew())).rejects.toMatchObject({ code: 'version-missing' });
  });

  test.each([
    [{ default: 'pm_visa', backups: ['pm_visa'] }, 'duplicate-method', 'backups'],
    [{ default: 'pm_none', backups: [] }, 'unknown-method', 'default'],
    [{ default: 'pm_visa', backups: ['pm_amex', 'pm_none'] }, 'unknown-method', 'backups[1]'],
  ])('in the roles %j are refused', async (roles, code, field) => {
    const backend = backendOf();
    const { version } = await backend.listPaymentMethods();
    const refused = { kind: 'validation', code, fields: { [field]: code } };
    await expect(backend.setPaymentRoles(roles, anew(version))).rejects.toMatchObject(refused);
  });

  test('go one after the other: the default only with another in its place', async () => {
    const backend = backendOf();
    const remove = async (id: string, replacement: string | null) =>
      backend.removePaymentMethod(id, replacement, anew((await backend.listPaymentMethods()).version));
    await expect(remove('pm_visa', null)).rejects.toMatchObject({ kind: 'validation', code: 'replacement-missing' });
    await expect(remove('pm_visa', 'pm_visa')).rejects.toMatchObject({ code: 'unknown-method' });
    await expect(remove('pm_none', null)).rejects.toMatchObject({ kind: 'not-found' });
    await remove('pm_visa', 'pm_amex');
    expect(await order(backend)).toEqual(['pm_amex default', 'pm_mastercard backup']);
    await remove('pm_mastercard', null);
    expect((await remove('pm_amex', null)).items).toEqual([]);
  });

  test('stay while something is owed and none would be left', async () => {
    const backend = backendOf('past-due');
    const remove = async (id: string, replacement: string | null) =>
      backend.removePaymentMethod(id, replacement, anew((await backend.listPaymentMethods()).version));
    await remove('pm_visa', 'pm_discover');
    await remove('pm_mastercard', null);
    await remove('pm_amex', null);
    await expect(remove('pm_discover', null)).rejects.toMatchObject({ kind: 'conflict', code: 'open-balance' });
  });
});

describe('a new card', () => {
  const billing = {
    name: 'Marta Oliveira',
    country: 'US',
    line1: '17 Chandlery Row',
    line2: '',
    city: 'Boston',
    region: 'MA',
    postalCode: '02110',
  };
  const attach = (backend: MemoryAdapter, setup: string, own: Partial<NewPaymentMethod> = {}) =>
    backend.attachPaymentMethod({ setup, billing, consent: '2026-01', role: 'backup', ...own }, anew());

  async function confirmed(backend: MemoryAdapter, token: string): Promise<string> {
    const { id } = await backend.createSetupSession('sandbox', anew());
    backend.control.confirmSetup(id, token);
    return id;
  }

  test('is put on file as a back-up, or as the default before what was that', async () => {
    const backend = backendOf();
    const { items } = await attach(backend, await confirmed(backend, 'test_mastercard_ok'));
    expect(items.at(-1)).toMatchObject({ brand: 'mastercard', last4: '4444', role: 'backup', holder: billing.name });
    const after = await attach(backend, await confirmed(backend, 'test_visa_ok'), { role: 'default' });
    expect(after.items.map(({ role }) => role)).toEqual(['default', 'backup', 'backup', 'backup', 'backup']);
    expect(after.items[1]?.id).toBe('pm_visa');
  });

  test('is the default where there is none', async () => {
    const backend = backendOf('nothing-yet');
    const { items } = await attach(backend, await confirmed(backend, 'test_amex_ok'));
    expect(items.map(({ role }) => role)).toEqual(['default']);
    backend.control.endMonth();
    expect((await backend.listInvoices()).items[0]?.status).toBe('paid');
  });

  test.each([
    ['test_visa_declined', 'payment-declined', 'card-declined'],
    ['test_visa_insufficient_funds', 'payment-declined', 'insufficient-funds'],
    ['test_visa_expired', 'payment-declined', 'expired-card'],
    ['test_visa_cvc_fail', 'payment-declined', 'incorrect-security-code'],
    ['test_visa_postal_fail', 'validation', 'postal-mismatch'],
    ['test_visa_3ds', 'action-required', 'challenge-open'],
    ['test_visa_slow', 'conflict', 'setup-processing'],
  ])('%s is not put on file: %s %s', async (token, kind, code) => {
    const backend = backendOf();
    const before = await backend.listPaymentMethods();
    await expect(attach(backend, await confirmed(backend, token))).rejects.toMatchObject({ kind, code });
    expect(await backend.listPaymentMethods()).toEqual(before);
  });

  test('whose postal code could not be checked is put on file', async () => {
    const backend = backendOf();
    const { items } = await attach(backend, await confirmed(backend, 'test_visa_postal_unavailable'));
    expect(items).toHaveLength(4);
  });

  test('that the bank challenges is put on file once that is answered', async () => {
    const backend = backendOf();
    const setup = await confirmed(backend, 'test_visa_3ds');
    expect((await backend.getSetup(setup)).status).toBe('action-required');
    expect(backend.control.confirmSetup(setup, 'test_3ds_cancel')).toMatchObject({ status: 'failed' });
    await expect(attach(backend, setup)).rejects.toMatchObject({ code: 'authentication-cancelled' });
    backend.control.confirmSetup(setup, 'test_visa_3ds');
    backend.control.confirmSetup(setup, 'test_3ds_ok');
    expect((await attach(backend, setup)).items).toHaveLength(4);
  });

  test('that takes the processor long has succeeded when it is asked after twice', async () => {
    const backend = backendOf();
    const setup = await confirmed(backend, 'test_visa_slow');
    const asked = [await backend.getSetup(setup), await backend.getSetup(setup)];
    expect(asked.map(({ status }) => status)).toEqual(['processing', 'succeeded']);
    expect((await attach(backend, setup)).items).toHaveLength(4);
  });

  test('is on file once, and its session is used once', async () => {
    const backend = backendOf();
    const setup = await confirmed(backend, 'test_visa_ok');
    await attach(backend, setup);
    await expect(attach(backend, setup)).rejects.toMatchObject({ kind: 'conflict', code: 'setup-used' });
    const again = attach(backend, await confirmed(backend, 'test_visa_ok'));
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'already-on-file' });
  });

  test('needs a session that has not run out, a confirmation, consent and an address', async () => {
    const backend = backendOf();
    const { id, consent, expiresAt } = await backend.createSetupSession('sandbox', anew());
    expect([consent.version, expiresAt]).toEqual(['2026-01', '2026-11-18T15:50:00Z']);
    await expect(attach(backend, id)).rejects.toMatchObject({ code: 'setup-incomplete' });
    await expect(attach(backend, id, { consent: '2025-01' })).rejects.toMatchObject({ code: 'consent-missing' });
    const nowhere = { billing: { ...billing, line1: ' ' } };
    await expect(attach(backend, id, nowhere)).rejects.toMatchObject({ fields: { 'billing.line1': 'required' } });
    backend.control.now = expiresAt;
    expect((await backend.getSetup(id)).status).toBe('expired');
    await expect(attach(backend, id)).rejects.toMatchObject({ kind: 'validation', code: 'setup-expired' });
    const other = backend.createSetupSession('other', anew());
    await expect(other).rejects.toMatchObject({ code: 'unknown-vault' });
  });

  test('has to wait after five failures in ten minutes', async () => {
    const backend = backendOf();
    for (let tries = 0; tries < 5; tries++) {
      const failing = attach(backend, await confirmed(backend, 'test_visa_declined'));
      await expect(failing).rejects.toMatchObject({ kind: 'payment-declined' });
    }
    const setup = await confirmed(backend, 'test_visa_ok');
    const limited = { kind: 'rate-limited', retryAfterMs: 600_000 };
    await expect(attach(backend, setup)).rejects.toMatchObject(limited);
    backend.control.now = '2026-11-18T15:30:00Z';
    expect((await attach(backend, setup)).items).toHaveLength(4);
  });

  test('that the sandbox doesn’t know is refused', async () => {
    const backend = backendOf();
    const { id } = await backend.createSetupSession('sandbox', anew());
    expect(() => backend.control.confirmSetup(id, 'constructor')).toThrow('token');
    expect(() => backend.control.confirmSetup('set_none', 'test_visa_ok')).toThrow('setup');
  });
});
