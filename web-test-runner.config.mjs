import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumFlags, ensureChromium } from './scripts/browsers.mjs';
import { bundledTests } from './scripts/element-tests.mjs';
import { root } from './scripts/setup.mjs';
import { mswWorkerForTests } from './scripts/msw-worker.mjs';
import { sandboxFrameForTests } from './scripts/sandbox-frame.mjs';

/** Writes the results where scripts/test.mjs asks for them. */
const results = {
  stop({ sessions }) {
    const all = [...sessions].flatMap((session) => {
      const file = relative(root, session.testFile);
      const tests = testsOf(session.testResults).filter(({ skipped }) => !skipped);
      const known = tests.map(({ name, passed }) => ({ file, title: name, passed }));
      // A file that broke before or between its tests fails as a whole.
      const isBroken = !session.passed && tests.every(({ passed }) => passed);
      return isBroken ? [...known, { file, title: '', passed: false }] : known;
    });
    const passed = all.filter((test) => test.passed).length;
    const result = { passed, failed: all.length - passed, tests: all };
    if (process.env.TEST_RESULTS) writeFileSync(process.env.TEST_RESULTS, JSON.stringify(result));
  },
};
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

export default {
  files: 'test/elements/**/*.test.ts',
  hostname: '127.0.0.1',
  concurrency: 2,
  plugins: [bundledTests(), mswWorkerForTests, sandboxFrameForTests],
  browsers: [
    chromeLauncher({
      // An odd time zone, three quarters of an hour off: a date that leans on the browser's zone shows.
      launchOptions: {
        executablePath: ensureChromium(),
        args: chromiumFlags,
        env: { ...process.env, TZ: 'Asia/Kathmandu' },
      },
      // A context for each page: a background tab gets no animation frames, and service workers and storage stay apart.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  testFramework: { config: { timeout: 10_000 } },
  // The stories under axe take their time on a small machine.
  testsFinishTimeout: 300_000,
  // The clocks of the mock's accounts stand where their stories want them.
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && /Lit is in dev mode|off the back end's/.test(arg)),
  reporters: [defaultReporter(), results],
};
