import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDerivation, explain, figureOf, type Derivation } from '../../src/rating/derivation.js';
import {
  days,
  greatest,
  input,
  least,
  lineRef,
  minus,
  opposite,
  over,
  plus,
  rounded,
  seconds,
  times,
  type Figure,
} from '../../src/rating/figure.js';
import { parse } from '../../src/rating/decimal.js';
import { thrownBy } from './thrown.js';

const fee = (): Figure => input(parse('139.00'), 'USD/month', 'base-fee');
const month = (): Figure => days({ start: '2026-09-01', end: '2026-10-01' }, 'days-in-period');
const rest = (): Figure => days({ start: '2026-09-11', end: '2026-10-01' }, 'days-charged');
const cents = { mode: 'half-up', scale: 2, policy: 'rounding' } as const;
const base = (): Figure => rounded(times(rounded(over(fee(), month(), { unit: 'USD/day' }), cents), rest()), cents);

/** The same tree with another value at one node. */
function tamper(tree: Derivation, path: readonly number[], value: string): Derivation {
  const [index, ...deeper] = path;
  if (index === undefined) return { ...tree, value };
  if (!('of' in tree)) throw new Error('no such node');
  return {
    ...tree,
    of: tree.of.map((child, at) => (at === index ? tamper(child, deeper, value) : child)),
  } as Derivation;
}

describe('a tree that holds', () => {
  test('has no differences, for every kind of node', () => {
    const figure = plus(
      [
        base(),
        opposite(base()),
        least(base(), fee()),
        greatest(base(), fee()),
        minus(base(), lineRef('a', parse('2'), 'USD')),
      ],
      {},
    );
    const clock = times(seconds('2024-11-01T04:00:00Z', '2024-12-01T05:00:00Z', 'seconds-in-period'), fee());
    for (const tree of [figure, clock].map(explain)) expect(checkDerivation(tree)).toEqual([]);
  });

  test('is plain JSON, and the figure can be read back from it', () => {
    const tree = explain(base());
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
    expect(explain(figureOf(tree))).toEqual(tree);
    expect(tree.value).toBe('92.6');
  });
});

describe('a tampered tree is found', () => {
  test.each([
    [[], '92.67'],
    [[0], '92.61'],
    [[0, 0], '4.64'],
    [[0, 1], '21'],
    [[0, 0, 0], '4.6'],
    [[0, 0, 0, 1], '31'],
  ] as [number[], string][])('at %j', (path, value) => {
    const found = checkDerivation(tamper(explain(base()), path, value));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.path.length).toBeLessThanOrEqual(path.length);
  });

  test('where dates, rounding or a line do not give what is stated', () => {
    expect(checkDerivation({ ...explain(rest()), end: '2026-10-02' } as Derivation)).toMatchObject([
      { stated: '20', computed: '21' },
    ]);
    const other = {
      ...explain(rounded(over(fee(), month(), { unit: 'USD/day' }), cents)),
      rounding: { ...cents, mode: 'up' },
    } as Derivation;
    expect(checkDerivation(other)).toMatchObject([{ stated: '4.63', computed: '4.64' }]);
    const total = explain(plus([lineRef('a', parse('5'), 'USD')], {}));
    expect(checkDerivation(total, new Map([['a', parse('6')]]))).toMatchObject([
      { path: [0], stated: '5', computed: '6' },
    ]);
  });

  test('in random trees, at any node that is worked out', () => {
    const leaf = fc.bigInt({ min: -9999n, max: 9999n }).map((n): Figure => input({ n, d: 100n }, 'USD', 'fee'));
    const join = (a: Figure, b: Figure, which: number): Figure =>
      [plus([a, b], {}), minus(a, b), times(a, b), rounded(over(a, fee(), {}), cents)][which % 4] ?? a;
    const tree = fc
      .array(fc.tuple(leaf, fc.nat(3)), { minLength: 2, maxLength: 8 })
      .map((parts) => parts.map(([figure]) => figure).reduce((a, b, index) => join(a, b, parts[index]?.[1] ?? 0)));
    fc.assert(
      fc.property(tree, (figure) => {
        const written = explain(figure);
        return (
          checkDerivation(written).length === 0 &&
          checkDerivation({ ...written, value: `${written.value}9`.replace(/^(-?\d+)9$/, '$1.9') }).length === 1
        );
      }),
      { numRuns: 300 },
    );
  });
});

