import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkInvoice,
  fromMoney,
  previewInvoice,
  type Policies,
  type PreviewInput,
  type Price,
  type ProrationPolicy,
  type RatedPlan,
  type RatedSubscription,
} from '../../src/rating/index.js';
import { add, compare, ZERO } from '../../src/rating/decimal.js';

/** As JSON has them: an object without a prototype takes several times as long. */
const record = <T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> =>
  fc.record<T>(model, { noNullPrototype: true });

const money = fc.nat(999_99).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
const unitAmount = fc.nat(99_999).map((n) => `0.${String(n).padStart(5, '0')}`);
const tiers = fc
  .array(record({ step: fc.integer({ min: 1, max: 80 }), unitAmount, flatAmount: money }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((steps) => {
    let bound = 0;
    return steps.map(({ step, ...amounts }, index) => ({
      upTo: index === steps.length - 1 ? null : String((bound += step)),
      ...amounts,
    }));
  });
const price: fc.Arbitrary<Price> = fc.oneof(
  record({ type: fc.constant('per-unit' as const), unitAmount }),
  record({ type: fc.constantFrom('graduated' as const, 'volume' as const), tiers }),
  record({
    type: fc.constant('stairstep' as const),
    tiers: tiers.map((all) => all.map(({ upTo, flatAmount }) => ({ upTo, flatAmount }))),
  }),
  record({
    type: fc.constant('package' as const),
    packageSize: fc.integer({ min: 1, max: 50 }).map(String),
    packageAmount: money,
    rounding: fc.constantFrom('up' as const, 'down' as const),
  }),
  record({
    type: fc.constant('blocks' as const),
    policy: fc.constantFrom('all-tiers' as const, 'top-tier' as const),
    tiers: record({ blockSize: fc.constant('10'), maxBlocks: fc.constant(null), blockAmount: money }).map((tier) => [
      tier,
    ]),
  }),
  record({ type: fc.constant('dynamic' as const), multiplier: unitAmount }),
  record({
    type: fc.constant('graduated-percentage' as const),
    tiers: fc.constant([
      { upTo: '50', rate: '2' },
      { upTo: null, rate: '1.3', flatAmount: '0.5' },
    ]),
  }),
);

const mode = fc.constantFrom('half-up', 'half-even', 'half-down', 'up', 'down', 'ceil', 'floor');
const proration = record({
  basis: fc.constantFrom('none', 'calendar-days'),
  round: fc.oneof(
    record({ step: fc.constantFrom('daily-rate', 'factor'), scale: fc.constantFrom(2, 9) }),
    fc.constant({ step: 'result' }),
  ),
  cap: fc.constantFrom('full-price', 'none'),
}) as fc.Arbitrary<ProrationPolicy>;
const policies = record({
  rounding: mode,
  proration,
  trialEndDay: fc.constantFrom('free', 'charged'),
  endDay: fc.constantFrom('free', 'charged'),
  baseFeeTerm: fc.constantFrom('advance', 'arrears'),
  allowance: record({
    proration,
    rounding: fc.constantFrom('half-up', 'floor', 'exact'),
    pooling: fc.constantFrom('none', 'same-plan'),
  }),
  overageRounding: fc.constantFrom('exact', 'up', 'half-up'),
  addOns: fc.constantFrom('full', 'prorated'),
  lines: fc.constantFrom('full', 'prorated'),
  zeroLines: fc.constantFrom('drop', 'keep'),
}) as fc.Arbitrary<Partial<Policies>>;

const day = fc.integer({ min: 1, max: 30 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`);
const later = day.filter((date) => date > '2026-09-01');
const plan: fc.Arbitrary<RatedPlan> = record({
  baseFee: money,
  included: fc.nat(150).map(String),
  price,
  policies,
  fee: money,
}).map(({ included, price, fee, ...own }) => ({
  id: 'p',
  name: 'P',
  version: '1',
  currency: 'USD',
  exponent: 2,
  lines: { included: 1, fee },
  usage: [{ id: 'u', name: 'U', unit: 'minute', reported: { unit: 'second', perUnit: '60' }, included, price }],
  ...own,
}));
const subscription = (id: string): fc.Arbitrary<RatedSubscription> =>
  record({
    plan,
    trialEnd: fc.option(day),
    lines: fc.nat(3),
    used: fc.nat(20_000),
    date: day,
    fee: money,
    charged: fc.nat(100),
    from: fc.option(day),
    until: fc.option(later),
  }).map(({ used, date, fee, charged, from, until, ...own }) => ({
    id,
    ...own,
    ...(from !== null && (until === null || from <= until) && { start: from }),
    ...(until !== null && { end: until }),
    addOns: [{ id: 'a', name: 'A', fee }],
    usage: [{ date, quantities: { u: String(used) } }],
    alreadyCharged: [{ charge: 'u', period: { start: '2026-09-01', end: '2026-10-01' }, quantity: String(charged) }],
  }));
const coupon = fc.oneof(record({ percent: fc.nat(100).map(String) }), record({ amount: money }));
const input: fc.Arbitrary<PreviewInput> = record({
  subscriptions: fc.oneof(
    { weight: 4, arbitrary: fc.tuple(subscription('s')) },
    fc.tuple(subscription('s'), subscription('t')),
  ),
  coupons: fc.array(coupon, { maxLength: 2 }).map((all) => all.map((each, index) => ({ id: `c${index}`, ...each }))),
  taxes: fc.subarray([
    { id: 'x', percent: '7.25' },
    { id: 'y', percent: '20', kinds: ['base', 'overage'] as const },
  ]),
  tax: record({
    taxRounding: fc.constantFrom('line' as const, 'invoice' as const),
    prices: fc.constantFrom('exclusive' as const, 'inclusive' as const),
  }),
  creditNotes: money.map((amount) => [{ id: 'n', amount }]),
  prepaid: money,
  rounding: mode as fc.Arbitrary<'half-up'>,
}).map((own) => ({
  dates: {
    issueDate: '2026-10-01',
    advance: { start: '2026-10-01', end: '2026-11-01' },
    arrears: { start: '2026-09-01', end: '2026-10-01' },
  },
  ...own,
}));

test('of 10,000 invoices over all prices and policies, every figure recomputes and the lines add up to the total', () => {
  let trees = 0;
  fc.assert(
    fc.property(input, (each) => {
      const invoice = previewInvoice(each);
      trees += invoice.lines.length;
      const sum = invoice.lines.map(({ amount }) => fromMoney(amount)).reduce(add, ZERO);
      return checkInvoice(invoice).length === 0 && compare(sum, fromMoney(invoice.total)) === 0;
    }),
    { numRuns: 10_000 },
  );
  expect(trees).toBeGreaterThan(20_000);
}, 180_000);
