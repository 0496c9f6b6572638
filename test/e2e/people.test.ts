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

/** Where somebody stands in the list, with all that is said of them. */
const rowOf = (page: Page, row: 'contact' | 'member', name: string): Locator =>
  page.locator(`billing-portal [part=${row}]`, { hasText: name });

/** Fills the field that has the focus in anew. */
async function type(page: Page, field: RegExp, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}

describe('contacts', () => {
  test('are added, changed, removed and given back by keyboard alone', async () => {
    const page = await openDemo('scenario=mid-month#billing/contacts');
    const before = await names(page, 'contact');
    await enter(page, /^Add contact$/);
    await dialog(page).getByText('They can’t sign in').waitFor();
    await type(page, /^Name/, 'Edda Night Desk');
    await type(page, /^E-mail/, 'desk@harborside');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Enter an e-mail address').waitFor();
    expect(await focusedName(page)).toBe('E-mail');
    await page.keyboard.type('.example');
    await dialog(page).getByText('Enter an e-mail address').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await names(page, 'contact')).toEqual([...before, 'Edda Night Desk']);
    expect(await focusedName(page)).toBe('Add contact');

    await enter(page, /^Edit Edda Night Desk$/);
    await type(page, /^Phone/, '12');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Enter a phone number').waitFor();
    await type(page, /^Phone/, '(617) 555-0123');
    for (let stops = 0; stops < 4; stops += 1) await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('phone');
    await page.keyboard.press('Space');
    await enter(page, /^Save$/);
    await dialog(page).waitFor({ state: 'hidden' });
    await rowOf(page, 'contact', 'Edda').getByText('Payment problems by phone').waitFor();
    await rowOf(page, 'contact', 'Edda').getByText('+1 617 555 0123').waitFor();
    expect(await focusedName(page)).toBe('Edit Edda Night Desk');

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

    await enter(page, /^Send again to Ines Albrecht$/);
    await page.locator('account-users [part~=notice]').getByText('was sent to').waitFor();
    expect(await focusedName(page)).toBe('Send again to Ines Albrecht');
    await enter(page, /^Withdraw the invitation of Ines Albrecht$/);
    await dialog(page).waitFor();
    await enter(page, /^Withdraw invitation$/);
    await dialog(page).waitFor({ state: 'hidden' });
    await expect.poll(() => names(page, 'member')).toEqual(before);
    expect(await focusedName(page)).toBe('Users');
  });

  test('get another right and are removed by keyboard alone; nobody removes themself', async () => {
    const page = await openDemo('scenario=mid-month#billing/users');
    const before = await names(page, 'member');
    await enter(page, /^Edit Lou Petersen$/);
    await tabTo(page, /^May edit payment information$/);
    await page.keyboard.press('Space');
    await enter(page, /^Save$/);
    await rowOf(page, 'member', 'Lou Petersen').getByText('May edit payment information').waitFor();
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Edit Lou Petersen');

    await enter(page, /^Remove Lou Petersen$/);
    await dialog(page).getByText('can’t sign in any more').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Remove Lou Petersen');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Cancel$/);
    await enter(page, /^Remove Lou Petersen$/);
    await dialog(page).waitFor({ state: 'hidden' });
    await expect.poll(() => names(page, 'member')).toEqual(before.filter((name) => name !== 'Lou Petersen'));
    expect(await focusedName(page)).toBe('Users');
    expect(await rowOf(page, 'member', '(you)').getByRole('button').allInnerTexts()).toHaveLength(1);
  });

  test('are accessible and fit into 320 pixels, with their form', async () => {
    const page = await openDemo('scenario=mid-month#billing/users', { width: 320 });
    await fits(page);
    await page.getByRole('button', { name: 'Invite user' }).press('Enter');
    await dialogFits(page);
  });
});
