import type { UsageRecord } from '../../src/api/index.js';

let calls = 0;

/** Seven and a half minutes with an operator that have just ended. */
export function callAt(now: string): UsageRecord {
  const seconds = 450;
  return {
    id: `demo-call-${++calls}`,
    startedAt: `${new Date(Date.parse(now) - seconds * 1000).toISOString().slice(0, 19)}Z`,
    kind: 'operator',
    line: '+16175550142',
    caller: '+16175550199',
    callerName: '',
    recordedSeconds: seconds,
    agentSeconds: seconds - 6,
    charge: 'operator',
    quantity: String(seconds),
    notBilled: null,
  };
}
