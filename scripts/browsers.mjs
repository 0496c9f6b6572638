// Finds a Chromium for the tests and, if there is none, gets one. Node built-ins only, except where a package is asked for.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SetupError } from './setup.mjs';

const require = createRequire(import.meta.url);
const isRoot = process.getuid?.() === 0;

export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-first-run',
  // Chromium refuses to start its sandbox as root, and most containers forbid it.
  ...(isRoot || process.env.CI ? ['--no-sandbox'] : []),
];

/** The path of a Chromium, or undefined. CHROME_PATH wins, and is not silently replaced if it is wrong. */
export function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !runnable(chosen))
    throw new SetupError(`CHROME_PATH is ${chosen}, which is not a program that can be run.`);
  return chosen || [...usualPlaces(), playwrightPath()].find(runnable);
}

/** The path of a Chromium, installed if need be. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found: installing one for the tests …');
  if (isDebian() && isRoot) aptInstall();
  if (!findChromium()) playwrightInstall();
  const installed = findChromium();
  if (installed) return installed;
  throw new SetupError(
    'The browser tests need Chromium or Chrome, and none could be installed. Install one (Debian: apt-get install chromium), ' +
      'or set CHROME_PATH to the program, then run this again. `npm test -- unit` needs no browser.',
  );
}

function usualPlaces() {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    Boolean,
  );
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ];
}

function playwrightPath() {
  try {
    return require('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    // Ubuntu's package is a script that only says to install the snap.
    return statSync(path).size > 10_000 || !readFileSync(path, 'utf8').includes('snap install');
  } catch {
    return false;
  }
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID=["']?debian/m.test(readFileSync('/etc/os-release', 'utf8'));

function aptInstall() {
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', '-y', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => apt('install', '--no-install-recommends', 'chromium');
  return install() || (apt('update') && install());
}

function playwrightInstall() {
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  const args = [
    cli,
    'install',
    '--no-shell',
    ...(isRoot && process.platform === 'linux' ? ['--with-deps'] : []),
    'chromium',
  ];
  spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
