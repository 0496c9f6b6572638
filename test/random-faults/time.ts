import { vi } from 'vitest';

/** How far the clock goes at once: short beside every wait of the store. */
const STEP_MS = 100;

/** Lets the clock run, and all that becomes due on the way happen. Timers are fake, and nothing is really waited for. */
export async function pass(ms: number): Promise<void> {
  await happen();
  for (let left = ms; left > 0; left -= STEP_MS) {
    vi.advanceTimersByTime(Math.min(left, STEP_MS));
    await happen();
  }
}

/** All promises that can go on do: bodies of answers are read in several turns. */
async function happen(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
