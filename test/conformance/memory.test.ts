import { describe } from 'vitest';
import { conformance } from '../../src/conformance/index.js';
import { losing } from './disturbed.js';
import { TestAccount } from './test-account.js';
import { testsOf } from './tests-of.js';

describe('the memory adapter', () => {
  const account = new TestAccount('past-due');
  const { adapter, loseAnswer } = losing(account.adapter);
  testsOf(conformance({ adapter: () => adapter, scenario: Object.assign(account, { loseAnswer }) }));
});

const NOTHING = { read: false, write: false, reason: 'Billing is not for you.' };

for (const [user, account] of [
  ['may only look', new TestAccount('read-only')],
  ['may not even look', new TestAccount('mid-month', { access: NOTHING })],
] as const) {
  describe(`the memory adapter, for a user who ${user}`, () => {
    const checks = conformance({ adapter: () => account.adapter, scenario: account });
    testsOf(checks.filter(({ id }) => /^capabilities\/(read|write|reasons)/.test(id)));
  });
}
