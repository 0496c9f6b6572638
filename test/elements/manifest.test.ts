import { expect } from 'chai';
import { tokens } from '../../src/styles/tokens.js';
import { declarationOf, namesIn } from '../helpers/manifest.js';

describe('manifest', () => {
  for (const tag of [
    'account-users',
    'add-ons',
    'billing-alerts',
    'billing-contacts',
    'billing-summary',
    'invoice-detail',
    'invoice-list',
    'next-invoice',
    'payment-methods',
    'plan-picker',
    'subscription-list',
    'usage-report',
  ])
    it(`names exactly the tokens that the styles of ${tag} read`, async () => {
      const read = [...tokens.cssText.matchAll(/var\((--billing-[\w-]+)/g)].map(([, name]) => name);
      expect(read.sort()).to.deep.equal(namesIn((await declarationOf(tag))?.cssProperties));
    });
});
