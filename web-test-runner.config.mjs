import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromiumFlags, ensureChromium } from './scripts/browsers.mjs';
import { mswWorkerForTests } from './scripts/msw-worker.mjs';

const tsconfig = fileURLToPath(new URL('./tsconfig.json', import.meta.url));

/** axe-core is a script that sets a global; this makes `import axe from 'axe-core'` work in the browser as it does in Node. */
const axeAsModule = {
  name: 'axe-as-module',
  transform: (context) =>
    context.path.endsWith('/axe-core/axe.js') ? `${context.body}\nexport default window.axe;` : undefined,
};

/** Hosts' bundlers fill this in; in a bare browser there is no `process`. */
const nodeEnv = {
  name: 'node-env',
  transform: ({ path, body }) =>
    path.includes('/@tanstack/query-core/') ? body.replaceAll('process.env.NODE_ENV', '"test"') : undefined,
};

/** Writes the counts where scripts/test.mjs asks for them. */
const counts = {
  stop({ sessions }) {
    const all = [...sessions].flatMap((session) => {
      const tests = testsOf(session.testResults);
      // A file that broke before or between its tests fails as a whole.
      return session.passed || tests.some((test) => !test.passed && !test.skipped)
        ? tests
        : [...tests, { passed: false }];
    });
    const run = all.filter((test) => !test.skipped);
    const passed = run.filter((test) => test.passed).length;
    if (process.env.TEST_COUNTS)
      writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed, failed: run.length - passed }));
  },
};
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

export default {
  files: 'test/elements/**/*.test.ts',
  nodeResolve: { exportConditions: ['development', 'browser'] },
  hostname: '127.0.0.1',
  concurrency: 2,
  // Legacy decorators are only applied if esbuild is shown the tsconfig.
  plugins: [esbuildPlugin({ ts: true, tsconfig }), axeAsModule, nodeEnv, mswWorkerForTests],
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
  testFramework: { config: { timeout: 5000 } },
  filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
  reporters: [defaultReporter(), counts],
};
