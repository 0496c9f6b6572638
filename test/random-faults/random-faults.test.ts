import { onlineManager } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seeded } from '../../mock-api/random.js';
import { Session } from './session.js';

/** `npm run soak` does more of them. */
const OPERATIONS = Number(process.env['RANDOM_FAULTS'] ?? 500);
const AT_ONCE = 250;

const seeds = Array.from({ length: Math.ceil(OPERATIONS / AT_ONCE) }, (_, index) => `harbor ${index + 1}`);

beforeEach(() => {
  const chance = seeded('jitter');
  vi.spyOn(Math, 'random').mockImplementation(() => chance.int(0, 999_999) / 1_000_000);
  vi.useFakeTimers({ now: Date.parse('2026-11-18T15:20:00Z'), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  onlineManager.setOnline(true);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe(`${AT_ONCE} operations on a network that fails at random`, () => {
  test.each(seeds)(
    'each wish happens at most once, what is said of it holds, and only what was so is shown: "%s"',
    async (seed) => {
      const session = new Session(seed);
      await session.run(AT_ONCE);
      expect(await session.end()).toEqual([]);
    },
    60_000,
  );
});
