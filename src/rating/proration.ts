import { compare, isNegative, negate, ZERO, type RoundingMode } from './decimal.js';
import { need } from './errors.js';
import {
  days,
  greatest,
  input,
  least,
  measure,
  over,
  rounded,
  seconds,
  times,
  type DaySpan,
  type Figure,
  type RoundingStep,
} from './figure.js';
import { secondsBetween, type Instant } from './instant.js';
import { addDays, needPeriod, type Period, type PlainDate } from './period.js';
import type { ProrationPolicy } from './proration-policy.js';

/** The part of a period that is charged, in days or, for a policy of seconds, in instants. */
export interface Share {
  readonly full: Period;
  readonly charged: Period;
  /** Names the rule that chose the first or the last day, where one did. */
  readonly policy?: string;
  /** The instants at which the days begin, for a policy of seconds over days. */
  readonly dayStarts?: Readonly<Record<PlainDate, Instant>> | undefined;
}

/** A part and the whole that it is a part of, in the same unit. */
export interface Measured {
  readonly part: Figure;
  readonly whole: Figure;
}

/**
 * The part of a price, or of an allowance, that falls on the charged days of a period. The whole period is the whole
 * amount, never a sum of rounded days; a part that runs past its end is no more than that where the policy caps it. Not
 * rounded, but for the step that the policy names:
 * - `daily-rate`: 139.00 ÷ 30 days = 4.63, × 20 days = 92.60;
 * - `factor`: 20 ÷ 30 days = 0.666666667, × 139.00;
 * - `result`: 139.00 × 20 days ÷ 30 days = 92.666….
 *
 * Throws `period-empty` for a full period without days, `outside-period` when the charged days don't begin in it.
 * Source: the first-invoice page of the answering-service family (daily rate); Kill Bill (factor of 9 digits, months of
 * 30 days); Lago (result); Stripe and OpenMeter (seconds).
 */
export function prorate(amount: Figure, share: Share, policy: ProrationPolicy, mode: RoundingMode): Figure {
  if (policy.basis === 'none') return amount;
  return prorateBy(amount, measureShare(share, policy), policy, mode);
}

/** The same for a part that was measured before. */
export function prorateBy(
  amount: Figure,
  { part, whole }: Measured,
  policy: ProrationPolicy,
  mode: RoundingMode,
): Figure {
  if (isWhole({ part, whole }, policy)) return amount;
  const result = partOf(amount, { part, whole }, policy, mode);
  return policy.cap === 'full-price' ? capAt(input(amount.exact, result.unit, 'full-price'), result) : result;
}

/** Whether a part costs what the whole period does: it is as long, or longer where the policy caps it. */
export function isWhole({ part, whole }: Measured, { cap }: ProrationPolicy): boolean {
  const order = compare(part.exact, whole.exact);
  return order === 0 || (order > 0 && cap === 'full-price');
}

/** How long the charged part and the whole are, in what the policy counts. */
export function measureShare(share: Share, policy: ProrationPolicy): Measured {
  const { full, charged, policy: rule } = share;
  need(policy.basis !== 'given-days', 'unknown-policy', 'policy.basis', 'is only for a single amount');
  if (policy.basis === 'seconds') return inSeconds(instantsOf(full, share), instantsOf(charged, share));
  return inDays(full, { ...charged, ...(rule !== undefined && { policy: rule }) }, policy);
}

function instantsOf({ start, end }: Period, { dayStarts }: Share): Period {
  const at = (date: PlainDate): Instant => {
    const instant = dayStarts ? dayStarts[date] : date;
    need(
      instant !== undefined,
      'missing-policy',
      `dayStarts.${date}`,
      'a proration by seconds needs when the day begins',
    );
    return instant;
  };
  return { start: at(start), end: at(end) };
}

function inDays(full: Period, charged: DaySpan, { monthDays, boundaryDays = 'one' }: ProrationPolicy): Measured {
  needPeriod(full, 'full');
  needPeriod(charged, 'charged');
  need(full.start < full.end, 'period-empty', 'full', 'the whole period must have a length');
  const whole = charged.start === full.start && charged.end === full.end;
  const counted = whole || boundaryDays === 'one' ? charged : withBoundary(charged, boundaryDays);
  const begins = counted.start === counted.end || (counted.start >= full.start && counted.start < full.end);
  const inside = begins && (boundaryDays === 'one' || counted.end <= full.end);
  need(inside, 'outside-period', 'charged', 'the charged part must begin within the period');
  const month = monthDays !== undefined && { monthDays };
  return { part: days({ ...counted, ...month }, 'days-charged'), whole: days({ ...full, ...month }, 'days-in-period') };
}

function withBoundary(charged: DaySpan, boundaryDays: 'both' | 'neither'): DaySpan {
  const policy = `boundaryDays: ${boundaryDays}`;
  if (boundaryDays === 'both') return { ...charged, end: addDays(charged.end, 1), policy };
  return charged.start === charged.end ? charged : { ...charged, start: addDays(charged.start, 1), policy };
}

function inSeconds(full: Period, charged: Period): Measured {
  const length = secondsBetween(full.start, full.end, 'full');
  need(compare(length, ZERO) > 0, 'period-empty', 'full', 'the whole period must have a length');
  const reversed = isNegative(secondsBetween(charged.start, charged.end, 'charged'));
  need(!reversed, 'period-reversed', 'charged', 'a period must not end before it starts');
  const leaves =
    isNegative(secondsBetween(full.start, charged.start)) || isNegative(secondsBetween(charged.start, full.end));
  need(!leaves, 'outside-period', 'charged', 'the charged part must begin within the period');
  return {
    part: seconds(charged.start, charged.end, 'seconds-charged'),
    whole: seconds(full.start, full.end, 'seconds-in-period'),
  };
}

function partOf(amount: Figure, { part, whole }: Measured, policy: ProrationPolicy, mode: RoundingMode): Figure {
  const { round } = policy;
  const unit = measure(amount.unit);
  const label = 'prorated';
  const step = (scale: number): RoundingStep => ({
    mode: round.mode ?? mode,
    scale,
    policy: `proration.${round.step}`,
  });
  switch (round.step) {
    case 'result': {
      const result = over(times(amount, part, { unit }), whole, { unit, label });
      return round.scale === undefined ? result : rounded(result, step(round.scale));
    }
    case 'factor':
      return times(amount, rounded(over(part, whole, { unit: '', label: 'factor' }), step(round.scale)), {
        unit,
        label,
      });
    case 'daily-rate': {
      const rate = over(amount, whole, { unit: `${unit}/${whole.unit}`, label: `rate-per-${whole.unit}` });
      return times(rounded(rate, step(round.scale)), part, { unit, label });
    }
  }
}

/** A credit is capped like its charge: neither goes further from zero than the full price. */
function capAt(full: Figure, part: Figure): Figure {
  if (isNegative(full.exact)) return compare(negate(part.exact), negate(full.exact)) > 0 ? greatest(part, full) : part;
  return compare(part.exact, full.exact) > 0 ? least(part, full) : part;
}
