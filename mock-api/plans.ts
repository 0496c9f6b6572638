import type { Plan } from '../src/api/index.js';
import type { Decimal, UsageCharge } from '../src/rating/index.js';

/** More is charged at once for the whole month, less holds from the next one on. */
const policies = { planChange: { upgrade: 'whole-cycle', downgrade: 'next-period' } } as const;

/** What is paid for the year is credited by the day. */
const yearlyPolicies = { planChange: { upgrade: 'prorated', downgrade: 'next-period' } } as const;

const common = { version: '2026-01', currency: 'USD', exponent: 2, status: 'public', policies } as const;
const lines = { included: 1, fee: '10.00' };

function minutes(id: string, name: string, included: Decimal, price: Decimal): UsageCharge {
  return {
    id,
    name,
    unit: 'minute',
    reported: { unit: 'second', perUnit: '60' },
    included,
    price: { type: 'per-unit', unitAmount: price },
  };
}

function perMinute(included: Decimal, baseFee: Decimal, overage: Decimal, description: string): Plan {
  return {
    ...common,
    id: `minutes-${included}`,
    name: `${included} minutes`,
    family: 'per-minute',
    description,
    baseFee,
    lines,
    usage: [
      minutes('operator', 'Operator minutes', included, overage),
      minutes('automated', 'Automated minutes', '0', '0.15'),
      minutes('patched', 'Patched minutes', '0', '0.10'),
    ],
  };
}

function perCall(included: Decimal, baseFee: Decimal, overage: Decimal, description: string): Plan {
  return {
    ...common,
    id: `calls-${included}`,
    name: `${included} calls`,
    family: 'per-call',
    description,
    baseFee,
    lines,
    usage: [
      {
        id: 'call',
        name: 'Calls and messages',
        unit: 'call',
        included,
        price: { type: 'per-unit', unitAmount: overage },
      },
    ],
  };
}

/** Operator time by the second; the bigger the plan, the cheaper the minute. */
export const perMinutePlans = {
  50: perMinute('50', '79.00', '1.39', 'For a few calls a week, answered by a person.'),
  100: perMinute('100', '139.00', '1.29', 'For a small office that is sometimes away from the phone.'),
  220: perMinute('220', '279.00', '1.24', 'For an office whose calls are answered in the evening and at weekends.'),
  500: perMinute('500', '579.00', '1.14', 'For a busy front desk that hands over its overflow.'),
  1000: perMinute('1000', '1079.00', '1.06', 'For several desks, around the clock.'),
} as const;

/** A plan whose base fee pays for a year. */
const byTheYear = (plan: Plan, baseFee: Decimal): Plan => ({
  ...plan,
  id: `${plan.id}-yearly`,
  name: `${plan.name}, paid yearly`,
  description: 'The same, paid for the year: two months less to pay.',
  baseFee,
  interval: 'year',
  policies: yearlyPolicies,
});

/** The year for the price of ten months. */
const yearlyPlans: readonly Plan[] = [
  byTheYear(perMinutePlans[50], '790.00'),
  byTheYear(perMinutePlans[100], '1390.00'),
  byTheYear(perMinutePlans[220], '2790.00'),
  byTheYear(perMinutePlans[500], '5790.00'),
  byTheYear(perMinutePlans[1000], '10790.00'),
];

/** Each call, text, e-mail or fax counts once, however long it takes. */
const perCallPlans: readonly Plan[] = [
  perCall('50', '95.00', '1.75', 'For long calls that come rarely.'),
  perCall('150', '255.00', '1.60', 'For a steady flow of long calls.'),
  perCall('400', '620.00', '1.45', 'For call volumes that are planned for.'),
];

/** No longer sold; kept by those who have it. */
export const websiteChatPlan: Plan = {
  ...common,
  id: 'website-chat-30',
  name: 'Website Chat 30',
  version: '2024-06',
  status: 'retired',
  family: 'volume',
  description: 'Messages from the website, answered by the same team.',
  baseFee: '29.00',
  usage: [
    {
      id: 'message',
      name: 'Chat messages',
      unit: 'message',
      included: '30',
      price: { type: 'per-unit', unitAmount: '0.80' },
    },
  ],
};

/** The whole catalogue on offer, smallest first in each family. */
export const publicPlans: readonly Plan[] = [...Object.values(perMinutePlans), ...yearlyPlans, ...perCallPlans];
