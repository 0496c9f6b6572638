import type { Check } from './conformance.js';
import { CheckSkipped } from './errors.js';

/** What became of one check. */
export type CheckResult =
  | { readonly id: string; readonly title: string; readonly status: 'passed' }
  | { readonly id: string; readonly title: string; readonly status: 'failed'; readonly error: unknown }
  | { readonly id: string; readonly title: string; readonly status: 'skipped'; readonly reason: string };

/** What became of all of them, in order. */
export interface ConformanceResult {
  readonly results: readonly CheckResult[];
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface RunOptions {
  /** Told of each result as it comes. */
  readonly report?: (result: CheckResult) => void;
}

/** Makes the checks one after the other; one that fails doesn't end the run. */
export async function runChecks(checks: readonly Check[], { report }: RunOptions = {}): Promise<ConformanceResult> {
  const results: CheckResult[] = [];
  for (const check of checks) {
    const result = await resultOf(check);
    results.push(result);
    report?.(result);
  }
  const count = (status: CheckResult['status']): number => results.filter((result) => result.status === status).length;
  return { results, passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

async function resultOf({ id, title, run }: Check): Promise<CheckResult> {
  try {
    await run();
    return { id, title, status: 'passed' };
  } catch (error) {
    if (error instanceof CheckSkipped) return { id, title, status: 'skipped', reason: error.message };
    return { id, title, status: 'failed', error };
  }
}
