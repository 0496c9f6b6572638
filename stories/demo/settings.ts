import { scenarios, type ScenarioName } from '../../mock-api/index.js';

/** What the page shows, and how. All of it is in the address, so that a reload or a link brings it back. */
export interface Settings {
  readonly scenario: ScenarioName;
  readonly theme: string;
  readonly dir: string;
  readonly lang: string;
  /** How long the back end takes for an answer, in milliseconds. */
  readonly delay: string;
  /** Whether the browser has one; without it the page is as it is when it is opened anew. */
  readonly network: string;
  /** The back end's clock, an instant; without it, that of the scenario. */
  readonly now: string | undefined;
}

const choices = {
  scenario: Object.keys(scenarios),
  theme: ['auto', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  lang: ['en-US', 'en-GB', 'en-XA'],
  delay: ['150', '0', '2000'],
  network: ['there', 'none'],
};

/** The settings of an address; what it doesn't say, or says wrong, is the first choice. */
export function readSettings(query: URLSearchParams): Settings {
  const chosen = (name: keyof typeof choices): string => {
    const value = query.get(name) ?? '';
    return choices[name].includes(value) ? value : (choices[name][0] ?? '');
  };
  const now = query.get('now') ?? '';
  return {
    scenario: chosen('scenario') as ScenarioName,
    theme: chosen('theme'),
    dir: chosen('dir'),
    lang: chosen('lang'),
    delay: chosen('delay'),
    network: chosen('network'),
    now: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(now) && !Number.isNaN(Date.parse(now)) ? now : undefined,
  };
}

/** The address of some settings: only what is not the first choice, and whatever isn't ours. */
export function addressOf(settings: Settings): string {
  const query = new URLSearchParams();
  for (const [name, [first]] of Object.entries(choices)) {
    const value = settings[name as keyof typeof choices];
    if (value !== first) query.set(name, value);
  }
  if (settings.now !== undefined) query.set('now', settings.now);
  for (const [name, value] of new URLSearchParams(location.search))
    if (name !== 'now' && !Object.hasOwn(choices, name)) query.append(name, value);
  return query.size === 0 ? location.pathname : `?${query.toString()}`;
}
