import { describe, expect, test } from 'vitest';
import {
  checkInvoice,
  moneyText,
  previewInvoice,
  ratePlanChange,
  type PlanChangeInput,
  type PlanChange,
  type PlanChangeTiming,
  type ProrationPolicy,
  type RatedPlan,
} from '../../src/rating/index.js';
import { checkDerivation } from '../../src/rating/derivation.js';
import { planOf } from './plans.js';
import { thrownBy } from './thrown.js';

const RESULT: ProrationPolicy = { basis: 'calendar-days', round: { step: 'result' }, cap: 'full-price' };
const SEPTEMBER = { start: '2026-09-01', end: '2026-10-01' };
const FROM_16TH = { start: '2026-09-16', end: '2026-10-01' };

const change = (timing: PlanChangeTiming, own: Partial<PlanChangeInput> = {}): PlanChangeInput => ({
  currency: 'USD',
  credit: { amount: '139.00', full: SEPTEMBER, part: FROM_16TH },
  charge: { amount: '259.00', full: SEPTEMBER, part: FROM_16TH },
  planChange: { upgrade: timing, downgrade: timing },
  proration: RESULT,
  rounding: { mode: 'half-up', scale: 2 },
  ...own,
});

describe('a change in the middle of a period', () => {
  test('of the whole cycle costs the difference of the base fees', () => {
    expect(ratePlanChange(change('whole-cycle'))).toMatchObject({
      creditNet: '139',
      chargeNet: '259',
      total: '120',
      direction: 'upgrade',
    });
  });
  test('that is prorated credits what is left of one plan and charges the rest of the other', () => {
    expect(ratePlanChange(change('prorated'))).toMatchObject({ creditNet: '69.5', chargeNet: '129.5', total: '60' });
  });
  test('that waits for the next period costs nothing now', () => {
    expect(ratePlanChange(change('next-period'))).toMatchObject({ creditNet: '0', chargeNet: '0', total: '0' });
  });
  test('rounds net amounts before their tax', () => {
    const march = { start: '2024-03-01', end: '2024-04-01' };
    const part = { start: '2024-03-12', end: '2024-04-01' };
    const rated = ratePlanChange(
      change('prorated', {
        credit: { amount: '15', full: march, part },
        charge: { amount: '19', full: march, part },
        taxRate: '25',
      }),
    );
    expect(rated).toMatchObject({
      creditNet: '9.68',
      creditTax: '2.42',
      creditGross: '12.1',
      chargeNet: '12.26',
      chargeTax: '3.07',
      chargeGross: '15.33',
      total: '3.23',
    });
    expect(Object.values(rated.derivations).flatMap((tree) => checkDerivation(tree))).toEqual([]);
  });
  test('never credits more than was charged', () => {
    const credit = { amount: '139.00', full: SEPTEMBER, part: FROM_16TH, charged: '46.33' };
    expect(ratePlanChange(change('prorated', { credit })).creditNet).toBe('46.33');
  });
  test('goes up or down by the base fee, each with a timing of its own', () => {
    const planChange = { upgrade: 'prorated', downgrade: 'next-period' } as const;
    const down = { credit: { amount: '259.00' }, charge: { amount: '139.00' }, planChange };
    expect(ratePlanChange(change('prorated', { planChange })).timing).toBe('prorated');
    expect(ratePlanChange(change('prorated', down))).toMatchObject({
      direction: 'downgrade',
      timing: 'next-period',
      total: '0',
    });
  });
  test('needs its periods where it is prorated, and a known timing', () => {
    expect(thrownBy(() => ratePlanChange(change('prorated', { credit: { amount: '1' } })))).toEqual([
      'missing-policy',
      'credit.full',
    ]);
    expect(thrownBy(() => ratePlanChange(change('later' as PlanChangeTiming)))).toEqual([
      'unknown-policy',
      'planChange.upgrade',
    ]);
  });
});

