// One believable month, the same in every run.

export const PERIOD = { start: '2026-09-01', end: '2026-10-01' };
export const RULE = { steps: { initialSeconds: '60', incrementSeconds: '6' } };
export const TIERS = [
  { upTo: '100', unitAmount: '1.29' },
  { upTo: '500', unitAmount: '1.09', flatAmount: '10.00' },
  { upTo: null, unitAmount: '0.89' },
];
export const OPTIONS = { period: PERIOD, timeZone: 'America/New_York', charges: [{ id: 'operator', calls: RULE }] };

export const planOf = (number) => ({
  id: `plan-${number}`,
  name: `Plan ${number}`,
  version: '1',
  currency: 'USD',
  exponent: 2,
  baseFee: `${99 + 40 * number}.00`,
  usage: [
    {
      id: 'operator',
      name: 'Operator minutes',
      unit: 'minute',
      reported: { unit: 'second', perUnit: '60' },
      included: String(100 * number),
      price: { type: 'graduated', tiers: TIERS },
    },
  ],
});

/** Pseudo-random numbers from 0 to 1, the same each time. */
function randoms() {
  let state = 12_345;
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
}

/** So many calls of up to ten minutes, as columns. */
export function columnsOf(count) {
  const random = randoms();
  const first = Date.UTC(2026, 8, 2) / 1000;
  const column = (Type, next) => Type.from({ length: count }, next);
  return {
    start: column(Uint32Array, () => first + Math.floor(random() * 28 * 86_400)),
    measured: column(Uint32Array, () => Math.floor(random() * 600_000)),
    charge: new Uint8Array(count),
    product: column(Uint8Array, () => Math.floor(random() * 4)),
    line: column(Uint16Array, () => Math.floor(random() * 50)),
    products: ['answering', 'chat', 'voicemail', 'fax'],
    lines: Array.from({ length: 50 }, (_, index) => `line-${index}`),
  };
}

export const recordOf = (second) => ({
  start: Date.UTC(2026, 8, 2) + second * 1000,
  measured: 61_000 + second,
  charge: 'operator',
  product: 'answering',
  line: 'line-1',
});

export const previewOf = (usage, plan = planOf(1)) => ({
  dates: { issueDate: PERIOD.end, advance: PERIOD, arrears: PERIOD },
  subscriptions: [{ id: 'sub-1', plan, trialEnd: null, lines: 1, addOns: [], usage }],
});
