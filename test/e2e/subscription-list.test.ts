import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, openDemo, setControl, sidewaysScroll, useBrowser } from './demo-page.js';
import { enter, focusedName, openTab, tabTo } from './keyboard.js';

useBrowser();

const dialog = (page: Page): Locator => page.locator('subscription-list dialog[open]');
const list = (page: Page): Locator => page.locator('subscription-list');
const oneLine = async (locator: Locator): Promise<string> => (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();

async function openSubscriptions(query = 'scenario=mid-month', view = {}): Promise<Page> {
  const page = await openDemo(query, view);
  await openTab(page, 'Subscriptions', 'subscription-list');
  return page;
}

describe('subscriptions', () => {
  test('are cancelled by keyboard alone and go on after all, and the rest of the page follows both', async () => {
    const page = await openDemo('scenario=mid-month');
    const before = await oneLine(page.locator('next-invoice [part=total]'));
    await openTab(page, 'Subscriptions', 'subscription-list');
    await enter(page, /^Cancel Phone answering$/);
    const effect = dialog(page).locator('[part=effect]');
    await effect.waitFor();
    const [, last = ''] = /(\$\S+) instead of/.exec(await oneLine(effect)) ?? [];
    await tabTo(page, /^Reason/);
    await page.keyboard.type('We close.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Thank you.');
    expect(await dialog(page).locator('textarea').inputValue()).toBe('We close.\nThank you.');
    await enter(page, /^Cancel on December 1$/);
    await list(page).getByText('Ends on December 1. You can use it until then.').waitFor();
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Subscriptions');

    await openTab(page, 'Summary', 'billing-summary');
    await page.locator('billing-summary').getByText('Ends on December 1.').waitFor();
    await page.locator('next-invoice').getByText('Base fee').first().waitFor({ state: 'hidden' });
    expect(await oneLine(page.locator('next-invoice [part=total]'))).toBe(`${last} so far`);

    await openTab(page, 'Subscriptions', 'subscription-list');
    await enter(page, /^Undo: Ends on December 1\./);
    await list(page).getByText('Ends on December 1. You can').waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Subscriptions');
    await openTab(page, 'Summary', 'billing-summary');
    await page.locator('next-invoice').getByText('Base fee').first().waitFor();
    expect(await oneLine(page.locator('next-invoice [part=total]'))).toBe(before);
  });

  test('rest from the next month on until one that is chosen, are resumed, and what is to come is taken back', async () => {
    const page = await openSubscriptions();
    await enter(page, /^Pause Phone answering$/);
    await tabTo(page, /^Pause until$/);
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await dialog(page).getByText('until February 1, 2027').waitFor();
    const effect = dialog(page).locator('[part=effect]');
    await effect.waitFor();
    const [, rest = ''] = /(\$\S+) instead of/.exec(await oneLine(effect)) ?? [];
    expect(await focusedName(page)).toBe('Pause until');
    await enter(page, /^Pause on December 1$/);
    await list(page).getByText('Pauses on December 1. It goes on, and is charged again, on February 1.').waitFor();
    await dialog(page).waitFor({ state: 'hidden' });
    await openTab(page, 'Summary', 'billing-summary');
    await page.locator('next-invoice').getByText('Base fee').first().waitFor({ state: 'hidden' });
    expect(await oneLine(page.locator('next-invoice [part=total]'))).toBe(`${rest} so far`);
    await enter(page, /^Subscriptions$/);
    await list(page).locator('[part=undo]').waitFor();
    await enter(page, /^Undo: Pauses on December 1\./);
    await list(page)
      .getByRole('button', { name: /Pause .Phone answering/ })
      .waitFor();

    await enter(page, /^Pause Phone answering$/);
    await enter(page, /^Pause on December 1$/);
    await list(page).getByText('Pauses on December 1, until you resume it.').waitFor();
    const controls = page.getByRole('complementary', { name: 'Demo controls' });
    await controls.locator('summary').first().press('Enter');
    await controls.getByRole('button', { name: 'End the month' }).press('Enter');
    await list(page).getByText('Paused since December 1, until you resume it.').waitFor();
    await enter(page, /^Resume Phone answering$/);
    await enter(page, /^Resume on January 1$/);
    await list(page).getByText('It goes on, and is charged again, on January 1.').waitFor();
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Subscriptions');
    await enter(page, /^Undo: Paused since December 1\./);
    await list(page).getByText('Paused since December 1, until you resume it.').waitFor();
  });

  test('lead to the plans', async () => {
    const page = await openSubscriptions();
    await enter(page, /^Change plan of Phone answering$/);
    await page.locator('plan-picker [part=base][aria-busy=false]').waitFor();
    expect(await focusedName(page)).toBe('Plan');
  });

  test('are accessible, and fit into 320 pixels in both directions, with the dialog too', async () => {
    const page = await openSubscriptions('scenario=mid-month', { width: 320 });
    await list(page).locator('[part=history] summary').first().click();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const dir of ['rtl', 'ltr']) {
      await setControl(page, 'Direction', dir);
      expect(await sidewaysScroll(page)).toBe(0);
    }
    await list(page)
      .getByRole('button', { name: /Cancel .Phone answering/ })
      .press('Enter');
    await dialog(page).locator('[part=effect]').waitFor();
    expect(await dialog(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
