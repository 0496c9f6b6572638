import { test } from 'vitest';
import { CheckSkipped, type Check } from '../../src/conformance/index.js';

/** Each check as a test of its own. */
export function testsOf(checks: readonly Check[]): void {
  for (const { id, title, run } of checks) {
    test(`${id}: ${title}`, async ({ skip }) => {
      try {
        await run();
      } catch (cause) {
        if (cause instanceof CheckSkipped) skip(cause.message);
        throw cause;
      }
    });
  }
}
