// npm run soak -- [--rounds N] [--operations N]: what is left behind by a portal that is put into a page and taken out
// again, over and over, on a network that fails; and thousands of operations through the store on such a network.
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium, chromiumFlags } from './browsers.mjs';
import { finish, sum } from './counts.mjs';
import { serveDemo } from './demo.mjs';
import { SetupError } from './setup.mjs';
import { runTests } from './test.mjs';

/** So many rounds come first, in which what is loaded once is loaded. */
const WARM_UP = 16;
/** Rounds that have not begun by then are left out. */
const MOST_MS = 150_000;
/** How much the heap may grow for each round: the mock's back end lives in the same page, and keeps every write. */
const HEAP_PER_ROUND = 20_000;

/** The longest that a request is waited for, and a little. */
const PATIENCE_MS = 35_000;
const COUNTED = ['portals', 'listeners', 'timers', 'channels', 'frames', 'nodes'];

const FAULTS = ['status=503', 'status=500', 'status=429;retry-after=1', 'drop', 'truncate', 'delay=300', 'stale'];
const TABS = ['Plan', 'Usage', 'Invoices', 'Add-ons', 'Contacts', 'Users', 'Alerts'];

export async function main(args) {
  const { rounds, operations } = optionsOf(args);
  process.env.NODE_ENV = 'production';
  const { url } = await serveDemo({ port: 5291 });
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...chromiumFlags, '--disable-features=IsolateSandboxedIframes', '--js-flags=--expose-gc'],
  });
  const rows = await soak(browser, url, rounds).finally(() => browser.close());
  console.log('');
  for (const { name, found, isGood } of rows) console.log(`${isGood ? '✓' : '✗'} ${name.padEnd(44)} ${found}`);
  const failed = rows.filter(({ isGood }) => !isGood).length;
  process.env.RANDOM_FAULTS = String(operations);
  const random = operations > 0 ? runTests(['test/random-faults/random-faults.test.ts']) : [];
  finish(sum([{ passed: rows.length - failed, failed }, ...random]));
  // The preview server of the demo has no other end.
  process.exit();
}

function optionsOf(args) {
  try {
    const options = { rounds: { type: 'string', default: '200' }, operations: { type: 'string', default: '10000' } };
    const { values } = parseArgs({ args, options });
    const [rounds, operations] = [Number(values.rounds), Number(values.operations)];
    if (Number.isInteger(rounds) && rounds > 0 && Number.isInteger(operations) && operations >= 0)
      return { rounds, operations };
  } catch {
    // falls through to the usage line
  }
  throw new SetupError('usage: npm run soak -- [--rounds N] [--operations N]');
}

async function soak(browser, url, most) {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const sent = keysOf(page);
  await page.addInitScript(watch);
  await page.goto(`${url}?delay=0`);
  await page.locator('billing-portal [aria-busy=false]:visible').first().waitFor();
  await page.evaluate(() => {
    const { adapter, vaults } = document.querySelector('billing-portal');
    Object.assign(window, { portalProperties: { adapter, vaults } });
  });
  for (let round = 0; round < WARM_UP; round += 1) await playRound(page, round);
  const debug = await page.context().newCDPSession(page);
  const begin = await calm(page, debug);
  const until = Date.now() + MOST_MS;
  let [rounds, middle] = [0, begin];
  for (; rounds < most && Date.now() < until; rounds += 1) {
    await playRound(page, WARM_UP + rounds);
    if (rounds === Math.floor(most / 2)) middle = { ...(await measure(page, debug)), rounds };
    if (rounds % 50 === 49) console.log(`${rounds + 1} of ${most} rounds`);
  }
  const end = await calm(page, debug, begin);
  return [
    { name: 'rounds', found: String(rounds), isGood: rounds > 0 },
    ...COUNTED.map((name) => none(`${name} left behind`, end[name] - begin[name])),
    heapRow(middle, end, rounds - (middle.rounds ?? 0)),
    ...(await writeRows(page, sent)),
  ];
}

const none = (name, found) => ({ name, found: String(found), isGood: found <= 0 });

function heapRow(middle, end, rounds) {
  const perRound = Math.round((end.heap - middle.heap) / Math.max(1, rounds));
  const name = 'heap growth a round in the second half, bytes';
  return {
    name,
    found: `${perRound} (up to ${HEAP_PER_ROUND} are the back end’s)`,
    isGood: perRound <= HEAP_PER_ROUND,
  };
}

/** The idempotency keys of all writes that the page sends, with the number of times. */
function keysOf(page) {
  const sent = new Map();
  page.on('request', (request) => {
    const key = request.headers()['idempotency-key'];
    if (key) sent.set(key, (sent.get(key) ?? 0) + 1);
  });
  return sent;
}

