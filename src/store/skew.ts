import type { Instant } from '../api/index.js';

/** Says that the client's clock is off. Nothing goes by it; a developer may look for the reason of what doesn't fit. */
export function warnOfSkew(now: Instant, mostMs = 300_000): void {
  const skew = Date.now() - Date.parse(now);
  if (Math.abs(skew) <= mostMs) return;
  const minutes = Math.round(skew / 60_000);
  console.warn(`billing-kit: this clock is ${minutes} minutes off the back end's; dates and amounts go by the latter`);
}