test('what is not a derivation is refused', () => {
  expect(
    thrownBy(() => checkDerivation({ op: 'add', value: '1', unit: '', of: 'x' } as unknown as Derivation)),
  ).toEqual(['malformed-input', 'derivation']);
  expect(
    thrownBy(() =>
      checkDerivation({
        op: 'power',
        value: '1',
        unit: '',
        of: [explain(fee()), explain(fee())],
      } as unknown as Derivation),
    ),
  ).toEqual(['malformed-input', 'derivation']);
  expect(thrownBy(() => checkDerivation({ op: 'divide', value: '1', unit: '', of: [explain(fee())] }))).toEqual([
    'malformed-input',
    'derivation',
  ]);
});

describe('what is not a derivation', () => {
  const leaf = (): Derivation => explain(fee());
  const refused = (tree: unknown): [string, string] => thrownBy(() => checkDerivation(tree as Derivation));
  const nested = (depth: number): Derivation =>
    depth === 0 ? leaf() : { op: 'add', value: '139', unit: 'USD', of: [nested(depth - 1)] };

  test('is refused by the way to its node', () => {
    expect(refused(null)).toEqual(['malformed-input', 'derivation']);
    expect(refused('x')).toEqual(['malformed-input', 'derivation']);
    expect(refused({ op: 'add', value: '1', unit: '', of: [leaf(), null] })).toEqual([
      'malformed-input',
      'derivation.of[1]',
    ]);
    expect(refused({ op: 'add', value: '1', unit: '', of: [{ op: 'add', value: '1', unit: '', of: ['x'] }] })).toEqual([
      'malformed-input',
      'derivation.of[0].of[0]',
    ]);
    expect(refused({ op: 'add', value: 1, unit: '', of: [] })).toEqual(['malformed-number', 'derivation']);
    expect(refused({ op: 'add', value: '1', unit: '', of: [{ ...leaf(), value: 'x' }] })).toEqual([
      'malformed-number',
      'derivation.of[0]',
    ]);
    expect(refused({ op: 'subtract', value: '1', unit: '' })).toEqual(['malformed-input', 'derivation']);
    expect(
      refused({ op: 'divide', value: '1', unit: '', of: [leaf(), { op: 'input', value: '0', unit: '' }] }),
    ).toEqual(['division-by-zero', 'derivation']);
  });

  test('is one deeper than 64 steps', () => {
    expect(checkDerivation(nested(63))).toEqual([]);
    expect(refused(nested(64))[0]).toBe('malformed-input');
  });
});

test('days of months of one length are written, recomputed and read back', () => {
  const tree = explain(days({ start: '2023-02-23', end: '2023-03-15', monthDays: 30 }, 'days-charged'));
  expect(tree).toEqual({
    op: 'days',
    value: '22',
    unit: 'day',
    label: 'days-charged',
    start: '2023-02-23',
    end: '2023-03-15',
    monthDays: 30,
  });
  expect(checkDerivation(tree)).toEqual([]);
  expect(checkDerivation({ ...tree, monthDays: 28 } as Derivation)).toEqual([
    { path: [], stated: '22', computed: '20' },
  ]);
});

test('a tree has nothing but what its node says', () => {
  expect(explain(plus([], { unit: 'USD' }))).toEqual({ op: 'add', value: '0', unit: 'USD', of: [] });
  expect(Object.keys(explain(plus([fee()], {})))).toEqual(['op', 'value', 'unit', 'of']);
  expect(Object.keys(explain(month()))).toEqual(['op', 'value', 'unit', 'label', 'start', 'end']);
  expect(Object.keys(explain(fee()))).toEqual(['op', 'value', 'unit', 'label']);
  expect(explain(opposite(fee()))).toMatchObject({
    op: 'multiply',
    value: '-139',
    unit: 'USD',
    of: [{}, { value: '-1', unit: '', label: 'credit' }],
  });
});

test('every error has the name of its kind', () => {
  expect(() => checkDerivation(null as unknown as Derivation)).toThrow(
    expect.objectContaining({ name: 'RatingError' }),
  );
});
