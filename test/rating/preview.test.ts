import { describe, expect, test } from 'vitest';
import {
  addOnPurchase,
  checkInvoice,
  moneyText,
  monthOf,
  previewAllowances,
  previewInvoice,
  rateEarlyCharge,
  steps,
  type InvoicePreview,
  type Policies,
  type PreviewInput,
  type ProrationPolicy,
  type RatedPlan,
  type RatedSubscription,
} from '../../src/rating/index.js';
import { planOf } from './plans.js';
import { thrownBy } from './thrown.js';

const SEPTEMBER = { start: '2026-09-01', end: '2026-10-01' };
const OCTOBER = { start: '2026-10-01', end: '2026-11-01' };
const FIRST = { issueDate: '2026-09-11', advance: SEPTEMBER, arrears: null };
const SECOND = { issueDate: '2026-10-01', advance: OCTOBER, arrears: SEPTEMBER };
const RESULT: ProrationPolicy = { basis: 'calendar-days', round: { step: 'result' }, cap: 'full-price' };

const planWith = (policies: Partial<Policies>, own: Partial<RatedPlan> = {}): RatedPlan => planOf({ ...own, policies });
const minutes = (count: number, date = '2026-09-20'): RatedSubscription['usage'] => [
  { date, quantities: { operator: String(count * 60) } },
];
const sub = (own: Partial<RatedSubscription> = {}): RatedSubscription => ({
  id: 's',
  plan: planOf(),
  trialEnd: '2026-09-10',
  lines: 0,
  addOns: [],
  usage: [],
  ...own,
});
const preview = (subscription: RatedSubscription, own: Partial<PreviewInput> = {}): InvoicePreview =>
  previewInvoice({ dates: SECOND, subscriptions: [subscription], ...own });
const shown = (invoice: InvoicePreview): string[] =>
  invoice.lines.map((line) => `${line.kind} ${moneyText(line.amount)}`);
const firstBase = (plan: RatedPlan, trialEnd: string): string =>
  shown(preview(sub({ plan, trialEnd }), { dates: { ...FIRST, advance: monthOf(trialEnd) } }))[0] ?? 'none';

describe('the worked figures of the family', () => {
  test('case 57: a trial that ends on 10 September leaves 20 days: 139.00 ÷ 30 = 4.63, × 20 = 92.60', () => {
    const invoice = preview(sub(), { dates: FIRST });
    expect(shown(invoice)).toEqual(['base 92.60']);
    expect(
      steps(invoice.lines[0]?.derivation ?? invoice.derivation).map(
        ({ op, result }) => `${op} ${result.value} ${result.unit}`,
      ),
    ).toEqual(['divide 4.63 USD/day', 'multiply 92.6 USD']);
  });
  test('case 57: rounded once it is 92.67, and with the last day of the trial charged 21 days are 97.23', () => {
    expect(firstBase(planWith({ proration: RESULT }), '2026-09-10')).toBe('base 92.67');
    expect(firstBase(planWith({ trialEndDay: 'charged' }), '2026-09-10')).toBe('base 97.23');
  });
  test('case 57: the second invoice has 67 minutes: 77 are 10 over, 12.90, and not the 11.90 of the page', () => {
    const invoice = preview(sub({ usage: minutes(77) }));
    expect(shown(invoice)).toEqual(['base 139.00', 'overage 12.90']);
    expect(invoice.allowances).toMatchObject([{ included: '67', used: '77', over: '10' }]);
  });
  test.each([
    ['2026-02-10', 'base 89.28'],
    ['2028-02-10', 'base 91.01'],
    ['2026-09-10', 'base 92.60'],
    ['2026-12-10', 'base 94.08'],
    ['2026-09-01', 'base 134.27'],
    ['2026-09-29', 'base 4.63'],
    ['2026-09-30', 'none'],
    ['2028-02-28', 'base 4.79'],
  ])('a trial until %s: %s', (trialEnd, base) => expect(firstBase(planOf(), trialEnd)).toBe(base));
});

describe('a subscription within its period', () => {
  test('is charged from its start, and up to its end', () => {
    expect(shown(preview(sub({ trialEnd: null, start: '2026-10-16' })))).toEqual(['base 71.68']);
    expect(shown(preview(sub({ trialEnd: null, end: '2026-10-16' })))).toEqual(['base 67.20']);
    expect(shown(preview(sub({ trialEnd: null, end: '2026-10-16', plan: planWith({ endDay: 'charged' }) })))).toEqual([
      'base 71.68',
    ]);
  });
  test('that ended before the period in advance has its overage only', () => {
    const ended = sub({
      trialEnd: null,
      end: '2026-09-16',
      usage: minutes(60, '2026-09-03'),
      lines: 2,
      plan: planOf({ lines: { included: 1, fee: '10.00' } }),
    });
    expect(shown(preview(ended))).toEqual(['overage 12.90']);
  });
  test('that runs in neither period is refused', () => {
    expect(thrownBy(() => preview(sub({ trialEnd: null, end: '2026-08-16' })))[0]).toBe('outside-subscription');
    expect(thrownBy(() => preview(sub({ trialEnd: null, start: '2026-11-01' })))[0]).toBe('outside-subscription');
  });
});

