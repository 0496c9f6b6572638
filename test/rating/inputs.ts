import {
  advanceSchedule,
  allocate,
  anchorDates,
  applyCoupon,
  applyUsageDiscount,
  convertUnits,
  previewInvoice,
  prorateAmount,
  rateCalls,
  rateCharge,
  rateCommitment,
  rateInvoice,
  ratePlanChange,
  rateProgressive,
  rateSeatTime,
  rateUnitsInAdvance,
  whatIf,
} from '../../src/rating/index.js';

/** Plain JSON, right or wrong. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const usd = { currency: 'USD', exponent: 2 };
const rounding = { mode: 'half-up', scale: 2 };
const tiers = [
  { upTo: '5', unitAmount: '2', flatAmount: '1' },
  { upTo: null, unitAmount: '1' },
];
const month = { start: '2024-02-01', end: '2024-03-01' };
const half = { start: '2024-02-15', end: '2024-03-01' };
const proration = { basis: 'calendar-days', round: { step: 'result' }, cap: 'full-price' };

/** A price of each model. */
export const prices: Json[] = [
  { type: 'flat', amount: '9', term: 'arrears' },
  { type: 'per-unit', unitAmount: '1.29', freeUnits: '3' },
  { type: 'dynamic', multiplier: '0.5' },
  { type: 'graduated', tiers, firstTierFlatAtZero: false },
  { type: 'volume', tiers },
  { type: 'stairstep', tiers },
  { type: 'package', packageSize: '10', packageAmount: '15', freeUnits: '1', rounding: 'up', minimumPackages: 1 },
  {
    type: 'blocks',
    policy: 'all-tiers',
    tiers: [
      { blockSize: '2', maxBlocks: '9', blockAmount: '1' },
      { blockSize: '5', maxBlocks: null, blockAmount: '1' },
    ],
  },
  {
    type: 'capacity',
    tiers: [
      { amount: '1', limits: { lines: '9' } },
      { amount: '2', limits: { lines: null } },
    ],
  },
  {
    type: 'percentage',
    rate: '1.3',
    fixedPerEvent: '1',
    free: { events: 1, amount: '5' },
    perEvent: { min: '1', max: '9' },
  },
  {
    type: 'graduated-percentage',
    tiers: [
      { upTo: '9', rate: '1', flatAmount: '2' },
      { upTo: null, rate: '2' },
    ],
  },
];

const terms = {
  ...usd,
  rounding: { mode: 'half-even', at: 'line' },
  percentDiscount: '10',
  maximum: '90',
  minimum: '5',
  credits: [{ id: 'a', amount: '1.50' }],
};
const usage = { quantity: '12.5', unit: 'minute', position: 'only', priorQuantity: '0', priorBilled: '0' };

const plan = {
  ...usd,
  id: 'plan',
  name: 'Plan',
  version: '1',
  baseFee: '139',
  usage: [
    {
      id: 'minutes',
      name: 'Minutes',
      unit: 'minute',
      included: '100',
      price: { type: 'per-unit', unitAmount: '1.29' },
    },
  ],
  lines: { included: 1, fee: '10' },
  policies: { addOns: 'prorated' },
};
const subscription = {
  id: 'one',
  plan,
  trialEnd: '2024-02-10',
  lines: 2,
  addOns: [{ id: 'on-call', name: 'On-Call', fee: '25' }],
  usage: [{ date: '2024-02-28', quantities: { minutes: '77' } }],
};

/** The calls and their tariff as one input. */
function rateTariffCalls(input: { list: never; tariff: never } | null): unknown {
  return rateCalls(input?.list as never, input?.tariff as never);
}

/** The plans and the use as one input. */
function comparePlans(input: { plans: never; use: never } | null): unknown {
  return whatIf(input?.plans as never, input?.use as never);
}

