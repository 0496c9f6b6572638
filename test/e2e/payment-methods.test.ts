import type { FrameLocator, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, openDemo, sidewaysScroll, useBrowser } from './demo-page.js';
import { enter, focusedName, tabTo } from './keyboard.js';

useBrowser();

async function openMethods(view = {}, scenario = 'mid-month'): Promise<Page> {
  const page = await openDemo(`scenario=${scenario}`, view);
  await page.getByRole('tab', { name: 'Payment methods' }).press('Enter');
  await page.locator('payment-methods [part=base][aria-busy=false]').waitFor();
  await page.locator('payment-methods [part=method]').first().waitFor();
  return page;
}

const dialog = (page: Page): Locator => page.locator('payment-methods dialog[open]');
const frame = (page: Page): FrameLocator => page.frameLocator('billing-portal > [slot=vault-field] iframe');
const hasFrame = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement?.localName === 'iframe');
const rows = async (page: Page): Promise<string[]> => {
  const texts = await page.locator('payment-methods [part=method] .name').allInnerTexts();
  return texts.map((text) =>
    text
      .replaceAll(/[\u2068\u2069]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
};

/** Fills the form in by keyboard alone, up to the button that verifies the card. */
async function fillIn(page: Page, number: string): Promise<void> {
  await enter(page, /^Add payment method$/);
  await frame(page).getByLabel('Card number').waitFor();
  for (let stops = 0; stops < 5 && !(await hasFrame(page)); stops += 1) await page.keyboard.press('Tab');
  for (const text of [number, '1230', number.startsWith('37') ? '1234' : '123']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await fillInAddress(page);
  await enter(page, /^Verify my card$/);
}

/** The billing address, and the box below it. */
async function fillInAddress(page: Page): Promise<void> {
  await tabTo(page, /^Name on the card$/);
  for (const text of ['Marta Oliveira', '17 Chandlery Row', '', 'Boston', 'MA', '02110']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await tabTo(page, /^I authorize charges/);
  await page.keyboard.press('Space');
}

describe('payment methods', () => {
  test('a card is verified and added by keyboard alone, under a strict content security policy', async () => {
    const page = await openMethods();
    await fillIn(page, '378282246310005');
    await dialog(page).getByText('Your card is verified.').waitFor();
    expect(await focusedName(page)).toBe('Add card');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });
    expect((await rows(page)).at(-1)).toBe('American Express ending in 0005 Back-up 3');
    expect(await focusedName(page)).toBe('Add payment method');
    expect(await page.locator('[slot=vault-field] iframe').count()).toBe(0);
  });

  test('case 93: the fields stand in the page itself, and the Tab key leads in and out of them', async () => {
    const page = await openMethods();
    await enter(page, /^Add payment method$/);
    await frame(page).getByLabel('Card number').waitFor();
    await tabTo(page, /^Close$/);
    await page.keyboard.press('Tab');
    expect(await hasFrame(page)).toBe(true);
    expect(await frame(page).locator(':focus').getAttribute('id')).toBe('card-number');
    for (let stops = 0; stops < 3; stops += 1) await page.keyboard.press('Tab');
    expect(await hasFrame(page)).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await frame(page).locator(':focus').getAttribute('id')).toBe('security-code');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('Add payment method');
  });

  test('cases 98 and 99: a card that isn’t taken says why, stays filled in, and has the focus where it can be mended', async () => {
    const page = await openMethods();
    await fillIn(page, '4000000000000002');
    await dialog(page).getByText('Your bank declined this card.').waitFor();
    const number = frame(page).getByLabel('Card number');
    expect(await number.inputValue()).toBe('4000 0000 0000 0002');
    for (const [card, said] of [
      ['4000000000000127', 'The security code is wrong. Check it on the card. That was try 2.'],
      ['4000000000000036', 'The billing address must match the card. Check the postal code. That was try 3.'],
    ] as const) {
      expect(await hasFrame(page)).toBe(true);
      await number.fill(card);
      await enter(page, /^Verify my card$/);
      await dialog(page).getByText(said).waitFor();
    }
    expect(await focusedName(page)).toBe('ZIP code');
    expect(await number.inputValue()).toBe('4000 0000 0000 0036');
  });

  test('case 101: the bank’s question is answered in its frame', async () => {
    const page = await openMethods();
    await fillIn(page, '4000000000003220');
    for (const [answer, said] of [
      ['Fail', 'Your bank couldn’t confirm that it is you.'],
      ['Cancel', 'The confirmation with your bank was cancelled.'],
    ] as const) {
      await frame(page).getByRole('button', { name: answer }).press('Enter');
      await dialog(page).getByText(said).waitFor();
      await frame(page).locator('#card-number:focus').waitFor();
      await enter(page, /^Verify my card$/);
    }
    await frame(page).getByRole('button', { name: 'Complete' }).press('Enter');
    await dialog(page).getByText('Your card is verified.').waitFor();
  });

  test('case 102: whoever comes back from the bank’s page adds the card by keyboard alone', async () => {
    const page = await openMethods();
    await fillIn(page, '4000002760003184');
    await dialog(page).getByText('Your bank has confirmed the card.').waitFor();
    await dialog(page).getByLabel('Name on the card').waitFor();
    expect(page.url()).not.toContain('billing-setup');
    await fillInAddress(page);
    await enter(page, /^Add card$/);
    await dialog(page).waitFor({ state: 'hidden' });
    expect((await rows(page)).at(-1)).toBe('Visa ending in 3184 Back-up 3');
    expect(await focusedName(page)).toBe('Add payment method');
  });

  test('case 106: a default is removed for another one only, and the last one not before all is paid', async () => {
    const page = await openMethods({ fails: true }, 'past-due');
    await enter(page, /^Remove Visa ending in 4242$/);
    await enter(page, /^Remove$/);
    await dialog(page).getByText('Choose what is charged first instead.').waitFor();
    expect(await focusedName(page)).toBe('Charge first instead');
    await page.keyboard.type('Mastercard');
    for (const name of ['Visa ending in 4242', 'American Express ending in 0005', 'Discover ending in 1117']) {
      if (!name.startsWith('Visa')) await enter(page, new RegExp(`^Remove ${name}$`));
      await enter(page, /^Remove$/);
      await dialog(page).waitFor({ state: 'hidden' });
      expect(await focusedName(page)).toBe('Payment methods');
    }
    expect(await rows(page)).toEqual(['Mastercard ending in 4444 Default']);
    await enter(page, /^Remove Mastercard ending in 4444$/);
    await dialog(page).getByText('It is the only one.').waitFor();
    await enter(page, /^Remove$/);
    await dialog(page).getByText('An invoice is still to be paid, and this is the only payment method.').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await rows(page)).toHaveLength(1);
  });

  test('a number that may be a real card’s is wiped', async () => {
    const page = await openMethods();
    await enter(page, /^Add payment method$/);
    await frame(page).getByLabel('Card number').fill('4111 1111 1111 1111');
    await frame(page).getByText('This may be a real card, so it was deleted.').waitFor();
    expect(await frame(page).getByLabel('Card number').inputValue()).toBe('');
  });

  test('the back-ups are ordered, and another default chosen, by keyboard alone', async () => {
    const page = await openMethods();
    await enter(page, /^Move Mastercard ending in 4444 down$/);
    await page.getByText(/Mastercard ending in \W*4444\W* is back-up 2 of 2 now/).waitFor({ state: 'attached' });
    expect(await focusedName(page)).toBe('Move Mastercard ending in 4444 down');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focusedName(page)).toBe('Make default: Mastercard ending in 4444');
    await page.keyboard.press('Enter');
    await page.getByText(/Mastercard ending in \W*4444\W* is charged first now/).waitFor({ state: 'attached' });
    expect((await rows(page))[0]).toBe('Mastercard ending in 4444 Default');
    await page.getByRole('tab', { name: 'Summary' }).press('Enter');
    await page
      .locator('billing-summary')
      .getByText(/Mastercard ending in \W*4444/)
      .waitFor();
  });

  test('the form is accessible in light and dark, and fits into 320 px', async () => {
    const page = await openMethods({ width: 320 });
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Add payment method' }).click();
    await frame(page).getByLabel('Card number').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    expect(await dialog(page).evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
  });
});
