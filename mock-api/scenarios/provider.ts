import type { MemorySeed } from '../../src/adapters/memory.js';
import { addOnCatalogue } from '../add-ons.js';
import { publicPlans } from '../plans.js';

/** The service whose customers the accounts are. */
export const provider = {
  seller: {
    name: 'Lanternline Answering, Inc.',
    address: ['480 Wharf Street, Suite 12', 'Portland, ME 04101', 'United States'],
    taxId: '00-0000000',
    email: 'billing@lanternline.example',
  },
  plans: publicPlans,
  addOns: Object.values(addOnCatalogue),
} satisfies Partial<MemorySeed>;
