/** September, and what a subscription of two charges had in it. */
export const september = { start: '2026-09-01', end: '2026-10-01' };
const october = { start: '2026-10-01', end: '2026-11-01' };
const operator = {
  id: 'operator',
  name: 'Operator',
  unit: 'minute',
  reported: { unit: 'second', perUnit: '60' },
  calls: {
    wrapUpSeconds: '1',
    free: { limit: 'below', seconds: '3', perMonth: 2 },
    durationRounding: { mode: 'up', scale: 0 },
    steps: { initialSeconds: '0', incrementSeconds: '6' },
  },
  included: '100',
  price: { type: 'per-unit', unitAmount: '1.29' },
};
/** A plan with two charges for minutes. */
export const plan = {
  id: 'starter',
  name: 'Starter',
  version: '1',
  currency: 'USD',
  exponent: 2,
  baseFee: '139',
  usage: [operator, { ...operator, id: 'fax' }],
  lines: { included: 1, fee: '10' },
};
/** A subscription with everything that it may have. */
export const subscription = {
  id: 'main',
  plan,
  trialEnd: '2026-08-10',
  lines: 2,
  addOns: [
    { id: 'a', name: 'A', fee: '25' },
    { id: 'b', name: 'B', fee: '5' },
  ],
  usage: [
    { date: '2026-09-12', quantities: { operator: '9000' } },
    { date: '2026-09-13', quantities: { operator: '60' } },
  ],
  alreadyCharged: [{ charge: 'operator', period: september, quantity: '5' }],
};
/** A line from elsewhere, and how it may have come about. */
export const line = {
  kind: 'adjustment',
  subscription: 'main',
  item: 'x',
  name: 'X',
  term: 'advance',
  period: september,
  quantity: '1',
  unit: '',
  unitPrice: '5',
  amount: '5',
};
/** The tree of 2 + 3. */
export const tree = {
  op: 'add',
  value: '5',
  unit: 'USD',
  of: [
    { op: 'input', value: '2', unit: 'USD' },
    { op: 'input', value: '3', unit: 'USD' },
  ],
};
/** An invoice with everything beside its charges. */
export const invoice = {
  dates: { issueDate: '2026-10-01', advance: october, arrears: september },
  subscriptions: [subscription, { ...subscription, id: 'other' }],
  adjustments: [line],
  planChanges: [
    {
      subscription: 'main',
      from: plan,
      to: { ...plan, id: 'business' },
      date: '2026-09-16',
      period: september,
      charged: '10',
    },
  ],
};
/** An invoice as a back end issued it. */
export const issued = {
  lines: [
    {
      key: 'k',
      kind: 'base',
      subscription: 's',
      quantity: '1',
      unitPrice: '5',
      amount: { amount: '500', currency: 'USD', exponent: 2 },
    },
  ],
  total: { amount: '500', currency: 'USD', exponent: 2 },
};