describe('policies', () => {
  test('an allowance that is not prorated is whole after a trial', () => {
    const allowance = { proration: { ...RESULT, basis: 'none' }, rounding: 'half-up' } as const;
    expect(preview(sub({ plan: planWith({ allowance }), usage: minutes(77) })).allowances[0]?.included).toBe('100');
  });
  test('a base fee in arrears is that of the month that ended', () => {
    const [base] = preview(sub({ plan: planWith({ baseFeeTerm: 'arrears' }) })).lines;
    expect([base?.term, base?.period.start, base && moneyText(base.amount)]).toEqual([
      'arrears',
      '2026-09-11',
      '92.60',
    ]);
    expect(preview(sub({ plan: planWith({ baseFeeTerm: 'arrears' }) }), { dates: FIRST }).lines).toEqual([]);
  });
  test('a line of zero is dropped or kept', () => {
    const free = { baseFee: '0.00' };
    expect(shown(preview(sub({ plan: planWith({}, free) })))).toEqual([]);
    expect(shown(preview(sub({ plan: planWith({ zeroLines: 'keep' }, free) })))).toEqual(['base 0.00']);
  });
  test('a pool covers what one subscription uses beyond its own allowance with what another leaves', () => {
    const plan = planWith({ allowance: { proration: RESULT, rounding: 'half-up', pooling: 'same-plan' } });
    const two = (used: number) => [
      sub({ id: 'a', trialEnd: null, plan, usage: minutes(70) }),
      sub({ id: 'b', trialEnd: null, plan, usage: minutes(used) }),
    ];
    expect(previewAllowances(SEPTEMBER, two(125)).map(({ over }) => over)).toEqual(['0', '0']);
    expect(previewAllowances(SEPTEMBER, two(150)).map(({ over }) => over)).toEqual(['0', '20']);
    expect(checkInvoice(previewInvoice({ dates: SECOND, subscriptions: two(150) }))).toEqual([]);
  });
  test('a proration by seconds counts the hours of the month, and needs to know when days begin', () => {
    const plan = planWith({ proration: { ...RESULT, basis: 'seconds' } }, { baseFee: '721.00' });
    const dates = { issueDate: '2024-11-16', advance: { start: '2024-11-01', end: '2024-12-01' }, arrears: null };
    const dayStarts = {
      '2024-11-01': '2024-11-01T00:00:00-04:00',
      '2024-11-16': '2024-11-16T00:00:00-05:00',
      '2024-12-01': '2024-12-01T00:00:00-05:00',
    };
    expect(shown(preview(sub({ plan, trialEnd: '2024-11-15' }), { dates, dayStarts }))).toEqual(['base 360.00']);
    expect(thrownBy(() => preview(sub({ plan, trialEnd: '2024-11-15' }), { dates, dayStarts: {} }))).toEqual([
      'missing-policy',
      'dayStarts.2024-11-01',
    ]);
  });
  test('one that is missing or unknown is refused by name', () => {
    const broken = { ...planOf(), policies: { allowance: undefined } as unknown as Partial<Policies> };
    expect(thrownBy(() => preview(sub({ plan: broken })))).toEqual([
      'missing-policy',
      'subscriptions[0].plan.policies.allowance',
    ]);
    const odd = { ...planOf(), policies: { lines: 'half' } as unknown as Partial<Policies> };
    expect(thrownBy(() => preview(sub({ plan: odd })))).toEqual([
      'unknown-policy',
      'subscriptions[0].plan.policies.lines',
    ]);
  });
});

