import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemo, sidewaysScroll, useBrowser } from './demo-page.js';

useBrowser();

const report = (page: Page): Locator => page.locator('usage-report');
const rows = (page: Page): Locator => page.locator('record-table [part=row]');

/** From the summary to the calls of the month, without a pointer. */
async function openCalls(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Summary' }).focus();
  while ((await page.locator('billing-portal').getAttribute('tab')) !== 'usage') {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
  }
  await report(page).getByRole('button', { name: 'Show calls and messages' }).focus();
  await page.keyboard.press('Enter');
  await rows(page).first().waitFor();
}

test('the calls of a month are found by keyboard, filtered, and saved as they are shown', async () => {
  const page = await openDemo('scenario=mid-month');
  await openCalls(page);
  await report(page).getByLabel('Kind', { exact: true }).selectOption('voicemail');
  const count = report(page).locator('[part=count]');
  await count.filter({ hasText: ' of ' }).waitFor();
  const [, shown = ''] = /^(\d+) of /.exec(await count.innerText()) ?? [];
  const saved = page.waitForEvent('download');
  await report(page).getByRole('button', { name: 'Save as CSV' }).focus();
  await page.keyboard.press('Enter');
  const download = await saved;
  expect(download.suggestedFilename()).toBe('Usage-2026-11.csv');
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(Number(shown) + 1);
  expect(lines.slice(1).every((line) => line.includes('"Voicemail"'))).toBe(true);
});

test('a call that comes in moves the meter, and the next invoice with it', async () => {
  const page = await openDemo('scenario=mid-month');
  const total = page.locator('next-invoice [part=total]');
  const before = await total.innerText();
  await openCalls(page);
  const meter = report(page).getByRole('meter');
  const used = Number(await meter.getAttribute('aria-valuenow'));
  const controls = page.getByRole('complementary', { name: 'Demo controls' });
  if (!(await controls.getByRole('button', { name: 'A call comes in' }).isVisible()))
    await controls.locator('summary').first().click();
  for (let calls = 0; calls < 10; calls++) await controls.getByRole('button', { name: 'A call comes in' }).click();
  const now = async (): Promise<number> => Number(await meter.getAttribute('aria-valuenow'));
  await expect.poll(now, { timeout: 10_000 }).toBeCloseTo(used + 75, 3);
  await page.getByRole('tab', { name: 'Summary' }).click();
  await expect.poll(() => total.innerText(), { timeout: 10_000 }).not.toBe(before);
});

test('on a narrow page nothing is scrolled sideways', async () => {
  const page = await openDemo('scenario=mid-month', { width: 320 });
  await page.evaluate(() => (location.hash = '#billing/usage/2026-10'));
  await report(page).getByRole('button', { name: 'Show calls and messages' }).click();
  await rows(page).first().waitFor();
  expect(await sidewaysScroll(page)).toBe(0);
});
