import { scenarios } from '../mock-api/index.js';
import { memoryAdapter, type MemoryAdapter } from '../src/adapters/memory.js';
import type { BillingAdapter, Plan, Quote, Subscription } from '../src/api/index.js';
import { storeFor } from '../src/store/store.js';
import { adapterFor } from './adapters.js';

/** The middle of a month, with other plans on offer. */
export function offering(change: (plans: readonly Plan[]) => readonly Plan[]): BillingAdapter {
  const adapter = adapterFor('mid-month');
  return adapterFor('mid-month', {
    listPlans: async (options) => {
      const page = await adapter.listPlans?.(options);
      return { items: change(page?.items ?? []), next: null };
    },
  });
}

/** The middle of a month, with quotes that say something else. */
export function quoting(change: (quote: Quote) => Partial<Quote>): BillingAdapter {
  const adapter = adapterFor('mid-month');
  return {
    ...adapter,
    previewChange: async (...asked) => {
      const quote = await adapter.previewChange?.(...asked);
      if (!quote) throw new TypeError('there is no quote');
      return { ...quote, ...change(quote) };
    },
  };
}

/** The middle of a month, with nothing that can be charged today. */
export function declining(): MemoryAdapter {
  const seed = scenarios['mid-month'].seed();
  const declines = { '2026-11-18': 'insufficient-funds' };
  const adapter = memoryAdapter({ ...seed, methods: seed.methods.map((method) => ({ ...method, declines })) });
  storeFor(adapter, { tries: 1 });
  return adapter;
}

/** The same plan many times over, a little dearer each time. */
export const manyPlans = (plans: readonly Plan[], length = 200): Plan[] =>
  Array.from({ length }, (_, index) => {
    const plan = plans[index % 5] as Plan;
    return index < 5 ? plan : { ...plan, id: `${plan.id}-${index}`, name: `${plan.name}, ${index}` };
  });

/** A plan that is up to no good. */
export const hostile = (plans: readonly Plan[]): Plan[] =>
  plans.map((plan, index) =>
    index === 0
      ? {
          ...plan,
          name: `<img src=x onerror=alert(1)> \u202e${'long '.repeat(190)}`,
          description: '\u202e<b>bold</b>',
        }
      : plan,
  );

/** A subscription that is paid for the year. */
export const yearly = ({ plan }: Subscription): Partial<Subscription> => ({
  plan: { ...plan, id: `${plan.id}-yearly`, name: `${plan.name}, paid yearly`, baseFee: '2790.00', interval: 'year' },
  yearStart: '2026-02-01',
});
