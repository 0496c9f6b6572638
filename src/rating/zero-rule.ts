import { shown } from './decimal.js';
import { need } from './errors.js';

/** Whether a tiered price is due without usage. */
export interface ZeroRule {
  /** Whether the flat amount of the first tier is due at a quantity of zero. It is, if not given. */
  readonly firstTierFlatAtZero?: boolean;
}

/** Throws `unknown-policy`. */
export function needZeroRule({ firstTierFlatAtZero: due }: ZeroRule, field: string): void {
  const good = due === undefined || typeof due === 'boolean';
  need(good, 'unknown-policy', `${field}.firstTierFlatAtZero`, `expected true or false, got ${shown(due)}`);
}