/** Valid inputs of the public functions. */
export const calls: { run: (input: never) => unknown; inputs: Json[] }[] = [
  {
    run: rateCharge,
    inputs: [
      ...prices.map((price) => ({ ...terms, price, usage: { ...usage, events: ['4', '3'] } })),
      ...prices.map((price) => ({ ...terms, price, usage })),
      {
        ...terms,
        price: prices[1] ?? null,
        usage,
        conversion: { operation: 'divide', factor: '3', rounding: 'ceil', precision: 1 },
        freeQuantity: '2',
      },
      { ...terms, price: prices[8] ?? null, usage: { dimensions: { lines: '10' } } },
      { ...terms, price: prices[7] ?? null, usage: { quantity: '99', priorBlocks: ['1', '2'] } },
    ],
  },
  {
    run: rateProgressive,
    inputs: prices.map((price) => ({
      ...terms,
      price,
      readings: [
        { cumulative: '4', events: ['4'] },
        { cumulative: '9', events: ['4', '5'], final: true },
      ],
    })),
  },
  {
    run: rateSeatTime,
    inputs: [
      {
        ...usd,
        price: { type: 'graduated', tiers },
        period: month,
        opening: '3',
        changes: [{ at: '2024-02-10', delta: '-1' }],
        removalEffective: 'next-day',
      },
    ],
  },
  {
    run: rateCommitment,
    inputs: [
      {
        ...usd,
        minimum: '100',
        fees: [{ ref: 'a', amount: '9', prorate: true }],
        span: { fullPeriod: month, servicePeriod: half },
        roundProratedMinimum: true,
      },
    ],
  },
  { run: rateUnitsInAdvance, inputs: [{ ...usd, unitAmount: '10', readings: ['10', '5', '15'], rounding: 'up' }] },
  {
    run: convertUnits,
    inputs: [{ quantity: '7', conversion: { operation: 'multiply', factor: '3', rounding: 'exact' } }],
  },
  { run: applyUsageDiscount, inputs: [{ quantity: '7', priorQuantity: '2', freeQuantity: '3' }] },
  {
    run: prorateAmount,
    inputs: [
      {
        amount: '139',
        currency: 'USD',
        full: month,
        service: half,
        policy: proration,
        direction: 'credit',
        rounding,
        taxRate: '20',
      },
    ],
  },
  {
    run: ratePlanChange,
    inputs: [
      {
        currency: 'USD',
        credit: { amount: '10', full: month, part: half },
        charge: { amount: '20', full: month, part: half },
        planChange: { upgrade: 'prorated', downgrade: 'next-period' },
        proration,
        rounding,
        taxRate: '5',
      },
    ],
  },
  {
    run: advanceSchedule,
    inputs: [
      {
        amount: '9.99',
        currency: 'USD',
        billingPeriod: 'monthly',
        billCycleDay: 27,
        start: '2024-01-14',
        end: '2024-05-01',
        targetDate: '2024-03-01',
        rounding,
      },
    ],
  },
  { run: anchorDates, inputs: [{ start: '2024-01-31', anchorDay: 31, months: 1, count: 4 }] },
  {
    run: rateInvoice,
    inputs: [
      {
        currency: 'USD',
        rounding,
        lines: [{ ref: 'a', amount: '9.5', taxRates: ['7'] }],
        coupons: [{ id: 'c', percent: '10', appliesTo: ['a'] }],
        creditNotes: [{ id: 'n', amount: '1' }],
        prepaid: '1',
        policy: { taxRounding: 'line' },
      },
    ],
  },
  { run: applyCoupon, inputs: [{ base: '3', currency: 'USD', percent: '20', rounding }] },
  {
    run: allocate,
    inputs: [
      {
        amount: '0.05',
        scale: 2,
        weights: [
          { key: 'a', weight: '1' },
          { key: 'b', weight: '2' },
        ],
      },
    ],
  },
  {
    run: rateTariffCalls,
    inputs: [
      {
        list: [{ clocks: { recording: '61' } }],
        tariff: {
          ...usd,
          rule: {
            steps: { initialSeconds: '60', incrementSeconds: '6' },
            free: { limit: 'below', seconds: '5', perMonth: 2 },
          },
          ratePerMinute: '1',
          includedMinutes: '1',
          rounding: { mode: 'up', at: 'line' },
        },
      },
    ],
  },
  {
    run: previewInvoice,
    inputs: [
      {
        dates: { issueDate: '2024-03-01', advance: { start: '2024-03-01', end: '2024-04-01' }, arrears: month },
        subscriptions: [subscription],
      },
    ],
  },
  {
    run: comparePlans,
    inputs: [
      {
        plans: [plan, { ...plan, id: 'other', baseFee: '99' }],
        use: { period: month, usage: subscription.usage, lines: 2, addOns: [] },
      },
    ],
  },
];
