// npm test -- [unit|elements|e2e] [part of a path, or else of a test's name]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browsers.mjs';
import { finish, sum } from './counts.mjs';
import { root, SetupError } from './setup.mjs';

const parts = { unit: vitest, elements: webTestRunner, e2e: vitest };
const partOf = (path) => /^test\/(elements|e2e)\//.exec(path)?.[1] ?? 'unit';

export async function main(args) {
  const chosen = args.filter((arg) => arg in parts);
  const filter = args.filter((arg) => !(arg in parts)).join(' ');
  const files = testFiles();
  const matching = files.filter((path) => path.includes(filter));
  const name = matching.length === 0 ? filter : undefined;

  const results = (chosen.length ? chosen : Object.keys(parts)).map((part) => {
    const own = (name ? files : matching).filter((path) => partOf(path) === part);
    return own.length ? run(part, own, name) : { passed: 0, failed: 0 };
  });
  const total = sum(results);
  if (total.passed + total.failed === 0)
    throw new SetupError(`No tests match${filter && ` "${filter}"`}.\n\n0 passed, 1 failed`);
  finish(total);
}

const testFiles = () =>
  readdirSync(join(root, 'test'), { recursive: true })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .sort();

function run(part, files, name) {
  console.log(`\n── ${part} ──`);
  const folder = mkdtempSync(join(tmpdir(), 'billing-kit-test-'));
  const output = join(folder, 'counts.json');
  try {
    const env = { ...process.env, TEST_COUNTS: output, TEST_NAME: name ?? '' };
    if (part !== 'unit') env.CHROME_PATH = ensureChromium();
    const [script, args, read] = parts[part](part, files, name, output);
    const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    });
    return judge(status, existsSync(output) ? read(JSON.parse(readFileSync(output, 'utf8'))) : undefined, name);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** No result, no test run or an error outside every test is a failure, whatever the counts say. */
function judge(status, counts, name) {
  if (!counts) return { passed: 0, failed: 1 };
  const nothingRan = counts.passed + counts.failed === 0 && !name;
  const brokeElsewhere = status !== 0 && counts.failed === 0 && !(name && counts.passed === 0);
  return nothingRan || brokeElsewhere ? { ...counts, failed: 1 } : counts;
}

function vitest(part, files, name, output) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const args = ['run', '--project', part, ...reporters, ...(name ? ['-t', name] : []), ...files];
  return ['vitest/vitest.mjs', args, countVitest];
}

function countVitest({ numPassedTests, numFailedTests, testResults }) {
  // A file that did not load, or whose hook failed, has no failed test to be counted.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function webTestRunner(_part, files) {
  return [
    '@web/test-runner/dist/bin.js',
    ['--config', 'web-test-runner.config.mjs', '--files', ...files],
    (counts) => counts,
  ];
}
