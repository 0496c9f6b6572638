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

const fee = input(parse('139.00'), 'USD/month', 'base-fee');
const month = days({ start: '2026-09-01', end: '2026-10-01' }, 'days-in-period');
const rest = days({ start: '2026-09-11', end: '2026-10-01' }, 'days-charged');
const cents = { mode: 'half-up', scale: 2, policy: 'rounding' } as const;
const base = rounded(times(rounded(over(fee, month, { unit: 'USD/day' }), cents), rest), cents);

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
      [base, opposite(base), least(base, fee), greatest(base, fee), minus(base, lineRef('a', parse('2'), 'USD'))],
      {},
    );
    const clock = times(seconds('2024-11-01T04:00:00Z', '2024-12-01T05:00:00Z', 'seconds-in-period'), fee);
    for (const tree of [figure, clock].map(explain)) expect(checkDerivation(tree)).toEqual([]);
  });

  test('is plain JSON, and the figure can be read back from it', () => {
    const tree = explain(base);
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
    const found = checkDerivation(tamper(explain(base), path, value));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.path.length).toBeLessThanOrEqual(path.length);
  });

  test('where dates, rounding or a line do not give what is stated', () => {
    expect(checkDerivation({ ...explain(rest), end: '2026-10-02' } as Derivation)).toMatchObject([
      { stated: '20', computed: '21' },
    ]);
    const other = {
      ...explain(rounded(over(fee, month, { unit: 'USD/day' }), cents)),
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
      [plus([a, b], {}), minus(a, b), times(a, b), rounded(over(a, fee, {}), cents)][which % 4] ?? a;
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
      checkDerivation({ op: 'power', value: '1', unit: '', of: [explain(fee), explain(fee)] } as unknown as Derivation),
    ),
  ).toEqual(['malformed-input', 'derivation']);
  expect(thrownBy(() => checkDerivation({ op: 'divide', value: '1', unit: '', of: [explain(fee)] }))).toEqual([
    'malformed-input',
    'derivation',
  ]);
});
