/** One good answer of each read, as a back end's JSON; each call makes a new one that a test may spoil. */
export const answers = {
  capabilities: () => ({
    subscriptions: { read: true, write: true, reason: '' },
    'payment-methods': { read: true, write: false, reason: 'Ask an owner.' },
  }),
  account: () => ({
    id: 'acc-1',
    name: 'Cedar & Pine Dental',
    status: 'active',
    currency: 'USD',
    exponent: 2,
    timeZone: 'America/New_York',
    now: '2026-11-18T15:04:05Z',
  }),
  subscriptions: () => ({ items: [subscription()], next: null }),
  plans: () => ({ items: [plan()], next: null }),
  usage: () => ({
    subscription: 'sub-1',
    period: { start: '2026-11-01', end: '2026-12-01' },
    asOf: '2026-11-18T15:00:00.250Z',
    days: [{ date: '2026-11-02', quantities: { operator: '4620' } }],
  }),
  paymentMethods: () => ({
    items: [
      {
        id: 'pm-1',
        kind: 'card',
        brand: 'visa',
        last4: '4242',
        expires: '2027-04',
        role: 'default',
        holder: 'R. Vega',
      },
    ],
    next: null,
    version: 'v1',
  }),
  invoices: () => ({ items: [invoice('in-1'), invoice('in-2'), invoice('in-3')], next: 'c2' }),
};

function plan() {
  return {
    id: 'pm-100',
    name: '100 minutes',
    version: '2026-01',
    currency: 'USD',
    exponent: 2,
    baseFee: '139.00',
    usage: [
      {
        id: 'operator',
        name: 'Operator minutes',
        unit: 'minute',
        reported: { unit: 'second', perUnit: '60' },
        included: '100',
        price: { type: 'per-unit', unitAmount: '1.29' },
      },
    ],
    lines: { included: 1, fee: '10.00' },
    policies: { addOns: 'full' },
    family: 'per-minute',
    description: '',
    status: 'public',
  };
}

function subscription() {
  return {
    id: 'sub-1',
    version: 'v1',
    product: 'answering',
    status: 'active',
    plan: plan(),
    start: '2026-08-28',
    end: null,
    trialEnd: '2026-09-10',
    lines: 3,
    addOns: [{ id: 'sms', name: 'Text messages', fee: '9.00' }],
    scheduledChange: { plan: plan(), on: '2026-12-01' },
  };
}

function invoice(id: string) {
  const money = { amount: '9260', currency: 'USD', exponent: 2 };
  return {
    id,
    number: `A-${id}`,
    status: 'paid',
    issueDate: '2026-09-11',
    dueDate: null,
    total: money,
    amountDue: { ...money, amount: '0' },
  };
}
