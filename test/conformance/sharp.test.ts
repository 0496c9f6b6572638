import { describe, expect, test } from 'vitest';
import type { BillingAdapter } from '../../src/api/index.js';
import { CheckSkipped, conformance, ConformanceError, runChecks, type Check } from '../../src/conformance/index.js';
import { BROKEN } from './broken.js';
import { disturbed } from './disturbed.js';
import { TestAccount } from './test-account.js';

const only = (checks: readonly Check[], id: string): Check[] => checks.filter((check) => check.id === id);

describe('the conformance suite', () => {
  for (const { fault, finds, scenario = 'past-due', of } of BROKEN) {
    test(`finds by ${finds} that an adapter ${fault}`, async () => {
      const account = new TestAccount(scenario);
      const broken = of(account.adapter);
      const sound = await runChecks(only(conformance({ adapter: () => account.adapter, scenario: account }), finds));
      const { results } = await runChecks(only(conformance({ adapter: () => broken, scenario: account }), finds));
      expect(sound.passed).toBe(1);
      const [result] = results;
      expect(result?.status === 'failed' && result.error).toBeInstanceOf(ConformanceError);
    });
  }

  test('lets a back end answer with more than is known of', async () => {
    const account = new TestAccount('mid-month');
    const newer = disturbed(
      () => account.adapter,
      async ({ method, writes, pass }) => {
        const answer = await pass();
        const isRecord = typeof answer === 'object' && answer !== null && !writes;
        return isRecord && method !== 'findOutcome' ? { ...answer, novelty: 'of a later version' } : answer;
      },
    );
    const checks = conformance({ adapter: () => newer, scenario: account });
    const { failed } = await runChecks(checks.filter(({ id }) => /^(reads\/shape|forms)\//.test(id)));
    expect(failed).toBe(0);
  });

  test('skips with the reason what an adapter does not have, and never passes it', async () => {
    const account = new TestAccount('mid-month');
    const adapter: BillingAdapter = {
      capabilities: () => account.adapter.capabilities(),
      getAccount: () => account.adapter.getAccount(),
      listSubscriptions: () => account.adapter.listSubscriptions(),
    };
    const checks = only(conformance({ adapter: () => adapter, scenario: account }), 'contacts/added');
    const { results } = await runChecks(checks);
    expect(results).toEqual([
      expect.objectContaining({ status: 'skipped', reason: 'the adapter has no addContact()' }),
    ]);
  });

  test('skips what it is told to, with the reason that it is given', async () => {
    const account = new TestAccount('mid-month');
    const skip = { 'contacts/added': 'the test system has no contacts' };
    const [check] = only(conformance({ adapter: () => account.adapter, scenario: account, skip }), 'contacts/added');
    await expect(check?.run()).rejects.toEqual(new CheckSkipped('the test system has no contacts'));
  });

  test('refuses to skip a check that there is not', () => {
    const account = new TestAccount('mid-month');
    const options = { adapter: () => account.adapter, scenario: account, skip: { 'contacts/nonsense': '' } };
    expect(() => conformance(options)).toThrow(RangeError);
  });

  test('gives every check an id of its own and says what it needs', () => {
    const account = new TestAccount('mid-month');
    const checks = conformance({ adapter: () => account.adapter, scenario: account });
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z-]+(\/[A-Za-z-]+)+$/.test(id))).toEqual([]);
    expect(checks.filter(({ title }) => title === '')).toEqual([]);
  });
});
