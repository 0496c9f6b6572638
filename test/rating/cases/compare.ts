/** A figure of a case that came out otherwise. */
export interface Difference {
  readonly figure: string;
  readonly expected: unknown;
  readonly got: unknown;
}

type Entries = Readonly<Record<string, unknown>>;

/** Compares what is expected with what a calculation gave, by the rules of the format. What isn't expected isn't compared. */
export function differences(expected: Entries, got: Entries): Difference[] {
  return Object.entries(expected)
    .filter(([figure, value]) => !agree(value, got[figure], figure))
    .map(([figure, value]) => ({ figure, expected: value, got: got[figure] }));
}

function agree(expected: unknown, got: unknown, name: string): boolean {
  if (UNORDERED.includes(name) && Array.isArray(expected) && Array.isArray(got)) return sameSet(expected, got);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((each, index) => agree(each, got[index], ''))
    );
  }
  if (isEntries(expected)) return isEntries(got) && agreeEntries(expected, got);
  return sameValue(expected, got);
}

const UNORDERED: readonly string[] = ['lines', 'discounts', 'credits'];
/** Of lines, a hint. */
const HINTS: readonly string[] = ['ref'];

const agreeEntries = (expected: Entries, got: Entries): boolean =>
  Object.entries(expected).every(([name, value]) => HINTS.includes(name) || agree(value, got[name], name));

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lines of zero are left out; each expected one needs a line of its own, in any order. */
function sameSet(expected: readonly unknown[], got: readonly unknown[]): boolean {
  const wanted = expected.filter(isCounted);
  const found = got.filter(isCounted);
  return wanted.length === found.length && pairUp(wanted, found);
}

const isCounted = (line: unknown): boolean => !(isEntries(line) && 'amount' in line && sameValue('0', line.amount));

function pairUp([first, ...rest]: readonly unknown[], found: readonly unknown[]): boolean {
  if (first === undefined) return true;
  return found.some((line, index) => agree(first, line, '') && pairUp(rest, found.toSpliced(index, 1)));
}

function sameValue(expected: unknown, got: unknown): boolean {
  const [a, b] = [fractionOf(expected), fractionOf(got)];
  if (a && b) return a.n * b.d === b.n * a.d;
  return expected === got;
}

/** A number of a case or of a result: whole, a decimal, or a fraction. */
function fractionOf(value: unknown): { n: bigint; d: bigint } | null {
  const match = /^(-?\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '',
  );
  if (!match) return null;
  const [, whole = '', digits = '', divisor = '1'] = match;
  return { n: BigInt(whole + digits), d: 10n ** BigInt(digits.length) * BigInt(divisor) };
}
