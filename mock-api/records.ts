import type { Instant } from '../src/api/index.js';
import { knownCaller, stranger } from './callers.js';
import type { Call } from './calls.js';
import { seeded, type Random } from './random.js';
import type { CallKind, NotBilled } from './traffic.js';
import { instantOf } from './zone.js';

/** One call as the usage records show it. */
export interface UsageRecord {
  readonly id: string;
  readonly startedAt: Instant;
  /** The number that was called; empty for a message. */
  readonly line: string;
  readonly caller: string;
  /** Empty where the number is not known. */
  readonly callerName: string;
  readonly kind: CallKind;
  readonly recordedSeconds: number;
  /** What an operator spent on it. Billable is the longer of the two. */
  readonly agentSeconds: number;
  /** The usage charge that it counts for; `null` when it isn't billed. */
  readonly charge: string | null;
  /** How much it counts, in the unit that the charge reports. */
  readonly quantity: string;
  /** Why it isn't billed; `null` when it is. */
  readonly notBilled: NotBilled | null;
}

/** The columns of a page of records, in order. */
export const recordFields = [
  'id',
  'startedAt',
  'line',
  'caller',
  'callerName',
  'kind',
  'recordedSeconds',
  'agentSeconds',
  'charge',
  'quantity',
  'notBilled',
] as const satisfies readonly (keyof UsageRecord)[];

/** What is known of a call beside its time: the same whenever it is asked for. */
export function recordOf(call: Call): UsageRecord {
  const { id, stream, lines, quantity } = call;
  const random = seeded(id);
  const caller = stream.notBilled ? stranger(random) : knownCaller(random);
  return {
    id,
    startedAt: instantOf(call.startedAt),
    // The first line is the best known one.
    line: lines[random.weighted(lines.map((_, index) => lines.length - index))] ?? '',
    caller: caller.number,
    callerName: caller.name,
    kind: stream.kind,
    ...clocksOf(call, random),
    charge: stream.charge,
    quantity: String(quantity),
    notBilled: stream.notBilled,
  };
}

function clocksOf(
  { stream, startedAt, endedAt }: Call,
  random: Random,
): Pick<UsageRecord, 'recordedSeconds' | 'agentSeconds'> {
  const longer = (endedAt - startedAt) / 1000;
  if (stream.kind !== 'operator' || stream.notBilled) return { recordedSeconds: longer, agentSeconds: 0 };
  const shorter = Math.max(0, longer - random.int(0, 9));
  return random.int(0, 1) === 0
    ? { recordedSeconds: longer, agentSeconds: shorter }
    : { recordedSeconds: shorter, agentSeconds: longer };
}
