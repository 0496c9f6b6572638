import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, openDemo, setControl, sidewaysScroll, useBrowser } from './demo-page.js';
import { enter, focusedName, tabTo } from './keyboard.js';

useBrowser();

const dialog = (page: Page): Locator => page.locator('billing-portal dialog[open]');

/** The names in the first column of a table. */
async function names(page: Page, row: 'contact' | 'member'): Promise<string[]> {
  const all = await page.locator(`[part=${row}] th bdi`).allInnerTexts();
  return all.map((name) => name.trim());
}

/** What was shown passes a check of accessibility, and fits into a narrow page in both directions. */
async function fits(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const dir of ['rtl', 'ltr']) {
    await setControl(page, 'Direction', dir);
    expect(await sidewaysScroll(page)).toBe(0);
  }
}

/** The same of the dialog that is open. */
async function dialogFits(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await dialog(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
}

describe('contacts', () => {
  test('are added, removed and given back by keyboard alone', async () => {
    const page = await openDemo('scenario=mid-month#billing/contacts');
    const before = await names(page, 'contact');
    await enter(page, /^Add contact$/);
    await tabTo(page, /^Name/);
    await page.keyboard.type('Edda Night Desk');
    await tabTo(page, /^E-mail/);
    await page.keyboard.type('desk@harborside.example');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await names(page, 'contact')).toEqual([...before, 'Edda Night Desk']);
    expect(await focusedName(page)).toBe('Add contact');

    await enter(page, /^Remove Edda Night Desk$/);
    await expect.poll(() => names(page, 'contact')).toEqual(before);
    expect(await focusedName(page)).toBe('Contacts');
    await enter(page, /^Undo/);
    await expect.poll(() => names(page, 'contact')).toEqual([...before, 'Edda Night Desk']);
  });

  test('are accessible and fit into 320 pixels, with their form', async () => {
    const page = await openDemo('scenario=mid-month#billing/contacts', { width: 320 });
    await fits(page);
    await page.getByRole('button', { name: 'Add contact' }).press('Enter');
    await dialogFits(page);
  });
});

describe('users', () => {
  test('are invited by keyboard alone, and the invitation is withdrawn', async () => {
    const page = await openDemo('scenario=mid-month#billing/users');
    const before = await names(page, 'member');
    await enter(page, /^Invite user$/);
    await tabTo(page, /^Name/);
    await page.keyboard.type('Ines Albrecht');
    await tabTo(page, /^E-mail/);
    await page.keyboard.type('ines@harborside.example');
    await tabTo(page, /^Phone answering$/);
    await page.keyboard.press('Space');
    await enter(page, /^Invite user$/);
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await names(page, 'member')).toEqual([...before, 'Ines Albrecht']);
    await page.locator('account-users [part=member]').last().getByText('Invited').waitFor();

    await enter(page, /^Withdraw the invitation of Ines Albrecht$/);
    await dialog(page).waitFor();
    await enter(page, /^Withdraw invitation$/);
    await dialog(page).waitFor({ state: 'hidden' });
    await expect.poll(() => names(page, 'member')).toEqual(before);
    expect(await focusedName(page)).toBe('Users');
  });

  test('are accessible and fit into 320 pixels, with their form', async () => {
    const page = await openDemo('scenario=mid-month#billing/users', { width: 320 });
    await fits(page);
    await page.getByRole('button', { name: 'Invite user' }).press('Enter');
    await dialogFits(page);
  });
});
