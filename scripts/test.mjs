// npm test -- [unit|elements|e2e …] [part of a path]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browsers.mjs';
import { finish, sum } from './counts.mjs';
import { root, SetupError } from './setup.mjs';

/** For each part its folder's name in test/ (the rest is unit), and how its runner is called and its result read. */
const parts = {
  unit: { command: vitest, read: readVitest },
  elements: { command: webTestRunner, read: (counts) => counts, browser: true },
  e2e: { command: vitest, read: readVitest, browser: true },
};
const partOf = (path) => /^test\/(elements|e2e)\//.exec(path)?.[1] ?? 'unit';

export async function main(args) {
  const chosen = args.filter((arg) => Object.hasOwn(parts, arg));
  const filters = args.filter((arg) => !Object.hasOwn(parts, arg));
  const files = testFiles().filter((path) => filters.every((filter) => path.includes(filter)));

  const counts = (chosen.length ? chosen : Object.keys(parts)).map((part) => {
    const own = files.filter((path) => partOf(path) === part);
    return own.length ? run(part, own) : { passed: 0, failed: 0 };
  });
  const total = sum(counts);
  if (total.passed + total.failed > 0) return finish(total);
  console.error(`There are no tests${args.length ? ` for: ${args.join(' ')}` : ''}.`);
  finish({ passed: 0, failed: 1 });
}

const testFiles = () =>
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
    const env = { ...process.env, TEST_COUNTS: output };
    if (browser) env.CHROME_PATH = ensureChromium();
    const [script, ...args] = command({ part, files, output });
    const stdio = ['ignore', 'inherit', 'inherit'];
    const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio,
      env,
    });
    const counts = existsSync(output) ? read(JSON.parse(readFileSync(output, 'utf8'))) : { passed: 0, failed: 0 };
    // No result, no test run, or an error outside every test: a failure, whatever the counts say.
    const silent = counts.failed === 0 && (status !== 0 || counts.passed === 0);
    return silent ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitest({ part, files, output }) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  return ['vitest/vitest.mjs', 'run', '--project', part, ...reporters, ...files];
}

function readVitest({ numPassedTests, numFailedTests, testResults }) {
  // A file that did not load, or whose hook failed, has no failed test to be counted.
  const hasFailedTest = (file) => file.assertionResults.some(({ status }) => status === 'failed');
  const broken = testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file));
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function webTestRunner({ files }) {
  return ['@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs', '--files', ...files];
}
