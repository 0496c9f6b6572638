import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, openDemo, sidewaysScroll, useBrowser } from './demo-page.js';

useBrowser();

/** The tab, with its newest invoice opened. */
async function openNewest(width?: number): Promise<{ page: Page; detail: Locator }> {
  const page = await openDemo('scenario=mid-month#billing/invoices', width === undefined ? {} : { width });
  await page.locator('invoice-list [part=toggle]').first().click();
  const detail = page.locator('invoice-detail');
  await detail.locator('[part=check]').waitFor();
  return { page, detail };
}

/** What a button saves. */
async function saved(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

describe('invoices', () => {
  test('open in place, with every amount worked out again', async () => {
    const { page, detail } = await openNewest();
    expect(await detail.locator('[part=line]').count()).toBeGreaterThan(3);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('are saved as PDF and CSV under a strict policy', async () => {
    const { page, detail } = await openNewest();
    const pdf = await saved(page, detail.getByRole('button', { name: 'Save as PDF' }));
    expect(pdf.name).toMatch(/^HPH-\d+\.pdf$/);
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-');
    const csv = await saved(page, detail.getByRole('button', { name: 'Lines as CSV' }));
    expect(csv.content.toString()).toContain('Base fee, 220 minutes');
  });

  test('fit into 320 pixels', async () => {
    const { page } = await openNewest(320);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test('are opened by a link', async () => {
    const page = await openDemo('scenario=mid-month#billing/invoices/inv_none', { fails: true });
    await page.getByText('We couldn’t find this invoice.').waitFor();
  });
});
