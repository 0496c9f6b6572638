// Installs the packages if they are missing or not those of the lock file. Node built-ins only: it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A cause that the user can remove: its message is shown without a stack. */
export class SetupError extends Error {}

const lockFile = join(root, 'package-lock.json');
// Inside node_modules, because that folder is emptied first: an install that was cut short leaves no stamp.
const stampFile = join(root, 'node_modules', '.billing-kit-setup');

const turnFile = join(root, '.setup-turn');

export function setup() {
  requireNode();
  if (!existsSync(lockFile))
    throw new SetupError('package-lock.json is missing: restore it (git checkout package-lock.json).');
  const stamp = currentStamp();
  const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isInstalled()) return;
  requireWritable();
  alone(() => {
    if (isInstalled()) return;
    console.log('Installing packages (about a minute the first time) …');
    install();
    writeFileSync(stampFile, stamp);
  });
}

/** Two installs at once would empty the folder under each other: the second one waits. */
function alone(work) {
  while (!takeTurn()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  try {
    work();
  } finally {
    rmSync(turnFile, { force: true });
  }
}

function takeTurn() {
  try {
    writeFileSync(turnFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isRunning(Number(readFileSync(turnFile, { encoding: 'utf8', flag: 'a+' })))) rmSync(turnFile, { force: true });
    return false;
  }
}

/** Whoever was killed has left its file behind. */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(`Node 20.19 or newer is needed, this is ${process.version}. Get one from https://nodejs.org.`);
}

function currentStamp() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${lock} ${process.platform} ${process.arch} node${process.versions.node.split('.')[0]}\n`;
}

function requireWritable() {
  for (const path of [root, join(root, 'node_modules')].filter(existsSync)) {
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw new SetupError(
        `Packages must be installed, but ${path} cannot be written. Use a copy in a folder of yours.`,
      );
    }
  }
}

function install() {
  // No install scripts: nothing here needs them. Development packages even where NODE_ENV says production.
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  // npm stumbles over the remains of an install that was cut short.
  rmSync(join(root, 'node_modules'), { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  // On Ctrl+C npm takes a moment to end: it is waited for, else it would meddle with the next install.
  const wait = () => {};
  process.on('SIGINT', wait).on('SIGTERM', wait);
  const { error, status } = spawnSync(...npm(args), { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  process.off('SIGINT', wait).off('SIGTERM', wait);
  if (error)
    throw new SetupError(`npm could not be started (${error.message}). It comes with Node: https://nodejs.org.`);
  if (status !== 0)
    throw new SetupError(
      'npm ci failed, see above. If it speaks of the network (ENOTFOUND, ECONNREFUSED, ETIMEDOUT), the npm registry cannot ' +
        'be reached from here: check the connection, the proxy and `npm config get registry`, then run this again.',
    );
}

/** A call of npm, through its own script where that is found, so that neither a shell nor a PATH is needed. */
export function npm(args) {
  const bin = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
  ];
  const cli = places.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return cli ? [process.execPath, [cli, ...args]] : ['npm', args];
}
