import { scenarios } from '../../mock-api/index.js';
import { memoryAdapter, type MemoryAdapter, type SeedMethod } from '../../src/adapters/memory.js';

/** The first days of many months. */
const FIRSTS = Array.from({ length: 26 }, (_, month) =>
  new Date(Date.UTC(2026, 11 + month)).toISOString().slice(0, 10),
);

const DECLINES = Object.fromEntries(FIRSTS.map((day) => [day, 'card-declined']));

const declining = (method: SeedMethod): SeedMethod =>
  method.role === 'unused' ? method : { ...method, declines: { ...method.declines, ...DECLINES } };

// Its usage and its past invoices take long to make up, and are always the same.
const seed = memoryAdapter(scenarios['past-due'].seed()).control.snapshot();

/** An account that nobody can be charged for at the end of a month: each invoice is left for its user to pay. */
export const debtor = (): MemoryAdapter => memoryAdapter({ ...seed, methods: seed.methods.map(declining) });
