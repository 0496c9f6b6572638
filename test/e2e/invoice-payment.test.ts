import { expect, test } from 'vitest';
import { openDemo, useBrowser } from './demo-page.js';
import { enter } from './keyboard.js';

useBrowser();

test('an invoice that failed is paid by keyboard alone, with another card, and the page follows', async () => {
  const page = await openDemo('scenario=past-due');
  const warning = page.getByText('A payment is past due.');
  await warning.waitFor();
  await page.getByRole('tab', { name: 'Invoices' }).press('Enter');
  await page.locator('invoice-list [part=toggle]').first().press('Enter');
  await page.locator('invoice-detail [part=check]').waitFor();
  await enter(page, /^Retry payment$/);
  const dialog = page.locator('invoice-detail dialog[open]');
  await dialog.waitFor();
  await dialog.getByRole('radio', { name: /Discover/ }).press('Space');
  await enter(page, /^Pay \$407\.37$/);
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('invoice-list [part~=invoice]').first().getByText('Paid').waitFor();
  await page
    .locator('invoice-detail')
    .getByText(/Discover ending in \W*1117/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Retry payment' }).count()).toBe(0);
  await page.getByRole('tab', { name: 'Summary' }).press('Enter');
  await warning.waitFor({ state: 'detached' });
});
