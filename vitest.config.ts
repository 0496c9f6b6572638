import { defineConfig } from 'vitest/config';

// The same odd time zone as in the browser tests; worker processes inherit it.
process.env.TZ = 'Asia/Kathmandu';

export default defineConfig({
  test: {
    // Vitest leaves a core to its watch mode; here nobody watches.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/elements/**', 'test/e2e/**'],
          // The modules under test keep no state that one file could leave to the next: they are loaded once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          isolate: false,
          include: ['test/e2e/**/*.test.ts'],
          // Starts the demo, and puts its address into DEMO_URL and the browser's path into CHROME_PATH.
          globalSetup: ['scripts/e2e-setup.mjs'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
