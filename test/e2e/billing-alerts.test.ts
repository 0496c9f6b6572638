import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openDemo, sidewaysScroll, useBrowser } from './demo-page.js';
import { enter, focusedName } from './keyboard.js';

useBrowser();

async function openAlerts(width?: number): Promise<{ page: Page; alerts: Locator }> {
  const page = await openDemo('scenario=mid-month', width === undefined ? {} : { width });
  await page.getByRole('tab', { name: 'Alerts' }).focus();
  await page.keyboard.press('Enter');
  const alerts = page.locator('billing-alerts');
  await alerts.locator('[aria-busy=false]').first().waitFor();
  await alerts.getByText('Would have fired').first().waitFor();
  return { page, alerts };
}

describe('alerts', () => {
  test('a threshold is tried on past usage as it is typed, and fires when it is crossed', async () => {
    const { page, alerts } = await openAlerts();
    await alerts.getByRole('button', { name: 'Remove threshold 1' }).focus();
    await page.keyboard.press('Enter');
    await alerts.getByText('Saved.').first().waitFor();
    await alerts.getByRole('button', { name: 'Add threshold' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('50');
    const added = alerts.getByRole('listitem').filter({ hasText: 'Would have fired on November 13, October 16' });
    await added.waitFor();
    await page.keyboard.press('Enter');
    await added.getByText('Saved.').waitFor();

    const controls = page.getByRole('complementary', { name: 'Demo controls' });
    await controls.locator('summary').click();
    await controls.getByRole('button', { name: 'A call comes in' }).click();
    const message = controls.getByRole('listitem').filter({ hasText: '50 % of the allowance is used' });
    await message.waitFor();
    expect(await message.innerText()).toContain('email to marta@harborside.example');
  });

  test('a threshold of 85 % fires when the clock has gone on to that day', async () => {
    const { page, alerts } = await openAlerts();
    await alerts.getByRole('button', { name: 'Add threshold' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('85');
    await page.keyboard.press('Tab');
    await alerts.getByText('Saved.').first().waitFor();
    const controls = page.getByRole('complementary', { name: 'Demo controls' });
    await controls.locator('summary').click();
    await controls.getByRole('button', { name: 'To the month’s last evening' }).click();
    await controls.getByRole('listitem').filter({ hasText: '85 % of the allowance is used' }).waitFor();
  });

  test('a threshold that was removed is had back with the next key', async () => {
    const { page, alerts } = await openAlerts();
    const values = (): Promise<string[]> =>
      alerts.getByLabel('Value').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    const before = await values();
    await enter(page, /^Remove threshold 2$/);
    await alerts.getByText('Saved.').first().waitFor();
    expect(await values()).toHaveLength(before.length - 1);
    expect(await focusedName(page)).toBe('Thresholds');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Undo');
    await page.keyboard.press('Enter');
    await alerts.getByText('Undone.').first().waitFor();
    expect(await values()).toEqual(before);
    expect(await focusedName(page)).toBe('What is measured');
  });

  test('fit into 320 px without scrolling sideways', async () => {
    const { page, alerts } = await openAlerts(320);
    await alerts.getByRole('button', { name: 'Add threshold' }).click();
    expect(await sidewaysScroll(page)).toBe(0);
  });
});
