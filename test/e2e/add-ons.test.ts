import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, openDemo, setControl, sidewaysScroll, useBrowser } from './demo-page.js';
import { enter, focusedName, openTab, tabTo } from './keyboard.js';

useBrowser();

const dialog = (page: Page): Locator => page.locator('add-ons dialog[open]');
const inWords = async (locator: Locator): Promise<string> =>
  (await locator.innerText()).replaceAll(/[\u2068\u2069]/g, '').replaceAll(/\s+/g, ' ');
const total = (page: Page): Locator => page.locator('next-invoice [part=total]');

async function openAddOns(query = 'scenario=mid-month', view = {}): Promise<Page> {
  const page = await openDemo(query, view);
  await openTab(page, 'Add-ons', 'add-ons');
  return page;
}

describe('add-ons', () => {
  test('are bought by keyboard alone, with consent, and the rest of the page follows', async () => {
    const page = await openAddOns();
    await enter(page, /^Buy Live Call$/);
    const words = dialog(page).locator('[part=effect]');
    await words.waitFor();
    const [, after = '', before = ''] = /(\$\S+) instead of (\$\S+)/.exec(await inWords(words)) ?? [];
    await enter(page, /^Buy Live Call and pay \$40\.00$/);
    await dialog(page).getByText('Tick this to go on.').waitFor();
    expect(await focusedName(page)).toMatch(/^I agree to the terms of Live Call\./);
    await page.keyboard.press('Space');
    await enter(page, /^Buy Live Call and pay \$40\.00$/);
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Add-ons');
    await page.locator('add-ons [part~=add-on-active]', { hasText: 'Live Call' }).waitFor();

    await openTab(page, 'Summary', 'billing-summary');
    await page
      .locator('billing-summary')
      .getByText(/On-Call\W+Transcription\W+Live Call/)
      .first()
      .waitFor();
    await page.locator('next-invoice').getByText('Live Call').first().waitFor();
    expect(before).not.toBe('');
    expect(await inWords(total(page))).toBe(`${after} so far`);
    await openTab(page, 'Invoices', 'invoice-list');
    await page.locator('invoice-list').getByText('$40.00').first().waitFor();
  });

  test('are cancelled by keyboard alone, and kept after all', async () => {
    const page = await openAddOns();
    await enter(page, /^Cancel On-Call$/);
    await dialog(page).getByText('It ends on December 1; you keep it until then.').waitFor();
    const words = dialog(page).locator('[part=effect]');
    await words.waitFor();
    const [, after = '', before = ''] = /(\$\S+) instead of (\$\S+)/.exec(await inWords(words)) ?? [];
    await tabTo(page, /^Keep it$/);
    await enter(page, /^Cancel On-Call on December 1$/);
    await dialog(page).waitFor({ state: 'hidden' });
    await page.locator('add-ons [part~=add-on-ending]').waitFor();
    expect(await focusedName(page)).toBe('Add-ons');
    await openTab(page, 'Summary', 'billing-summary');
    await page.locator('next-invoice').getByText('On-Call').first().waitFor({ state: 'hidden' });
    expect(await inWords(total(page))).toBe(`${after} so far`);
    await page
      .locator('billing-summary')
      .getByText(/On-Call\W ends on December 1\./)
      .waitFor();
    await enter(page, /^Add-ons$/);
    await page.locator('add-ons [part~=add-on-ending]').waitFor();
    expect(await focusedName(page)).toBe('Add-ons');
    await enter(page, /^Undo: Keep On-Call$/);
    await page.locator('add-ons [part~=add-on-ending]').waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Add-ons');
    await openTab(page, 'Summary', 'billing-summary');
    await page.locator('next-invoice').getByText('On-Call').first().waitFor();
    expect(await inWords(total(page))).toBe(`${before} so far`);
  });

  test('are accessible, and fit into 320 pixels in both directions, with the dialog too', async () => {
    const page = await openAddOns('scenario=mid-month', { width: 320 });
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const dir of ['rtl', 'ltr']) {
      await setControl(page, 'Direction', dir);
      expect(await sidewaysScroll(page)).toBe(0);
    }
    await page.getByRole('button', { name: /Buy .Queue Voicemail/ }).press('Enter');
    await dialog(page).locator('[part=effect]').waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await dialog(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
