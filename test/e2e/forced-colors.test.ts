import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loaded, openDemo, useBrowser } from './demo-page.js';

useBrowser();

/** A page in the colours of the user. */
async function forced(query: string, tab?: string): Promise<Page> {
  const page = await openDemo(query);
  await page.emulateMedia({ forcedColors: 'active' });
  if (tab) await page.getByRole('tab', { name: tab }).click();
  await loaded(page);
  return page;
}

/** Of all that match and are shown: what they say, whether they have a sign, and how they are bordered. */
const signed = (page: Page, selector: string) =>
  page.locator(`billing-portal ${selector}:visible`).evaluateAll((all) =>
    all.map((each) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(each);
      return {
        text: each.textContent.trim(),
        hasSign: each.querySelector('svg') !== null,
        border: `${borderTopStyle} ${borderTopWidth}`,
      };
    }),
  );

describe('case 123: in forced colours', () => {
  test.each([
    ['a badge', 'scenario=past-due', 'Invoices', '.badge'],
    ['a way to pay', 'scenario=mid-month', 'Payment methods', '.badge'],
    ['a remark', 'scenario=read-only', 'Plan', '.notice'],
  ])('%s has a word, a sign and a border', async (_name, query, tab, selector) => {
    const found = await signed(await forced(query, tab), selector);
    expect(found.length).toBeGreaterThan(0);
    for (const { text, hasSign, border } of found) {
      expect(text).not.toBe('');
      expect(hasSign).toBe(true);
      expect(border).toBe('solid 1px');
    }
  });

  test('states of invoices have different words', async () => {
    const words = new Set(
      (await signed(await forced('scenario=past-due', 'Invoices'), '.badge')).map(({ text }) => text),
    );
    expect(words.size).toBeGreaterThan(1);
  });

  test('the tab that is open has its line, and no other has', async () => {
    const page = await forced('scenario=mid-month');
    const lines = await page.getByRole('tab').evaluateAll((all) =>
      all.map((tab) => {
        const { content, backgroundColor } = getComputedStyle(tab, '::after');
        return [tab.ariaSelected, content !== 'none' && backgroundColor !== getComputedStyle(tab).backgroundColor];
      }),
    );
    expect(lines.every(([isOpen, hasLine]) => (isOpen === 'true') === hasLine)).toBe(true);
    expect(lines.filter(([, hasLine]) => hasLine)).toHaveLength(1);
  });

  test('what is used of an allowance stands out from what is left', async () => {
    const page = await forced('scenario=mid-month');
    const used = page.locator('.used:visible').first();
    const [own, track] = await used.evaluate((bar) => [
      getComputedStyle(bar).backgroundColor,
      getComputedStyle(bar.parentElement as Element).backgroundColor,
    ]);
    expect(own).not.toBe(track);
  });
});