/** What was clicked and said, against what the back end has written down. */
async function writeRows(page, sent) {
  const { intents, confirmed, writes } = await page.evaluate(() => ({
    intents: window.soak.intents,
    confirmed: window.soak.confirmed,
    writes: window.backend.control.writes().filter(({ what }) => what === 'setPaymentRoles'),
  }));
  const doubled = writes.length - new Set(writes.map(({ key }) => key)).size + Math.max(0, writes.length - intents);
  const again = [...sent.values()].filter((times) => times > 1).length;
  return [
    {
      name: 'writes wanted, confirmed, sent again',
      found: `${intents}, ${confirmed}, ${again}`,
      isGood: confirmed > 0,
    },
    none('writes doubled', doubled),
    none('writes confirmed and lost', Math.max(0, confirmed - writes.length)),
  ];
}

/** Runs in the page before its own scripts: counts what is open, and what was wanted and confirmed. */
function watch() {
  const timers = new Set();
  const [set, clear] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  const [setEvery, clearEvery] = [window.setInterval.bind(window), window.clearInterval.bind(window)];
  window.soak = {
    timers,
    channels: new Set(),
    portals: [],
    intents: 0,
    confirmed: 0,
    pause: (ms) => new Promise((go) => set(go, ms)),
  };
  window.setTimeout = (act, ms, ...args) => {
    const id = set(() => {
      timers.delete(id);
      act(...args);
    }, ms);
    timers.add(id);
    return id;
  };
  window.setInterval = (act, ms, ...args) => {
    const id = setEvery(act, ms, ...args);
    timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => void (timers.delete(id), clear(id));
  window.clearInterval = (id) => void (timers.delete(id), clearEvery(id));
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      window.soak.channels.add(this);
    }
    close() {
      window.soak.channels.delete(this);
      super.close();
    }
  };
  document.addEventListener('billing-changed', ({ resource }) => {
    if (resource === 'payment-methods') window.soak.confirmed += 1;
  });
}

/** What is there when the portal is not, after all that can be collected has been. */
async function measure(page, debug) {
  // The browser remembers what was clicked last, and with it the portal that it was in.
  await page.locator('h1').click();
  await page.evaluate(() => window.soak.pause(1500));
  for (let times = 0; times < 3; times += 1) await debug.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await debug.send('Memory.getDOMCounters');
  const { usedSize } = await debug.send('Runtime.getHeapUsage');
  const open = await page.evaluate(() => {
    const { timers, channels, portals } = window.soak;
    return { timers: timers.size, channels: channels.size, portals: portals.filter((each) => each.deref()).length };
  });
  return { ...open, nodes, listeners: jsEventListeners, frames: page.frames().length, heap: usedSize };
}

/** The same when what was under way has come to its end: a write may wait for its answer for half a minute. */
async function calm(page, debug, before) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = await measure(page, debug);
    const isCalm = before && COUNTED.every((name) => now[name] <= before[name]);
    if (isCalm || Date.now() > until) return now;
  }
}

/** Puts the portal in, uses it while requests fail, and takes it out, often with something still under way. */
async function playRound(page, round) {
  await planFaults(page, round);
  await page.evaluate(() => {
    document.querySelector('billing-portal')?.remove();
    const portal = document.createElement('billing-portal');
    document.querySelector('main').append(Object.assign(portal, window.portalProperties));
    window.soak.portals.push(new WeakRef(portal));
  });
  const portal = page.locator('billing-portal');
  await patiently(portal.getByRole('tab', { name: TABS[round % TABS.length], exact: true }).click({ timeout: 3000 }));
  await patiently(portal.getByRole('tab', { name: 'Payment methods' }).click({ timeout: 3000 }));
  if (
    await patiently(
      portal
        .getByRole('button', { name: /^Make default/ })
        .first()
        .click({ timeout: 2000 }),
    )
  )
    await page.evaluate(() => (window.soak.intents += 1));
  if (await patiently(portal.getByRole('button', { name: 'Add payment method' }).click({ timeout: 2000 })))
    if (round % 3 > 0) await patiently(portal.locator('[slot=vault-field] iframe').waitFor({ timeout: 1500 }));
  if (round % 2 === 0) await page.keyboard.press('Escape');
  await page.evaluate(() => document.querySelector('billing-portal')?.remove());
}

/** Other ones each round, the same each time. */
const planFaults = (page, round) =>
  page.evaluate(
    async ([planned]) => {
      await fetch('/billing/v1/sandbox/faults', { method: 'PUT', body: JSON.stringify(planned) });
    },
    [
      [
        { method: 'GET', fault: FAULTS[round % FAULTS.length], times: 2 },
        { method: 'PUT', path: '/payment-methods', fault: FAULTS[(round * 3) % FAULTS.length] },
      ],
    ],
  );

/** Whether it could be done: where requests fail, there may be nothing to click. */
const patiently = (done) =>
  done.then(
    () => true,
    () => false,
  );