describe('an early charge', () => {
  const plan = planWith({ earlyCharge: { at: 'allowance-multiple', times: '2' } });
  const early = (used: number, charged = '0') => {
    const alreadyCharged = [{ charge: 'operator', period: SEPTEMBER, quantity: charged }];
    return rateEarlyCharge(sub({ plan, trialEnd: null, usage: minutes(used), alreadyCharged }), 'operator', SEPTEMBER);
  };
  test('is due when usage has passed twice the allowance, for all that is over', () => {
    expect(early(200)).toMatchObject({ due: false, quantity: '100', lines: [] });
    expect(early(201)).toMatchObject({ due: true, quantity: '101', lines: [{ amount: '130.29', quantity: '101' }] });
  });
  test('is due again only when as much again is used', () => {
    expect(early(301, '101').due).toBe(false);
    expect(early(302, '101')).toMatchObject({ due: true, quantity: '101' });
  });
  test('can be due at an amount, or never', () => {
    const at = (policy: Policies['earlyCharge']) =>
      rateEarlyCharge(
        sub({ plan: planWith({ earlyCharge: policy }), trialEnd: null, usage: minutes(110) }),
        'operator',
        SEPTEMBER,
      ).due;
    expect([at({ at: 'amount', amount: '12.90' }), at({ at: 'amount', amount: '12.91' }), at(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('leaves the invoice of the month what is not charged yet, tiers included', () => {
    const price = {
      type: 'graduated',
      tiers: [
        { upTo: '120', unitAmount: '1' },
        { upTo: null, unitAmount: '0.5' },
      ],
    } as const;
    const graduated = planOf({ price, policies: plan.policies ?? {} });
    const invoice = (charged: string) => {
      const alreadyCharged = [{ charge: 'operator', period: SEPTEMBER, quantity: charged }];
      return preview(sub({ plan: graduated, trialEnd: null, usage: minutes(250), alreadyCharged }));
    };
    expect(shown(invoice('0')).slice(1)).toEqual(['overage 120.00', 'overage 15.00']);
    expect(shown(invoice('101')).slice(1)).toEqual(['overage 19.00', 'overage 15.00']);
    expect(shown(invoice('150')).slice(1)).toEqual([]);
    expect(shown(invoice('160')).slice(1)).toEqual(['overage -5.00']);
    expect(checkInvoice(invoice('160'))).toEqual([]);
  });
});

describe('what comes after the charges', () => {
  const full = (): InvoicePreview =>
    preview(sub({ usage: minutes(77), lines: 2, plan: planOf({ lines: { included: 1, fee: '10.00' } }) }), {
      coupons: [{ id: 'SAVE', name: 'Save', amount: '20.00' }],
      taxes: [{ id: 'state', percent: '7.25' }],
      creditNotes: [{ id: 'CN-1', amount: '50.00' }],
      prepaid: '1000.00',
    });
  test('are lines in one order, and the total is the sum of all lines', () => {
    expect(shown(full())).toEqual([
      'base 139.00',
      'overage 12.90',
      'lines 10.00',
      'coupon -20.00',
      'tax 10.29',
      'credit-note -50.00',
      'prepaid -102.19',
    ]);
    expect(moneyText(full().total)).toBe('0.00');
    expect(checkInvoice(full())).toEqual([]);
  });
  test('tax is due on the kinds of line that it is for', () => {
    expect(
      shown(preview(sub({ usage: minutes(77) }), { taxes: [{ id: 'telecom', percent: '10', kinds: ['overage'] }] })),
    ).toContain('tax 1.29');
  });
  test('tax that prices contain is told beside the lines', () => {
    const invoice = preview(sub(), { taxes: [{ id: 'vat', percent: '20' }], tax: { prices: 'inclusive' } });
    expect(shown(invoice)).toEqual(['base 139.00']);
    expect(invoice.includedTax && moneyText(invoice.includedTax.amount)).toBe('23.17');
    expect(checkInvoice(invoice)).toEqual([]);
  });
  test('a coupon over 100 % is refused', () => {
    expect(thrownBy(() => preview(sub(), { coupons: [{ id: 'a', percent: '101' }] }))).toEqual([
      'percentage-out-of-range',
      'coupons[0].percent',
    ]);
  });
});

describe('lines from elsewhere', () => {
  const bought = (addOns: Policies['addOns']) =>
    addOnPurchase({
      subscription: 's',
      plan: planWith({ addOns }),
      addOn: { id: 'on-call', name: 'On-Call', fee: '25.00' },
      period: SEPTEMBER,
      date: '2026-09-16',
    });
  test('an add-on that was bought in mid-period is invoiced at once, in full or for the rest', () => {
    const alone = {
      dates: { ...FIRST, issueDate: '2026-09-16' },
      subscriptions: [],
      currency: { currency: 'USD', exponent: 2 },
    };
    expect(shown(previewInvoice({ ...alone, adjustments: [bought('full')] }))).toEqual(['add-on 25.00']);
    expect(shown(previewInvoice({ ...alone, adjustments: [bought('prorated')] }))).toEqual(['add-on 12.45']);
    expect(thrownBy(() => previewInvoice({ ...alone, adjustments: [] }))).toEqual(['malformed-input', 'subscriptions']);
  });
  test('a line whose tree gives another amount is refused, and so are two with one key', () => {
    expect(thrownBy(() => preview(sub(), { adjustments: [{ ...bought('full'), amount: '24.00' }] }))).toEqual([
      'malformed-input',
      'adjustments[0].derivation',
    ]);
    expect(thrownBy(() => preview(sub(), { adjustments: [bought('full'), bought('full')] }))).toEqual([
      'duplicate-key',
      'lines',
    ]);
  });
});
