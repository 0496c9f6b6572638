import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loaded, openDemo, setControl, useBrowser } from './demo-page.js';
import { enter, focusedName, tabTo } from './keyboard.js';

useBrowser();

const total = (page: Page): Locator => page.locator('next-invoice [part=total]');
const line = (page: Page, name: string): Locator =>
  page.locator('next-invoice').getByRole('listitem').filter({ hasText: name });
const oneLine = async (locator: Locator): Promise<string> => (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();

describe('the next invoice', () => {
  test('is 92.60 on the day the trial ends, and says how that was calculated', async () => {
    const page = await openDemo('scenario=trial-ended');
    expect(await oneLine(total(page))).toBe('$92.60');
    const base = line(page, 'Base fee');
    await base.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await base.locator('[part=derivation]').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    const derivation = await oneLine(base.locator('[part=derivation]'));
    expect(derivation).toContain('139.00 per month ÷ 30 days = 4.63 per day × 20 days = 92.60');
  });

  test('is 151.90 a month later, with 12.90 for ten minutes over the allowance', async () => {
    const page = await openDemo('scenario=trial-ended');
    await setControl(page, 'Scenario', 'over-allowance');
    await page.getByText('151.90').first().waitFor();
    expect(await oneLine(total(page))).toBe('$151.90 so far');
    const overage = line(page, 'over the allowance');
    expect(await oneLine(overage.locator('summary'))).toContain('12.90');
    await overage.locator('summary').focus();
    await page.keyboard.press('Enter');
    const derivation = await oneLine(overage.locator('[part=derivation]'));
    expect(derivation).toContain('10 minutes over');
    expect(derivation).toMatch(/1\.29.* = 12\.90/);
  });

  test('tells what it comes to so far from what it may come to', async () => {
    const page = await openDemo('scenario=mid-month');
    const [soFar, expected] = [await oneLine(total(page)), await oneLine(page.locator('[part=forecast]'))];
    expect(soFar).toMatch(/^\$\d+\.\d\d so far$/);
    expect(expected).toMatch(/^If it goes on like this about \$\d+\.\d\d/);
    expect(expected).not.toContain(soFar.replace(' so far', ''));
  });
});

describe('the tabs', () => {
  const isLoaded = (page: Page, tag: string): Promise<boolean> =>
    page.evaluate((name) => customElements.get(name) !== undefined, tag);

  test('are walked by keyboard alone, load a part when it is first shown, and leave it as it was', async () => {
    const page = await openDemo('scenario=mid-month');
    await tabTo(page, /^Summary$/);
    expect(await isLoaded(page, 'billing-alerts')).toBe(false);
    for (const [key, name] of [
      ['ArrowLeft', 'Alerts'],
      ['Home', 'Summary'],
      ['End', 'Alerts'],
      ['ArrowRight', 'Summary'],
      ['ArrowRight', 'Plan'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focusedName(page)).toBe(name);
      await page.getByRole('tabpanel', { name }).waitFor();
    }
    await page.locator('billing-alerts').waitFor({ state: 'attached' });
    await expect.poll(() => isLoaded(page, 'billing-alerts')).toBe(true);
    expect(await isLoaded(page, 'account-users')).toBe(false);
  });

  test('are opened by a link, and the back button leads to the one before, with the focus', async () => {
    const page = await openDemo('scenario=mid-month#billing/contacts');
    await page.getByRole('tab', { name: 'Contacts', selected: true }).waitFor();
    await tabTo(page, /^Contacts$/);
    await page.keyboard.press('ArrowRight');
    expect(new URL(page.url()).hash).toBe('#billing/add-ons');
    await page.goBack();
    await page.getByRole('tab', { name: 'Contacts', selected: true }).waitFor();
    await expect.poll(() => focusedName(page)).toBe('Contacts');
  });
});

describe('the summary', () => {
  test('leads from its verdict on the plan to the plans, by keyboard', async () => {
    const page = await openDemo('scenario=mid-month');
    await page
      .locator('billing-summary')
      .getByText(/^\s*Over the last 6 months the .+ plan would have cost \$\S+ less\./)
      .waitFor();
    await enter(page, /^Compare plans$/);
    await page.locator('plan-picker [part=base][aria-busy=false]').waitFor();
    expect(await focusedName(page)).toBe('Plan');
  });

  test('says that a payment is past due, and leads to the invoices, by keyboard', async () => {
    const page = await openDemo('scenario=past-due');
    await page.locator('billing-summary').getByText('A payment is past due.').waitFor();
    await enter(page, /^Invoices$/);
    await page.locator('invoice-list [part~=badge]', { hasText: 'Payment failed' }).waitFor();
    expect(await focusedName(page)).toBe('Invoices');
  });
});

describe('a back end that fails', () => {
  test('leaves no amount on the page, only what happened and a way to try again', async () => {
    const page = await openDemo('scenario=failing', { fails: true });
    for (const widget of ['next-invoice', 'billing-summary']) {
      await page.locator(widget).getByRole('button', { name: 'Try again' }).waitFor();
      const shown = await oneLine(page.locator(`${widget} > [part=base]`));
      expect(shown).toContain('Nothing was charged.');
      expect(shown).not.toMatch(/\d/);
    }
  });

  test('is forgotten when another scenario is chosen', async () => {
    const page = await openDemo('scenario=failing', { fails: true });
    await setControl(page, 'Scenario', 'trial-ended');
    await page.getByText('92.60').first().waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });
});

describe('the usage graph', () => {
  test('draws so far and expected apart, each with its word, and has the figures as a table', async () => {
    const page = await openDemo('scenario=mid-month');
    const graph = page.locator('usage-graph');
    const summary = await graph.getByRole('img').getAttribute('aria-label');
    expect(summary).toMatch(/minutes so far\. Plan limit: 220 minutes\. .* minutes if it goes on like this$/);
    await graph.getByRole('slider').focus();
    expect(await graph.locator('[part=card]').innerText()).toContain('Wed, Nov 18');
    await graph.getByRole('button', { name: 'Show as table' }).click();
    expect(await graph.getByRole('row').count()).toBe(1 + 30 + 1);
  });
});

describe('the demo', () => {
  test('keeps scenario, theme, direction, language and clock over a reload', async () => {
    const page = await openDemo('scenario=trial-ended');
    await setControl(page, 'Theme', 'dark');
    await setControl(page, 'Direction', 'rtl');
    await setControl(page, 'Language', 'en-GB');
    await page.getByRole('button', { name: 'One day on' }).click();
    const query = '?scenario=trial-ended&theme=dark&dir=rtl&lang=en-GB&delay=0&now=2026-09-12T00%3A30%3A00Z';
    expect(new URL(page.url()).search).toBe(query);
    await page.reload();
    await loaded(page);
    expect(new URL(page.url()).search).toBe(query);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('[name=clock]').inputValue()).toBe('2026-09-11T20:30');
  });

  test('moves the back end on with its clock: the day after, the first invoice is out and the second one next', async () => {
    const page = await openDemo('scenario=trial-ended');
    await setControl(page, 'Theme', 'light');
    await page.getByRole('button', { name: 'One day on' }).click();
    await page.getByText('Comes on October 1').waitFor();
    expect(await oneLine(total(page))).toContain('so far');
  });

  test('can be set back to the start of its scenario', async () => {
    const page = await openDemo('scenario=trial-ended&now=2026-10-20T12:00:00Z');
    await setControl(page, 'Theme', 'light');
    await page.getByRole('button', { name: 'Back to the start' }).click();
    await page.getByText('92.60').first().waitFor();
    expect(new URL(page.url()).searchParams.has('now')).toBe(false);
  });
});
