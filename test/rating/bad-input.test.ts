import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RatingError } from '../../src/rating/index.js';
import { calls, type Json } from './inputs.js';

/** Values that are wrong in most places: of another kind, too long, on a bound. */
const JUNK: readonly Json[] = [
  ...[
    null,
    true,
    0,
    -1,
    0.5,
    1e21,
    '',
    ' ',
    '0',
    '-0',
    '-1',
    '1.5',
    '1e3',
    '0x1',
    'Infinity',
    'constructor',
    '__proto__',
  ],
  ...[
    '9'.repeat(30),
    '9'.repeat(31),
    `0.${'0'.repeat(19)}1`,
    `0.${'1'.repeat(21)}`,
    '2024-02-30',
    '2024-12-31',
    'half-up',
  ],
  ...[[], {}, [null], [[]], [{}], { length: 3 }, ['1']],
];

/** The same row of numbers each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A copy with one value somewhere in it replaced, taken away or doubled. */
function mutate(value: unknown, next: () => number): unknown {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const inner = typeof value === 'object' && value !== null;
  if (!inner || next() < 0.08) return pick(JUNK);
  if (Array.isArray(value)) {
    const at = Math.floor(next() * value.length);
    if (next() < 0.1) return value.toSpliced(at, 1);
    if (next() < 0.1) return [...(value as unknown[]), value[at]];
    return value.map((each: unknown, index) => (index === at ? mutate(each, next) : each));
  }
  const key = pick(Object.keys(value)) ?? 'type';
  if (next() < 0.1) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: mutate((value as Record<string, unknown>)[key], next) };
}

/** Why something is not as promised: no result, or any other error than a `RatingError`. */
function complaint(run: (input: never) => unknown, input: unknown): string | null {
  try {
    const result = run(input as never);
    return typeof result === 'object' && result !== null ? null : `gave ${String(result)}`;
  } catch (error) {
    return error instanceof RatingError ? null : String(error);
  }
}

test('valid inputs are rated, or lack what their price needs', () => {
  for (const { run, inputs } of calls) for (const input of inputs) expect(complaint(run, input)).toBeNull();
});

// Most inputs end in an error, whose stack costs more than the rating; a busy machine takes its time.
Error.stackTraceLimit = 0;
const patience = { timeout: 60_000 };

test('90,000 inputs that are nearly right give a result or a RatingError', patience, () => {
  const next = random(42);
  const complaints = new Set<string>();
  for (let index = 0; index < 90_000; index++) {
    const call = calls[index % calls.length];
    let input: unknown = call?.inputs[Math.floor(next() * call.inputs.length)];
    for (let times = 0; times <= next() * 3; times++) input = mutate(input, next);
    const found = call && complaint(call.run, input);
    if (found) complaints.add(`${call.run.name}: ${found}`);
  }
  expect([...complaints]).toEqual([]);
});

test('10,000 inputs of any kind give a result or a RatingError', patience, () => {
  const complaints = new Set<string>();
  const values = fc.sample(fc.jsonValue({ maxDepth: 3 }), { numRuns: 10_000, seed: 42 });
  for (const [index, value] of values.entries()) {
    const call = calls[index % calls.length];
    if (!call) break;
    const found = complaint(call.run, value);
    if (found !== null) complaints.add(`${call.run.name}: ${found}`);
  }
  expect([...complaints]).toEqual([]);
});
