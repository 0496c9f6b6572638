import * as v from 'valibot';
import type { AllowanceStatus, Derivation, InvoiceDates, InvoiceLine, LineKind } from '../rating/index.js';
import { count, instant, list, money, name, number, period, plainDate, text, type Schema } from './formats.js';

const stated = { value: number, unit: text, label: v.exactOptional(name) };

const operands: Schema<Derivation[]> = v.lazy(() => list(derivation));

const rounding = v.object({
  mode: v.picklist(['half-up', 'half-even', 'half-down', 'up', 'down', 'ceil', 'floor']),
  scale: count,
  policy: name,
});

/** How an amount came about. What it says is recomputed where it is shown, not here. */
export const derivation: Schema<Derivation> = v.variant('op', [
  v.object({ ...stated, op: v.literal('input') }),
  v.object({ ...stated, op: v.literal('line'), line: name }),
  v.object({
    ...stated,
    op: v.literal('days'),
    start: plainDate,
    end: plainDate,
    policy: v.exactOptional(name),
    monthDays: v.exactOptional(count),
  }),
  v.object({ ...stated, op: v.literal('seconds'), start: instant, end: instant }),
  v.object({
    ...stated,
    op: v.picklist(['add', 'subtract', 'multiply', 'divide', 'min', 'max']),
    of: operands,
  }),
  v.object({ ...stated, op: v.literal('round'), of: v.lazy(() => v.tuple([derivation])), rounding }),
]);

// A kind that we don't know is shown by the line's name alone.
const lineKind = name as Schema<LineKind>;

/** One line of an invoice or of a quote. */
export const invoiceLine: Schema<InvoiceLine> = v.object({
  key: name,
  kind: lineKind,
  subscription: text,
  item: text,
  name: text,
  term: v.picklist(['advance', 'arrears']),
  period,
  quantity: number,
  unit: text,
  unitPrice: number,
  amount: money,
  derivation,
  workings: v.exactOptional(list(v.object({ key: name, line: v.exactOptional(name), amount: number, derivation }))),
});

/** How far an allowance is used. */
export const allowance: Schema<AllowanceStatus> = v.object({
  subscription: name,
  charge: name,
  name: text,
  unit: text,
  included: number,
  used: number,
  over: number,
  derivation,
});

/** When an invoice is issued, and for which periods. */
export const invoiceDates: Schema<InvoiceDates> = v.object({
  issueDate: plainDate,
  advance: period,
  arrears: v.nullable(period),
});
