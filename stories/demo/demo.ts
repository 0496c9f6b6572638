import '../../src/define/all.js';
import { createBackend, handlersFor, scenarios, type MockBackend } from '../../mock-api/index.js';
import { startMock } from '../../mock-api/browser.js';
import { restAdapter } from '../../src/adapters/rest.js';
import { registerPseudo } from './pseudo.js';
import { addressOf, readSettings, type Settings } from './settings.js';
import { instantAt, monthsEnd, nextDay, wallClock } from './wall-clock.js';

/** As slow as a back end that is near. */
const options = { delayMs: 150 };

const form = find('#controls', HTMLFormElement);
const clock = find('[name=clock]', HTMLInputElement);
const portal = find('billing-portal', HTMLElement) as HTMLElementTagNameMap['billing-portal'];

registerPseudo();
let settings = readSettings(new URLSearchParams(location.search));
let backend = backendOf(settings);
fillIn();
const worker = await startMock(backend, options);
apply(settings);

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  if (target !== clock) apply(chosen());
  else if (clock.value !== '') apply({ ...settings, now: instantAt(clock.value, zone()) });
});
form.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const wall = wallClock(backend.now, zone());
  const to = { day: nextDay(wall), month: monthsEnd(wall) }[target.value];
  apply({ ...settings, now: to === undefined ? undefined : instantAt(to, zone()) });
});

/** Shows the page with other settings. The adapter is a new one, so that nothing read before stays on the page. */
function apply(next: Settings): void {
  settings = next;
  backend = backendOf(settings);
  worker.resetHandlers(...handlersFor(backend, options));
  history.replaceState(null, '', addressOf(settings));
  Object.assign(document.documentElement, { lang: settings.lang, dir: settings.dir });
  document.documentElement.dataset['theme'] = settings.theme;
  portal.adapter = restAdapter({ baseUrl: '/billing/v1' });
  showState();
}

function backendOf({ scenario, now }: Settings): MockBackend {
  return createBackend(scenario, now === undefined ? {} : { now });
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
  clock.value = wallClock(backend.now, zone());
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone() });
  const time = format.format(Date.parse(backend.now));
  find('#state', HTMLOutputElement).value = `${scenarios[settings.scenario].title} · ${time}`;
}

function zone(): string {
  return backend.account().timeZone;
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${selector}`);
}
