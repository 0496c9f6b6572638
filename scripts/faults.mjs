// npm run faults: each known way in which billing pages fail, where it is tested, and whether the test passes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish, sum } from './counts.mjs';
import { root } from './setup.mjs';
import { runTests, testFiles } from './test.mjs';

const CASES = 130;
const NAMES = /\bcases? (\d+(?:(?:, | and | to )\d+)*):/;

/** The numbers that a title names: `case 5: …`, `cases 26 and 27: …`. */
export function casesIn(title) {
  return (NAMES.exec(title)?.[1] ?? '').match(/\d+/g)?.map(Number) ?? [];
}

export function main() {
  const { notApplicable } = JSON.parse(readFileSync(join(root, 'test/faults.json'), 'utf8'));
  const files = testFiles().filter((path) => NAMES.test(readFileSync(join(root, path), 'utf8')));
  const results = runTests(files);
  const tests = results.flatMap((result) => result.tests);
  const numbers = Array.from({ length: CASES }, (_, index) => index + 1);
  const rows = numbers.map((number) => rowOf(number, tests, notApplicable[number]));
  console.log('');
  for (const { number, state, where } of rows)
    console.log(`${String(number).padStart(4)}  ${state.padEnd(14)}  ${where}`);
  const failed = rows.filter(({ state }) => state === 'missing' || state === 'failed').length;
  const brokenElsewhere = failed === 0 && sum(results).failed > 0 ? 1 : 0;
  finish({ passed: rows.length - failed, failed: failed + brokenElsewhere });
}

function rowOf(number, tests, reason) {
  const own = tests.filter(({ title }) => casesIn(title).includes(number));
  const where = own.map(({ file, title }) => `${file}: ${title.slice(title.search(NAMES))}`);
  if (own.length === 0)
    return reason ? { number, state: 'not applicable', where: reason } : { number, state: 'missing', where: '' };
  return {
    number,
    state: own.every(({ passed }) => passed) ? 'passed' : 'failed',
    where: [...new Set(where)].join('; '),
  };
}
