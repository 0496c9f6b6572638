import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loaded, openDemo, useBrowser } from '../demo-page.js';

useBrowser();

/** A page in the colours of the user. */
async function forced(query: string): Promise<Page> {
  const page = await openDemo(query);
  await page.emulateMedia({ forcedColors: 'active' });
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

/** Each of them has a word, a sign and a border; gives the words. */
async function wordsOf(page: Page, selector: string): Promise<string[]> {
  const found = await signed(page, selector);
  expect(found.length).toBeGreaterThan(0);
  for (const { text, hasSign, border } of found) {
    expect(text).not.toBe('');
    expect(hasSign).toBe(true);
    expect(border).toBe('solid 1px');
  }
  return found.map(({ text }) => text);
}

describe('case 123: in forced colours', () => {
  test('states of invoices have different words, each with a sign and a border', async () => {
    const words = await wordsOf(await forced('scenario=past-due#billing/invoices'), '.badge');
    expect(new Set(words).size).toBeGreaterThan(1);
  });

  test('a remark has a word, a sign and a border', async () => {
    await wordsOf(await forced('scenario=read-only#billing/plan'), '.notice');
  });

  test('the open tab, what is used, and a way to pay are told apart', async () => {
    const page = await forced('scenario=mid-month');
    const lines = await page.getByRole('tab').evaluateAll((all) =>
      all.map((tab) => {
        const { content, backgroundColor } = getComputedStyle(tab, '::after');
        return [tab.ariaSelected, content !== 'none' && backgroundColor !== getComputedStyle(tab).backgroundColor];
      }),
    );
    expect(lines.every(([isOpen, hasLine]) => (isOpen === 'true') === hasLine)).toBe(true);
    expect(lines.filter(([, hasLine]) => hasLine)).toHaveLength(1);

    const used = page.locator('.used:visible').first();
    const [own, track] = await used.evaluate((bar) => [
      getComputedStyle(bar).backgroundColor,
      getComputedStyle(bar.parentElement as Element).backgroundColor,
    ]);
    expect(own).not.toBe(track);

    await page.getByRole('tab', { name: 'Payment methods' }).click();
    await loaded(page);
    await wordsOf(page, '.badge');
  });
});
