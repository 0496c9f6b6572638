import type { Definition } from '../define.js';
import { ABORT_CHECKS } from './abort.js';
import { AMOUNT_CHECKS } from './amounts.js';
import { CAPABILITY_CHECKS } from './capabilities.js';
import { CHANGE_CHECKS } from './changes.js';
import { ERROR_CHECKS } from './errors.js';
import { FORM_CHECKS } from './forms.js';
import { IDEMPOTENCY_CHECKS } from './idempotency.js';
import { OUTCOME_CHECKS } from './outcomes.js';
import { PAGING_CHECKS } from './paging.js';
import { PAYMENT_CHECKS } from './payments.js';
import { PEOPLE_CHECKS } from './people.js';
import { QUOTE_CHECKS } from './quotes.js';
import { READ_CHECKS } from './reads.js';
import { USAGE_CHECKS } from './usage.js';
import { VERSION_CHECKS } from './versions.js';

/** Every rule of the contract, by topic. */
export const CHECKS: readonly Definition[] = [
  ...CAPABILITY_CHECKS,
  ...READ_CHECKS,
  ...PAGING_CHECKS,
  ...FORM_CHECKS,
  ...AMOUNT_CHECKS,
  ...USAGE_CHECKS,
  ...ERROR_CHECKS,
  ...ABORT_CHECKS,
  ...QUOTE_CHECKS,
  ...CHANGE_CHECKS,
  ...PAYMENT_CHECKS,
  ...PEOPLE_CHECKS,
  ...IDEMPOTENCY_CHECKS,
  ...VERSION_CHECKS,
  ...OUTCOME_CHECKS,
];
