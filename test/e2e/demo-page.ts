import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumFlags } from '../../scripts/browsers.mjs';

// In headless mode the focus gets lost at times between a page and a frame in a process of its own.
const args = [...chromiumFlags, '--disable-features=IsolateSandboxedIframes'];

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** One browser for all files that a worker runs: it takes a second to start. */
let browser: Promise<Browser> | undefined;
let page: Page;
let complaints: string[] = [];

/** Opens a browser page for the tests of a file, and fails every test in which it had something to complain of. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser ??= chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '', args });
    const context = await (await browser).newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterAll(() => page.context().close());
  afterEach(async () => {
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
    page.removeAllListeners('console').removeAllListeners('request');
    expect(complaints).toEqual([]);
  });
}

interface View {
  readonly width?: number;
  /** A back end that fails or refuses is something that the browser itself writes to the console. */
  readonly fails?: boolean;
}

/** Opens the demo at a query such as `scenario=trial-ended`, and waits until nothing is loading any more. */
export async function openDemo(query: string, { width = 1280, fails = false }: View = {}): Promise<Page> {
  complaints = [];
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  page.on('console', (message) => {
    const expected = fails && /status of (404|409|412|503)|ERR_FAILED/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && host !== new URL(demoUrl()).host) complaints.push(`request to ${host}`);
  });
  await page.goto(`${demoUrl()}?delay=0&${query}`);
  await loaded(page);
  return page;
}

/** Waits until the widgets of the tab that is shown have data or say that they have none. */
export async function loaded(shown: Page): Promise<void> {
  await shown.locator('billing-portal [aria-busy=false]:visible').first().waitFor();
  await shown.locator('billing-portal [aria-busy=true]:visible').first().waitFor({ state: 'detached' });
}

/** Sets one of the demo's own controls. */
export async function setControl(shown: Page, name: string, value: string): Promise<void> {
  const controls = shown.getByRole('complementary', { name: 'Demo controls' });
  if (!(await controls.getByLabel(name).isVisible())) await controls.locator('summary').click();
  await controls.getByLabel(name).selectOption(value);
}

/** What axe finds on the whole page, one line a fault. */
export async function accessibilityFaults(shown: Page): Promise<string[]> {
  // By the debugger: the page's own policy lets no script in.
  const debug = await shown.context().newCDPSession(shown);
  await debug.send('Runtime.evaluate', { expression: await readFile(axePath, 'utf8') });
  return shown.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

/** How far the page can be scrolled sideways. */
export const sidewaysScroll = (shown: Page): Promise<number> =>
  shown.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

function demoUrl(): string {
  const url = process.env['DEMO_URL'];
  if (!url) throw new Error('DEMO_URL is not set: run these tests by `npm test -- e2e`');
  return url;
}