describe('changes on an invoice', () => {
  const planWith = (id: string, baseFee: string, timing: PlanChangeTiming): RatedPlan =>
    planOf({
      id,
      name: id,
      baseFee,
      policies: { proration: RESULT, planChange: { upgrade: timing, downgrade: timing } },
    });
  const preview = (timing: PlanChangeTiming) => {
    const [a, b, c] = [planWith('a', '30.00', timing), planWith('b', '60.00', timing), planWith('c', '90.00', timing)];
    const subscription = { id: 's', plan: c, trialEnd: null, lines: 0, addOns: [], usage: [] };
    const planChanges = [
      { subscription: 's', from: a, to: b, date: '2026-09-11', period: SEPTEMBER },
      { subscription: 's', from: b, to: c, date: '2026-09-21', period: SEPTEMBER },
    ];
    const dates = { issueDate: '2026-10-01', advance: { start: '2026-10-01', end: '2026-11-01' }, arrears: SEPTEMBER };
    return previewInvoice({ dates, subscriptions: [subscription], planChanges });
  };
  const amounts = (timing: PlanChangeTiming): string[] =>
    preview(timing)
      .lines.filter(({ kind }) => kind === 'plan-change')
      .map(({ amount }) => moneyText(amount));

  test('are two lines each, which explain themselves', () => {
    expect(amounts('prorated')).toEqual(['-20.00', '40.00', '-20.00', '30.00']);
    expect(checkInvoice(preview('prorated'))).toEqual([]);
  });
  test('over a whole cycle end at the fee of the last plan', () =>
    expect(amounts('whole-cycle')).toEqual(['-30.00', '60.00', '-60.00', '90.00']));
  test('that wait leave no line', () => expect(amounts('next-period')).toEqual([]));
});

describe('a credit on an invoice', () => {
  const planWith = (id: string, baseFee: string, timing: PlanChangeTiming): RatedPlan =>
    planOf({
      id,
      baseFee,
      policies: { proration: RESULT, zeroLines: 'keep', planChange: { upgrade: timing, downgrade: timing } },
    });
  const [a, b, c] = [
    planWith('a', '30.00', 'prorated'),
    planWith('b', '60.00', 'whole-cycle'),
    planWith('c', '90.00', 'next-period'),
  ];
  const amounts = (...changes: Partial<PlanChange>[]): string[] => {
    const own = { id: 's', plan: c, trialEnd: null, lines: 0, addOns: [], usage: [] };
    const base = { subscription: 's', from: a, to: b, date: '2026-09-11', period: SEPTEMBER };
    const dates = { issueDate: '2026-10-01', advance: { start: '2026-10-01', end: '2026-11-01' }, arrears: null };
    const planChanges = changes.map((change) => ({ ...base, ...change }));
    return previewInvoice({ dates, subscriptions: [own, { ...own, id: 't' }], planChanges })
      .lines.filter(({ kind }) => kind === 'plan-change')
      .map(({ amount }) => moneyText(amount));
  };

  test('is at most what was charged, on this invoice or before', () => {
    expect(amounts({})).toEqual(['-20.00', '40.00']);
    expect(amounts({ charged: '10' })).toEqual(['-10.00', '40.00']);
    expect(amounts({}, { from: b, to: c, date: '2026-09-21' })).toEqual(['-20.00', '40.00', '-40.00', '90.00']);
    expect(amounts({}, { from: b, to: c, date: '2026-09-21', charged: '5' })).toEqual([
      '-20.00',
      '40.00',
      '-40.00',
      '90.00',
    ]);
  });

  test('does not look at what another subscription, or another version of the plan, was charged', () => {
    expect(amounts({}, { subscription: 't', from: b, to: c, date: '2026-09-21' })).toEqual([
      '-20.00',
      '40.00',
      '-60.00',
      '90.00',
    ]);
    expect(amounts({}, { from: { ...b, version: '2' }, to: c, date: '2026-09-21' })).toEqual([
      '-20.00',
      '40.00',
      '-60.00',
      '90.00',
    ]);
  });

  test('is no line where the change waits', () => {
    expect(amounts({ from: c, to: a })).toEqual([]);
  });
});
