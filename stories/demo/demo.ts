import '../../src/define/billing-portal.js';
import { createBackend, handlersFor, scenarios } from '../../mock-api/index.js';
import { startMock, unreachable } from '../../mock-api/browser.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import { restAdapter } from '../../src/adapters/rest.js';
import { keepIn, type KeeperStorage } from '../../src/store/persistence.js';
import { storeFor } from '../../src/store/store.js';
import { sandboxVault } from '../../src/vaults/sandbox.js';
import { callAt } from './call.js';
import { allowWorker } from './policy.js';
import { registerPseudo } from './pseudo.js';
import { addressOf, readSettings, type Settings } from './settings.js';
import { instantAt, monthsEnd, nextDay, wallClock } from './wall-clock.js';

const form = find('#controls', HTMLFormElement);
const clock = find('[name=clock]', HTMLInputElement);
const portal = find('billing-portal', HTMLElement) as HTMLElementTagNameMap['billing-portal'];

allowWorker();
registerPseudo();
// What is kept is gone with the page: without a network there would be nothing to show.
let settings: Settings = { ...readSettings(new URLSearchParams(location.search)), network: 'there' };
let backend = backendOf(settings);
let kept = inMemory();
let zone = (await backend.getAccount().catch(() => undefined))?.timeZone ?? 'America/New_York';
fillIn();
showState();
const worker = await startMock(backend);
await comeBack();
connect();

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  if (target === clock) {
    if (clock.value !== '') moveTo(instantAt(clock.value, zone));
    return;
  }
  const next = chosen();
  if (next.scenario !== settings.scenario) void start(next);
  else if (next.network !== settings.network) void reopen(next);
  else dress(next);
});
form.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) act(target.value);
});

function act(move: string): void {
  const wall = wallClock(backend.control.now, zone);
  if (move === 'day') moveTo(instantAt(nextDay(wall), zone));
  if (move === 'month') moveTo(instantAt(monthsEnd(wall), zone));
  if (move === 'end') backend.control.endMonth();
  if (move === 'call') void callComesIn();
  if (move === 'reset') void start({ ...settings, now: undefined });
  showState();
}

/** On, the back end lives through it; back, it starts anew. */
function moveTo(now: string): void {
  if (now < backend.control.now) return void start({ ...settings, now });
  backend.control.now = now;
  settings = { ...settings, now };
  showState();
}

async function callComesIn(): Promise<void> {
  const [subscription] = (await backend.listSubscriptions()).items;
  if (subscription) backend.control.addUsage(subscription.id, [callAt(backend.control.now)]);
}

/** Another account: a new adapter, so that nothing read before stays on the page. */
async function start(next: Settings): Promise<void> {
  settings = next;
  backend = backendOf(settings);
  kept = inMemory();
  zone = (await backend.getAccount().catch(() => undefined))?.timeZone ?? zone;
  connect();
}

/** From the bank's page: that has loaded this one anew, so that its back end is told once more what the bank has said. */
async function comeBack(): Promise<void> {
  const setup = new URLSearchParams(location.search).get('billing-setup');
  for (let number = 0; setup !== null && number < 20; number += 1) {
    const { id } = await backend.createSetupSession('sandbox', { idempotencyKey: `demo-${number}` });
    if (id !== setup) continue;
    for (const token of ['test_visa_3ds_redirect', 'test_3ds_ok']) backend.control.confirmSetup(id, token);
    return;
  }
}

/** With another network, and a new adapter: what it knows is what was kept of the one before. */
async function reopen(next: Settings): Promise<void> {
  settings = next;
  portal.adapter = undefined;
  await portal.updateComplete;
  setTimeout(connect);
}

function connect(): void {
  pretendNetwork(settings.network === 'there');
  // For whoever wants to look behind the page from the console.
  Object.assign(window, { backend });
  const adapter = restAdapter({ baseUrl: '/billing/v1' });
  // This back end's clock is set by hand.
  storeFor(adapter, { skewMs: Infinity, persist: keepIn(kept, 'demo') });
  portal.adapter = adapter;
  const { control } = backend;
  portal.vaults = [
    sandboxVault({ script: '/sandbox-frame.js', processor: (...card) => control.confirmSetup(...card) }),
  ];
  dress(settings);
}

/** What is not the back end's business: language, direction, theme, and how far away it is. */
function dress(next: Settings): void {
  settings = next;
  Object.assign(document.documentElement, { lang: settings.lang, dir: settings.dir });
  document.documentElement.dataset['theme'] = settings.theme;
  const isThere = settings.network === 'there';
  worker.resetHandlers(...(isThere ? handlersFor(backend, { delayMs: Number(settings.delay) }) : [unreachable]));
  showState();
}

function backendOf({ scenario, now }: Settings): MemoryAdapter {
  const made = createBackend(scenario, now === undefined ? {} : { now });
  made.subscribe(showState);
  return made;
}

/** What the lists say. Another scenario begins at a time of its own. */
function chosen(): Settings {
  const lists = [...form.querySelectorAll('select')].map(({ name, value }) => [name, value]);
  const read = readSettings(new URLSearchParams(lists));
  return { ...read, now: read.scenario === settings.scenario ? settings.now : undefined };
}

function fillIn(): void {
  const names = Object.entries(scenarios).map(([value, { title }]) => new Option(title, value));
  find('[name=scenario]', HTMLSelectElement).replaceChildren(...names);
  for (const list of form.querySelectorAll('select')) list.value = settings[list.name as 'scenario' | 'theme'];
}

function showState(): void {
  const { control } = backend;
  clock.value = wallClock(control.now, zone);
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  find('#state', HTMLElement).textContent =
    `${scenarios[settings.scenario].title} · ${format.format(Date.parse(control.now))}`;
  const messages = control.outbox().slice(-8).reverse();
  find('#outbox', HTMLOListElement).replaceChildren(
    ...messages.map(({ channel, to, subject }) => item(`${channel} to ${to}: ${subject}`)),
  );
  history.replaceState(history.state, '', addressOf(settings) + location.hash);
}

function pretendNetwork(isThere: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isThere });
  dispatchEvent(new Event(isThere ? 'online' : 'offline'));
}

/** As `localStorage` is, for as long as the page lives: its back end lives no longer. */
function inMemory(): KeeperStorage {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

function item(words: string): HTMLLIElement {
  const element = document.createElement('li');
  element.textContent = words;
  return element;
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${selector}`);
}
