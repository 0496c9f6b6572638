import { PAYMENT_WRITES } from './payment-writes.js';
import { PEOPLE_WRITES } from './people-writes.js';
import { SUBSCRIPTION_WRITES } from './subscription-writes.js';
import type { SampleWrite } from './write.js';

/** A good call of each write. */
export const SAMPLE_WRITES: readonly SampleWrite[] = [...SUBSCRIPTION_WRITES, ...PAYMENT_WRITES, ...PEOPLE_WRITES];
