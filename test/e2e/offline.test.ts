import { expect, test } from 'vitest';
import { loaded, openDemo, setControl, useBrowser } from './demo-page.js';

useBrowser();

test('without a network the last bill is there, marked with its time', async () => {
  const page = await openDemo('scenario=mid-month', { fails: true });
  const invoice = page.locator('next-invoice');
  const total = invoice.locator('[part=total]').first();
  const before = await total.innerText();
  await setControl(page, 'Network', 'none');
  await page.getByText('You are offline. Changes can be made again when you are back.').waitFor();
  await invoice
    .locator('[part~=notice]')
    .filter({ hasText: /\d:\d\d/ })
    .waitFor();
  expect(await total.innerText()).toBe(before);
  await page
    .locator('billing-summary')
    .getByText(/Visa ending in \W*4242/)
    .waitFor();
  expect(await page.getByText('We couldn’t').allInnerTexts()).not.toContainEqual(expect.stringContaining('load'));
  await setControl(page, 'Network', 'there');
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
  await loaded(page);
  expect(await total.innerText()).toBe(before);
});
