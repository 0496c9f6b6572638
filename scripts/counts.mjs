// What every runner here comes down to, and the one line that it ends with.

/** @typedef {{ passed: number, failed: number }} Counts */

export const sum = (all) =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 });

/** Prints the last line and sets the exit code. */
export function finish(counts) {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
