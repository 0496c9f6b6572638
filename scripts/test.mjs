// npm test -- [unit|elements|e2e|stories|looks …] [part of a path]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from './browsers.mjs';
import { finish, sum } from './counts.mjs';
import { root, SetupError } from './setup.mjs';

/** For each part how its runner is called and its result read. */
const parts = {
  unit: { command: vitest, read: readVitest },
  elements: { command: webTestRunner, read: (result) => result, browser: true },
  e2e: { command: vitest, read: readVitest, browser: true },
  stories: { command: webTestRunner, read: (result) => result, browser: true },
  looks: { command: vitest, read: readVitest, browser: true },
};
/** How everything looks takes its minutes: stories and looks are asked for by name. */
const USUAL = ['unit', 'elements', 'e2e'];
const NOTHING = { passed: 0, failed: 0, tests: [] };
const FOLDERS = {
  'test/elements/stories/': 'stories',
  'test/elements/': 'elements',
  'test/e2e/looks/': 'looks',
  'test/e2e/': 'e2e',
};
const partOf = (path) => FOLDERS[Object.keys(FOLDERS).find((folder) => path.startsWith(folder))] ?? 'unit';

export async function main(args) {
  const chosen = args.filter((arg) => Object.hasOwn(parts, arg));
  const filters = args.filter((arg) => !Object.hasOwn(parts, arg));
  const files = testFiles().filter((path) => filters.every((filter) => path.includes(filter)));
  const total = sum(runTests(files, chosen.length ? chosen : USUAL));
  if (total.passed + total.failed > 0) return finish(total);
  console.error(`There are no tests${args.length ? ` for: ${args.join(' ')}` : ''}.`);
  finish({ passed: 0, failed: 1 });
}

/** Runs test files, each in its part: the counts of each part, and its tests by file and title. */
export const runTests = (files, chosen = Object.keys(parts)) =>
  chosen.map((part) => {
    const own = files.filter((path) => partOf(path) === part);
    return own.length ? run(part, own) : NOTHING;
  });

export const testFiles = () =>
  readdirSync(join(root, 'test'), { recursive: true })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .sort();

function run(part, files) {
  console.log(`\n── ${part} ──`);
  const { command, read, browser } = parts[part];
  const folder = mkdtempSync(join(tmpdir(), 'billing-kit-test-'));
  const output = join(folder, 'result.json');
  try {
    const env = { ...process.env, TEST_RESULTS: output };
    if (browser) env.CHROME_PATH = ensureChromium();
    const [script, ...args] = command({ part, files, output });
    const stdio = ['ignore', 'inherit', 'inherit'];
    const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio,
      env,
    });
    const result = existsSync(output) ? read(JSON.parse(readFileSync(output, 'utf8'))) : NOTHING;
    // No result, no test run, or an error outside every test: a failure, whatever the counts say.
    const silent = result.failed === 0 && (status !== 0 || result.passed === 0);
    return silent ? { ...result, failed: 1 } : result;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return { ...NOTHING, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitest({ part, files, output }) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const project = part === 'unit' ? 'unit' : 'e2e';
  return ['vitest/vitest.mjs', 'run', '--project', project, ...reporters, ...files];
}

function readVitest({ numPassedTests, numFailedTests, testResults }) {
  // A file that did not load, or whose hook failed, has no failed test to be counted.
  const hasFailedTest = (file) => file.assertionResults.some(({ status }) => status === 'failed');
  const broken = testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: relative(root, name),
      title: fullName,
      passed: status === 'passed',
    })),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, tests };
}

function webTestRunner({ files }) {
  return ['@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs', '--files', ...files];
}
