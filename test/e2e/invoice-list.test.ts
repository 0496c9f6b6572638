import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { BillingAdapter } from '../../src/api/index.js';
import { textOfPdf } from '../files/pdf-text.js';
import { accessibilityFaults, openDemo, sidewaysScroll, useBrowser } from './demo-page.js';
import { enter, focusedName, tabTo } from './keyboard.js';

useBrowser();

/** The tab, with its newest invoice opened. */
async function openNewest(width?: number): Promise<{ page: Page; detail: Locator }> {
  const page = await openDemo('scenario=mid-month#billing/invoices', width === undefined ? {} : { width });
  await page.locator('invoice-list [part=toggle]').first().press('Enter');
  const detail = page.locator('invoice-detail');
  await detail.locator('[part=check]').waitFor();
  return { page, detail };
}

/** What is saved by a key. */
async function saved(page: Page, name: RegExp): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), enter(page, name)]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

/** A PDF with what is compressed in it as it was before. */
const inflated = (file: Buffer): string =>
  file
    .toString('latin1')
    .replaceAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, content: string) =>
      content.startsWith('x')
        ? `stream\n${inflateSync(Buffer.from(content, 'latin1')).toString('latin1')}\nendstream`
        : whole,
    );

const rows = (page: Page): Locator => page.locator('invoice-list [part~=invoice]');
const spoken = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('invoice-list > [part=base] > [role=log]').getByText(text).waitFor({ state: 'attached' });

describe('invoices', () => {
  test('open in place, with every amount worked out again, and agree with what was previewed', async () => {
    const { page, detail } = await openNewest();
    expect(await detail.locator('[part=line]').count()).toBeGreaterThan(3);
    await enter(page, /^Compare with the preview$/);
    await detail.getByText('Agrees to the cent with the preview').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('show how a line came about, and lead to the usage behind it, by keyboard alone', async () => {
    const { page, detail } = await openNewest();
    await enter(page, /^Operator minutes over the allowance/);
    const derivation = detail.locator('details[open] [part=derivation]');
    expect(await derivation.innerText()).toMatch(/minutes over\s+×.*1\.24.*\s+= 13\.54/s);
    await enter(page, /^Usage in October 2026$/);
    await page.locator('usage-report [part=base][aria-busy=false]').waitFor();
    expect(new URL(page.url()).hash).toBe('#billing/usage/2026-10');
  });

  test('are saved as PDF, tagged and with text that can be selected, and as CSV, under a strict policy', async () => {
    const { page } = await openNewest();
    const pdf = await saved(page, /^Save as PDF$/);
    expect(pdf.name).toMatch(/^HPH-\d+\.pdf$/);
    const content = inflated(pdf.content);
    expect(content).toMatch(/^%PDF-[\s\S]*\/Marked true[\s\S]*\/StructTreeRoot/);
    for (const part of ['Invoice HPH-0013', 'Base fee, 220 minutes', '$407.37'])
      expect(textOfPdf(content)).toContain(part);
    const csv = await saved(page, /^Lines as CSV$/);
    expect(csv.content.toString()).toMatch(/"HPH-0013","Phone answering","Base fee, 220 minutes",.*,279\.00/);
  });

  test('are printed on a sheet of their own, without the page around it or its controls', async () => {
    const { page } = await openNewest();
    const sheet = page.evaluate(
      () =>
        new Promise<{ text: string; controls: number; head: string }>((resolve) => {
          const { prototype } = HTMLIFrameElement;
          const own = Object.getOwnPropertyDescriptor(prototype, 'contentWindow');
          Object.defineProperty(prototype, 'contentWindow', {
            ...own,
            get(this: HTMLIFrameElement) {
              const view = own?.get?.call(this) as Window & typeof globalThis;
              view.print = () => {
                const { body } = view.document;
                const head = body.querySelector('thead');
                resolve({
                  text: body.innerText,
                  controls: body.querySelectorAll('button, a, input, summary, nav').length,
                  head: head ? view.getComputedStyle(head).display : '',
                });
                view.dispatchEvent(new Event('afterprint'));
              };
              return view;
            },
          });
        }),
    );
    await enter(page, /^Print$/);
    const { text, controls, head } = await sheet;
    expect(text).toMatch(
      /^Invoice HPH-0013[\s\S]*Billed to[\s\S]*Base fee, \W*220 minutes[\s\S]*Visa ending in \W*4242/,
    );
    expect(text).not.toContain('Larkline');
    expect([controls, head]).toEqual([0, 'table-header-group']);
    await page.locator('invoice-detail iframe').waitFor({ state: 'detached' });
    expect(await focusedName(page)).toBe('Print');
  });

  test('are found a page at a time, by state, time and number, and saved as one list, by keyboard alone', async () => {
    const page = await openDemo('scenario=mid-month&now=2027-12-18T15:20:00Z#billing/invoices');
    await page.getByText('20 invoices shown').waitFor();
    await page.locator('invoice-list [part=toggle]').last().focus();
    const list = await saved(page, /^List as CSV$/);
    expect(list.name).toBe('Invoices.csv');
    expect(list.content.toString().trim().split('\r\n')).toHaveLength(1 + 26);
    await enter(page, /^Show more$/);
    await page.getByText('26 invoices ·').waitFor();
    expect(await focusedName(page)).toBe('HPH-0006');
    await page.locator('invoice-list [part=title]').focus();
    await tabTo(page, /^Issued$/);
    await page.keyboard.type('2025');
    await spoken(page, /^2 invoices$/);
    await tabTo(page, /^Number$/);
    await page.keyboard.type('0001');
    await spoken(page, /^1 invoice$/);
    expect(await rows(page).allInnerTexts()).toEqual([expect.stringMatching(/HPH-0001[\s\S]*November 15, 2025/)]);
    await page.keyboard.type('x');
    await page.getByText('No invoice matches what you chose.').waitFor();
    await enter(page, /^Show all invoices$/);
    await page.getByText('26 invoices ·').waitFor();
    expect(await focusedName(page)).toBe('Invoices');
    await tabTo(page, /^Status$/);
    await page.keyboard.type('Past');
    await page.getByText('No invoice matches what you chose.').waitFor();
  });

  test('have addresses of their own, and so have their lines', async () => {
    const { page } = await openNewest();
    const { hash } = new URL(page.url());
    const line = await page.evaluate(
      async (id) => {
        const { backend } = globalThis as unknown as { backend: Required<BillingAdapter> };
        return (await backend.getInvoice(id)).lines.items[1]?.key ?? '';
      },
      hash.split('/').at(-1) ?? '',
    );
    await openDemo(`scenario=mid-month${hash}/${encodeURIComponent(line)}`);
    await page.locator('invoice-detail [part=check]').waitFor();
    expect(await focusedName(page)).toMatch(/^Operator minutes over the allowance/);
    expect(await page.locator('invoice-detail details[open]').count()).toBe(1);
  });

  test('that there aren’t are not found', async () => {
    const page = await openDemo('scenario=mid-month#billing/invoices/inv_none', { fails: true });
    await page.getByText('We couldn’t find this invoice.').waitFor();
  });

  test('fit into 320 pixels', async () => {
    const { page } = await openNewest(320);
    expect(await sidewaysScroll(page)).toBe(0);
  });
});
