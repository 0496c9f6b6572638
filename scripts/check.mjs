// npm run check -- [name …]: everything that can be said about the code without running it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { finish } from './counts.mjs';
import { inventoryFault } from './script-inventory.mjs';
import { npm, root, SetupError } from './setup.mjs';

const temp = mkdtempSync(join(tmpdir(), 'billing-kit-check-'));
const bin = (path, ...args) => [process.execPath, join(root, 'node_modules', path), ...args];
const tsc = (project) => bin('typescript/bin/tsc', '--noEmit', '-p', project);

// Off is what the analyzer gets wrong: newer CSS and roles, `nothing` as a value, and elements that the host registers.
const templateRules = ['no-invalid-css', 'no-incompatible-type-binding', 'no-missing-import'].flatMap((rule) => [
  `--rules.${rule}`,
  'off',
]);

/** Two lanes, run side by side; within a lane each check waits for the one before it. */
const lanes = [
  {
    types: [tsc('tsconfig.json')],
    'types of what is published': [tsc('tsconfig.build.json')],
    'types of rating, without DOM and Node': [tsc('src/rating')],
    'types of browser tests': [tsc('test/elements')],
    templates: [bin('lit-analyzer/cli.js', '--strict', '--maxWarnings', '0', ...templateRules, 'src/elements/**/*.ts')],
    layers: [
      bin(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.mjs',
        'src',
        'mock-api',
        'stories',
      ),
    ],
    build: [
      bin('vite/bin/vite.js', 'build', '--logLevel', 'warn'),
      bin('typescript/bin/tsc', '-p', 'tsconfig.build.json'),
      () => inventoryFault(join(root, 'dist')),
    ],
    package: [pack, publint, areTheTypesWrong],
  },
  {
    lint: [bin('eslint/bin/eslint.js', '--max-warnings', '0', '.')],
    format: [bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
    manifest: [
      bin('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet', '--outdir', relative(root, temp)),
      manifestIsCurrent,
    ],
    unused: [bin('knip/bin/knip.js', '--no-config-hints')],
  },
];

export async function main(names) {
  const all = lanes.flatMap(Object.keys);
  const unknown = names.find((name) => !all.includes(name));
  try {
    if (unknown) throw new SetupError(`There is no check "${unknown}", only: ${all.join(', ')}.`);
    const results = (await Promise.all(lanes.map((lane) => runLane(lane, names)))).flat();
    const failed = results.filter((passed) => !passed).length;
    finish({ passed: results.length - failed, failed });
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

async function runLane(lane, names) {
  const results = [];
  for (const [name, steps] of Object.entries(lane))
    if (names.length === 0 || names.includes(name)) results.push(await runCheck(name, steps));
  return results;
}

async function runCheck(name, steps) {
  const start = performance.now();
  let complaint;
  for (const step of steps) {
    complaint = await (typeof step === 'function' ? step() : complaintOf(step));
    if (complaint !== undefined) break;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${complaint === undefined ? '✓' : '✗'} ${name} (${seconds} s)${complaint ? `\n${complaint.trimEnd()}\n` : ''}`,
  );
  return complaint === undefined;
}

/** What a command that failed had to say; undefined if it went well. */
function complaintOf([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status) => resolve(status === 0 ? undefined : output || `exit code ${status}`));
  });
}

function manifestIsCurrent() {
  const name = 'custom-elements.json';
  const same = readFileSync(join(root, name), 'utf8') === readFileSync(join(temp, name), 'utf8');
  return same ? undefined : `${name} is out of date: npm run manifest`;
}

/** Packs what `build` has left, without building again. */
function pack() {
  return complaintOf(npm(['pack', '--ignore-scripts', '--pack-destination', temp]).flat());
}
const tarball = () =>
  join(
    temp,
    readdirSync(temp).find((file) => file.endsWith('.tgz')),
  );
function publint() {
  return complaintOf(bin('publint/src/cli.js', 'run', '--strict', tarball()));
}
function areTheTypesWrong() {
  return complaintOf(
    bin(
      '@arethetypeswrong/cli/dist/index.js',
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      './openapi.yaml',
      '--',
      tarball(),
    ),
  );
}
