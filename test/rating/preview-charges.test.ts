import { expect, test } from 'vitest';
import {
  graduatedModel,
  perUnitModel,
  previewCharges,
  previewInvoice,
  volumeModel,
  type ChargesInput,
} from '../../src/rating/index.js';
import { planOf } from './plans.js';
import { thrownBy } from './thrown.js';

const september = { start: '2026-09-01', end: '2026-10-01' };
const october = { start: '2026-10-01', end: '2026-11-01' };
const tiers = [
  { upTo: '10', unitAmount: '1.29' },
  { upTo: null, unitAmount: '0.99' },
];
const input: ChargesInput = {
  dates: { issueDate: '2026-10-01', advance: october, arrears: september },
  subscriptions: [planOf(), planOf({ id: 'tiered', price: { type: 'graduated', tiers } })].map((plan, index) => ({
    id: `sub-${index}`,
    plan,
    trialEnd: '2026-09-10',
    lines: 1,
    addOns: [],
    usage: [{ date: '2026-09-15', quantities: { operator: '7200' } }],
  })),
};

test('charges alone are the same invoice as of all that there is, explained alike', () => {
  expect(previewCharges(input, [perUnitModel, graduatedModel])).toEqual(previewInvoice(input));
});

test('a price whose model is not given is refused', () => {
  const refused = thrownBy(() => previewCharges(input, [perUnitModel, volumeModel]));
  expect(refused).toEqual(['unknown-model', 'subscriptions[1].plan.usage[0].price.type']);
});

test('what only the whole invoice has is refused, never left out', () => {
  const more = { ...input, coupons: [{ id: 'c', percent: '20' }] };
  expect(thrownBy(() => previewCharges(more, [perUnitModel, graduatedModel]))).toEqual(['malformed-input', 'coupons']);
});
