import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import { moneyText } from '../../src/rating/index.js';
import { scenarios, type Scenario } from '../../mock-api/index.js';
import { loaded, openDemo, useBrowser } from './demo-page.js';

useBrowser();

/** Where the back end answers nothing, no month ends on the page. */
const ending = Object.entries<Scenario>(scenarios)
  .filter(([, { failing }]) => failing !== true)
  .map(([name]) => name);

/** Which cards are tried, where it isn't one that pays. */
const tried: Readonly<Record<string, readonly string[]>> = {
  'nothing-yet': [],
  'bounced-card': ['Visa ending in 4242: Declined: not enough funds', 'Mastercard ending in 4444: Paid'],
};

const inWords = (text: string): string =>
  text
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const wordsOf = async (all: Locator): Promise<string[]> => (await all.allInnerTexts()).map(inWords);

/** What is read of an invoice: each line with its name, its arithmetic in short, its days and its amount; the total. */
async function linesAndTotal(invoice: Locator): Promise<{ lines: string[]; total: string | undefined }> {
  const [total = ''] = await wordsOf(invoice.locator('[part=total]'));
  return { lines: await wordsOf(invoice.locator('[part=line] summary')), total: /\$[\d,.]+/.exec(total)?.[0] };
}

/** Each payment that was tried: the card, and what its bank said. */
const attemptsOf = async (invoice: Locator): Promise<string[]> =>
  (await wordsOf(invoice.locator('[part=payment]'))).map((words) =>
    words.replace(/^(.+ ending in \d{4}) .*\$\S+ (.+)$/, '$1: $2'),
  );

/** What the back end says that the next invoice comes to. */
async function totalBehind(page: Page): Promise<string> {
  const total = await page.evaluate(async () => {
    const { backend } = window as unknown as { backend: Required<MemoryAdapter> };
    return (await backend.previewNextInvoice({}))?.total;
  });
  return total ? `$${moneyText(total)}` : 'none';
}

/** Sets the account's clock to the last minute before the next invoice, when its usage is final. */
async function toLastMinute(page: Page, controls: Locator): Promise<void> {
  const clock = controls.getByLabel('The account’s clock');
  const [when = ''] = await wordsOf(page.locator('next-invoice .when'));
  const [day] = /[A-Z][a-z]+ \d+/.exec(when) ?? [];
  const issued = Date.parse(`${day} ${(await clock.inputValue()).slice(0, 4)} UTC`);
  await clock.fill(new Date(issued - 60_000).toISOString().slice(0, 16));
  const shown = async (): Promise<unknown> => (await linesAndTotal(page.locator('next-invoice'))).total;
  await expect.poll(shown, { timeout: 5000 }).toBe(await totalBehind(page));
}

/** The newest invoice, opened in its list. */
async function openNewest(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Invoices' }).press('Enter');
  await page.locator('invoice-list [part=toggle]').first().click();
  const invoice = page.locator('invoice-detail');
  await invoice.locator('[part=check]').waitFor();
  return invoice;
}

describe('the month ends with the invoice that the last preview said', () => {
  test.each(ending)('%s', async (scenario) => {
    const page = await openDemo(`scenario=${scenario}`);
    const controls = page.getByRole('complementary', { name: 'Demo controls' });
    await controls.locator('summary').first().click();
    await toLastMinute(page, controls);
    await loaded(page);
    const last = await linesAndTotal(page.locator('next-invoice'));
    expect(last.lines.length).toBeGreaterThan(0);

    await controls.getByRole('button', { name: 'End the month' }).click();
    const invoice = await openNewest(page);
    expect(await linesAndTotal(invoice)).toEqual(last);
    expect(await attemptsOf(invoice)).toEqual(tried[scenario] ?? [expect.stringMatching(/^Visa .*: Paid$/)]);

    await invoice.locator('[part=compare]').click();
    await invoice.getByText('Agrees to the cent with the preview').waitFor();
  });
});
