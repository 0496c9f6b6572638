import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { ensureChromium } from './browsers.mjs';
import { root } from './setup.mjs';

/** Starts what `npm start` serves, in a process of its own, and ends it after the tests. */
export default async function setup() {
  process.env.CHROME_PATH = ensureChromium();
  const command = [join(root, 'scripts/run.mjs'), 'start', '--port', '5273'];
  const demo = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  process.env.DEMO_URL = await addressOf(demo);
  return async () => {
    demo.kill();
    await once(demo, 'exit');
  };
}

async function addressOf(demo) {
  for await (const line of createInterface({ input: demo.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('the demo ended before it said where it is');
}
