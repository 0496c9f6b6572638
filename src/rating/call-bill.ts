import { billedSeconds, isShort, measuredSeconds, type CallRecord } from './call.js';
import type { CallRule } from './call-rule.js';
import { needList, needObject } from './checks.js';
import { isZero } from './decimal.js';
import { nothing, type Figure } from './figure.js';

/** What a call counts for on the bill, before it has a price. */
export interface CallBill {
  readonly seconds: Figure;
  /** Absent: the kind that the allowance covers. */
  readonly kind?: string;
  /** Why it isn't billed: the record's own reason, `short-call`, or `no-duration`. Absent: it is. */
  readonly notBilled?: string;
}

/** The bill of each call, in the order of the list: that is also the order in which free short calls are used up. */
export function billCalls(calls: readonly CallRecord[], rule: CallRule, field: string): CallBill[] {
  needList(calls, field, 'a list of calls');
  let free = rule.free?.perMonth ?? calls.length;
  return calls.map((call, index) => {
    const bill = billCall(call, rule, free > 0, `${field}[${index}]`);
    if (bill.notBilled === 'short-call') free -= 1;
    return bill;
  });
}

function billCall(call: CallRecord, rule: CallRule, mayBeFree: boolean, field: string): CallBill {
  needObject(call, field, 'a call');
  const { kind, notBilled } = call;
  const measured = measuredSeconds(call, field);
  const unbilled = (reason: string): CallBill => ({ seconds: nothing('second', 'billed'), notBilled: reason });
  if (notBilled !== undefined) return unbilled(notBilled);
  if (isZero(measured.exact)) return unbilled('no-duration');
  if (rule.free && mayBeFree && isShort(measured, rule.free)) return unbilled('short-call');
  const seconds = billedSeconds(measured, rule);
  return isZero(seconds.exact) ? unbilled('no-duration') : { seconds, ...(kind !== undefined && { kind }) };
}
