import { defineConfig } from 'vitest/config';

process.env.TZ = 'Asia/Kathmandu';

/** The tests of rating, without those that try thousands of inputs: a mutant is run against these, over and over. */
export default defineConfig({
  test: {
    include: ['test/rating/**/*.test.ts'],
    exclude: [
      'test/rating/bad-input.test.ts',
      'test/rating/*.property.test.ts',
      'test/rating/price-properties.test.ts',
    ],
    isolate: false,
  },
});
