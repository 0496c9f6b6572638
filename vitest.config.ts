import { defineConfig } from 'vitest/config';

// The same odd time zone as in the browser tests; worker processes inherit it.
process.env.TZ = 'Asia/Kathmandu';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/elements/**', 'test/e2e/**'] },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
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
