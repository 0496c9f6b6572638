import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromiumFlags, ensureChromium } from './scripts/browsers.mjs';
import { root } from './scripts/setup.mjs';
import { mswWorkerForTests } from './scripts/msw-worker.mjs';
import { sandboxFrameForTests } from './scripts/sandbox-frame.mjs';

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
    path.includes('/@tanstack/') ? body.replaceAll('process.env.NODE_ENV', '"test"') : undefined,
};

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
  nodeResolve: { exportConditions: ['development', 'browser'] },
  hostname: '127.0.0.1',
  concurrency: 1,
  // Legacy decorators are only applied if esbuild is shown the tsconfig.
  plugins: [esbuildPlugin({ ts: true, tsconfig }), axeAsModule, nodeEnv, mswWorkerForTests, sandboxFrameForTests],
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
