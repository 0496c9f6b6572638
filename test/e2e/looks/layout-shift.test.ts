import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loaded, openDemo, useBrowser } from '../demo-page.js';

/** What the page has kept of itself since a tab was opened. */
interface Watched {
  /** What has moved though nobody touched it, from where to where. */
  moves: string[];
  /** How high each widget was when it began to wait, and when all was there. */
  heights: Record<string, { waiting?: number; there?: number }>;
}

const TABS = 'summary plan usage invoices payment-methods contacts add-ons subscriptions users alerts'.split(' ');

/** What comes last in these is a list, and nobody knows its length before: they may grow at their end. */
const OPEN_ENDED = ['plan-picker', 'invoice-list', 'subscription-list'];

/** How far a widget may be from the height of its skeleton: a text wraps elsewhere than the bars that stand for it. */
const TOLERANCE = 0.2;

useBrowser();

describe.each([
  ['a desktop', 1280],
  ['a phone', 320],
])('on %s', (_, width) => {
  test('nothing that is shown moves when answers come, and skeletons are as high as what comes', async () => {
    const page = await openWatched(width);
    const moved: string[] = [];
    const misfits: string[] = [];
    for (const tab of TABS) {
      const { moves, heights } = await watchedOn(page, tab);
      moved.push(...moves.map((each) => `${tab}: ${each}`));
      misfits.push(...Object.entries(heights).flatMap(([name, height]) => misfitOf(name, height)));
    }
    expect(moved).toEqual([]);
    expect(misfits).toEqual([]);
  });
});

/** The demo with answers that take their time, on a screen on which every tab is seen to its end. */
async function openWatched(width: number): Promise<Page> {
  const page = await openDemo('scenario=mid-month', { width });
  await page.setViewportSize({ width, height: 5000 });
  await page.addInitScript(watch);
  await page.goto(new URL('?scenario=mid-month', page.url()).href);
  return page;
}

/** Opens a tab by its address, because what follows a click or a key isn't counted as a shift by the browser. */
async function watchedOn(page: Page, tab: string): Promise<Watched> {
  await page.evaluate((name) => {
    if (name !== 'summary') location.hash = `billing/${name}`;
  }, tab);
  await loaded(page);
  await expect.poll(() => page.locator('billing-portal .skeleton:visible').count(), { timeout: 10_000 }).toBe(0);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: () => Promise<Watched> }).seen());
  expect(Object.keys(seen.heights), tab).not.toEqual([]);
  return seen;
}

function misfitOf(name: string, { waiting, there = 0 }: { waiting?: number; there?: number }): string[] {
  // What was read for another tab is there at once.
  if (waiting === undefined) return [];
  const isTooHigh = waiting > there * (1 + TOLERANCE);
  const isTooLow = waiting < there * (1 - TOLERANCE) && !OPEN_ENDED.includes(name);
  return isTooHigh || isTooLow ? [`${name} is ${there} px high, its skeleton ${waiting} px`] : [];
}

/** Runs in the page, before all else: keeps what the browser reports as shifts, and the widgets' heights frame by frame. */
function watch(): void {
  interface LayoutShift extends PerformanceEntry {
    readonly sources: readonly { readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
  }
  let seen: Watched = { moves: [], heights: {} };
  const place = ({ x, y, width, height }: DOMRectReadOnly): string =>
    `${width}×${height} at ${Math.round(x)}, ${Math.round(y)}`;
  const keep = (entries: PerformanceEntryList): void => {
    for (const { previousRect: from, currentRect: to } of entries.flatMap((each) => (each as LayoutShift).sources))
      // What is gone hasn't moved.
      if (to.width > 0 && to.height > 0) seen.moves.push(`${place(from)} → ${place(to)}`);
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  const measure = (): void => {
    const portal = document.querySelector('billing-portal')?.shadowRoot;
    for (const widget of portal?.querySelectorAll<HTMLElement>('[role=tabpanel]:not([hidden]) *') ?? []) {
      const busy = widget.shadowRoot?.querySelector('.base')?.getAttribute('aria-busy');
      const { waiting, there } = seen.heights[widget.localName] ?? {};
      const height = widget.offsetHeight;
      if (busy === 'true' && there === undefined) seen.heights[widget.localName] = { waiting: waiting ?? height };
      if (busy === 'false')
        seen.heights[widget.localName] = { ...(waiting !== undefined && { waiting }), there: height };
    }
    requestAnimationFrame(measure);
  };
  requestAnimationFrame(measure);
  const report = async (): Promise<Watched> => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    keep(observer.takeRecords());
    const reported = seen;
    seen = { moves: [], heights: {} };
    return reported;
  };
  Object.assign(globalThis, { seen: report });
}
