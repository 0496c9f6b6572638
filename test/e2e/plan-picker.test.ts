import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openDemo, setControl, sidewaysScroll, useBrowser } from './demo-page.js';

useBrowser();

/** A change by keyboard alone goes through many stops of the Tab key. */
const LONG = 60_000;

/** What has the focus, in the innermost shadow root. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return (active?.ariaLabel ?? active?.textContent ?? '')
      .replace(/[\u2068\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  });

/** Goes on with the Tab key until something of this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stops = 0; stops < 120; stops += 1) {
    if (name.test(await focusedName(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nothing called ${String(name)} can be reached`);
}

/** Opens a tab of the portal by keyboard, from the one before it. */
async function openTab(page: Page, from: string, name: string): Promise<void> {
  await tabTo(page, new RegExp(`^${from}$`));
  for (let steps = 0; steps < 9 && (await focusedName(page)) !== name; steps += 1)
    await page.keyboard.press('ArrowRight');
  await page.locator('plan-picker [part=base][aria-busy=false]').waitFor();
}

async function openPlans(view = {}): Promise<Page> {
  const page = await openDemo('scenario=mid-month', view);
  await openTab(page, 'Summary', 'Plan');
  return page;
}

const dialog = (page: Page) => page.locator('plan-picker dialog[open]');
const inWords = async (page: Page): Promise<string> =>
  (await dialog(page).innerText()).replaceAll(/[\u2068\u2069]/g, '');

describe('the plan picker', () => {
  test(
    'changes to a bigger plan by keyboard alone, and the rest of the page follows',
    async () => {
      const page = await openPlans();
      await tabTo(page, /^Upgrade to 500 minutes$/);
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Due now', { exact: true }).waitFor();
      expect(await inWords(page)).toMatch(/\$300\.00/);
      await tabTo(page, /^Upgrade to 500 minutes and pay \$300\.00$/);
      await page.keyboard.press('Enter');
      await dialog(page).waitFor({ state: 'hidden' });
      await expect.poll(() => focusedName(page)).toBe('Current plan');
      expect(await page.locator('plan-picker [part~=plan-current] h3').innerText()).toBe('500 minutes');

      await page.getByRole('tab', { name: 'Summary' }).press('Enter');
      await page.locator('billing-summary').getByText('500 minutes', { exact: true }).waitFor();
      await page
        .locator('next-invoice')
        .getByText(/Base fee, .500 minutes/)
        .first()
        .waitFor();
      await page.getByRole('tab', { name: 'Invoices' }).press('Enter');
      await page.locator('invoice-list').getByText('$300.00').first().waitFor();
    },
    LONG,
  );

  test(
    'pays for a year by keyboard: the next invoices have no base fee until it is over',
    async () => {
      const page = await openPlans();
      await tabTo(page, /^By the year$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Change to 220 minutes, paid yearly$/);
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Due now', { exact: true }).waitFor();
      await tabTo(page, /^Change to 220 minutes, paid yearly and pay \$2,511\.00$/);
      await page.keyboard.press('Enter');
      await dialog(page).waitFor({ state: 'hidden' });

      await page.getByRole('tab', { name: 'Summary' }).press('Enter');
      await page.locator('billing-summary').getByText('November 1, 2027').waitFor();
      const next = page.locator('next-invoice');
      await expect.poll(() => next.getByText('Base fee').count()).toBe(0);
      await page.getByRole('tab', { name: 'Subscriptions' }).press('Enter');
      await page.locator('subscription-list').getByText('Base fee paid until November 1, 2027').waitFor();
      await page.evaluate(() => {
        const { control } = (window as unknown as { backend: { control: { now: string } } }).backend;
        control.now = '2027-10-31T16:00:00Z';
      });
      await page.getByRole('tab', { name: 'Summary' }).press('Enter');
      await next
        .getByText(/Base fee, .220 minutes, paid yearly/)
        .first()
        .waitFor();
    },
    LONG,
  );

  test('schedules a smaller plan, and takes that back', async () => {
    const page = await openPlans();
    await tabTo(page, /^Change to 100 minutes$/);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Nothing is charged now.', { exact: true }).waitFor();
    await tabTo(page, /^Change to 100 minutes on December 1$/);
    await page.keyboard.press('Enter');
    const undo = page.getByRole('button', { name: 'Undo the change' });
    await undo.waitFor();
    await dialog(page).waitFor({ state: 'hidden' });
    await expect.poll(() => focusedName(page)).toBe('From December 1 on');
    await undo.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('Plans');
    expect(await page.locator('plan-picker [part~=plan-scheduled]').count()).toBe(0);
  });

  test('never charges by a quote that has run out', async () => {
    const page = await openPlans({ fails: true });
    await page.getByRole('button', { name: /Upgrade to .500 minutes/ }).press('Enter');
    const ok = dialog(page).getByRole('button', { name: /and pay/ });
    await ok.waitFor();
    await page.evaluate(() => {
      const { control } = (window as unknown as { backend: { control: { now: string } } }).backend;
      control.now = '2026-11-18T16:20:00Z';
    });
    await ok.press('Enter');
    await dialog(page).getByText('The price was worked out anew and is still').waitFor();
    expect(await writes(page)).toBe(0);
    await ok.press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await writes(page)).toBe(1);
  });

  test('fits into 320 px, as cards and as a table', async () => {
    const page = await openPlans();
    await page.setViewportSize({ width: 320, height: 900 });
    for (const layout of ['Table', 'Cards']) {
      await page.getByRole('button', { name: layout, exact: true }).click();
      for (const dir of ['rtl', 'ltr']) {
        await setControl(page, 'Direction', dir);
        expect(await sidewaysScroll(page)).toBe(0);
      }
    }
  });
});

const writes = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { control } = (window as unknown as { backend: { control: { writes: () => unknown[] } } }).backend;
    return control.writes().length;
  });
