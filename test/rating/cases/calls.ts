import { moneyText, rateCalls, type CallRecord, type CallRule, type CallTariff } from '../../../src/rating/index.js';
import type { CaseRounding, Got, Money, Numeric } from './format.js';
import { chargeRounding, currencyOf, given, modeOf } from './words.js';

interface CaseRule {
  durationRounding?: CaseRounding;
  initialSeconds?: Numeric;
  incrementSeconds?: Numeric;
  freeUpToSeconds?: Numeric;
  freeBelowSeconds?: Numeric;
  freeCallsPerMonth?: Numeric;
  wrapSecondsPerCall?: Numeric;
}

interface CallsInputs extends Money {
  calls: readonly Readonly<Record<string, Numeric>>[];
  rule?: CaseRule;
  ratePerMinute?: string;
  base?: string;
  includedMinutes?: string;
  connectionFee?: string;
  perCallRounding?: CaseRounding | boolean;
}

export function calls(inputs: CallsInputs): Got {
  const rated = rateCalls(inputs.calls.map(recordOf), tariffOf(inputs));
  return {
    billedSeconds: rated.calls.map((call) => call.billedSeconds),
    totalSeconds: rated.billedSeconds,
    billedCalls: rated.billedCalls,
    overageMinutes: rated.overageMinutes,
    charges: rated.calls.map((call) => call.charge),
    precise: rated.precise,
    total: moneyText(rated.total),
  };
}

const recordOf = (clocks: Readonly<Record<string, Numeric>>): CallRecord => ({
  clocks: Object.fromEntries(Object.entries(clocks).map(([clock, seconds]) => [clock, String(seconds)])),
});

function tariffOf(inputs: CallsInputs): CallTariff {
  const { rule = {}, ratePerMinute = '0', base, includedMinutes, connectionFee, perCallRounding } = inputs;
  return {
    ...currencyOf(inputs),
    rule: ruleOf(rule),
    ratePerMinute,
    rounding: chargeRounding(inputs),
    ...given({ baseFee: base, includedMinutes, connectionFee, perCallRounding: stepOf(perCallRounding, inputs) }),
  };
}

function stepOf(step: CaseRounding | boolean | undefined, { rounding }: Money): CallTariff['perCallRounding'] {
  const own = step === true ? rounding : step;
  return own ? ({ mode: modeOf(own.mode), scale: own.scale } as CallTariff['perCallRounding']) : undefined;
}

function ruleOf(rule: CaseRule): CallRule {
  const { durationRounding, initialSeconds = 0, incrementSeconds, wrapSecondsPerCall } = rule;
  const steps = incrementSeconds !== undefined && {
    steps: { initialSeconds: String(initialSeconds), incrementSeconds: String(incrementSeconds) },
  };
  return {
    ...given({ durationRounding: stepOf(durationRounding, {}), free: freeOf(rule) }),
    ...steps,
    ...(wrapSecondsPerCall !== undefined && { wrapUpSeconds: String(wrapSecondsPerCall) }),
  };
}

function freeOf({ freeUpToSeconds, freeBelowSeconds, freeCallsPerMonth }: CaseRule): CallRule['free'] {
  const seconds = freeUpToSeconds ?? freeBelowSeconds;
  if (seconds === undefined) return undefined;
  return {
    limit: freeUpToSeconds === undefined ? 'below' : 'up-to',
    seconds: String(seconds),
    ...(freeCallsPerMonth !== undefined && { perMonth: Number(freeCallsPerMonth) }),
  };
}
