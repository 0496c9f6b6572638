import { beforeAll, describe, expect, test } from 'vitest';
import { invoicePdf } from '../../src/elements/invoice-pdf.js';
import { sheetOf } from '../../src/elements/invoice-print.sheet.js';
import { addTexts } from '../../src/locale/messages.js';
import { invoiceTexts } from '../../src/locale/texts/invoices.js';
import type { Invoice } from '../../src/api/index.js';
import { issued, subscriptionOf } from '../../stories/invoice-list.data.js';
import { pagesOfPdf, textOfPdf } from './pdf-text.js';

const products = [subscriptionOf(1)];

async function pdfOf(invoice: Invoice, language = 'en'): Promise<string> {
  const made = await invoicePdf(sheetOf(language, invoice, products), { isOpen: true });
  return Buffer.from((await made?.arrayBuffer()) ?? new ArrayBuffer(0)).toString('latin1');
}

describe('the PDF of an invoice', () => {
  beforeAll(() => addTexts(invoiceTexts));

  test('is a tagged PDF with a title and a language', async () => {
    const file = await pdfOf(issued(2));
    expect(file.startsWith('%PDF-1.7')).toBe(true);
    expect(file).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(file).toContain('/Marked true');
    expect(file).toContain('/StructTreeRoot');
    expect(file).toContain('/Lang (en)');
    expect(file).toContain('/DisplayDocTitle true');
    expect(file).toContain('(Quayside Answering, Inc. HPH-2611)');
    for (const tag of ['Document', 'H1', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD'])
      expect(file).toContain(`/S /${tag}\n`);
  });

  test('says who sells, who buys, what, when, how much, and how it was paid', async () => {
    const text = textOfPdf(await pdfOf(issued(2)));
    for (const part of [
      'Invoice HPH-2611',
      'Quayside Answering, Inc.',
      'Tax ID 01-2345678',
      'Harborside Plumbing & Heating',
      'November 1, 2026',
      'On receipt',
      'Phone answering',
      'Base fee, Metered',
      '139.00',
      'Queue 1 over the allowance',
      'October 2026',
      'Total of Phone answering',
      '$142.87',
      'Visa ending in 4242. Declined: not enough funds.',
      'Mastercard ending in 4444. Paid.',
      'Page 1 of 1',
    ])
      expect(text.replaceAll('\n', ' ')).toContain(part);
  });

  test('case 121: has all of 500 lines, and the header on each page with lines, which is read once', async () => {
    const file = await pdfOf(issued(499));
    const pages = pagesOfPdf(file);
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1} of ${pages.length}`));
    for (const page of pages.slice(0, -1)) expect(page).toMatch(/^Description$/m);
    const names = pages.join('\n').match(/^Queue \d+ over the allowance$/gm) ?? [];
    expect(new Set(names).size).toBe(499);
    expect(file.match(/\/Scope \/Column/g)).toHaveLength(5);
    expect(file.match(/\/S \/TR\n/g)).toHaveLength(501);
  });

  test('writes a credit with a minus', async () => {
    const invoice = issued(1);
    const [base] = invoice.lines.items;
    const credit = {
      ...base,
      key: 'credit',
      name: 'Sorry',
      kind: 'credit-note',
      subscription: '',
    } as (typeof invoice.lines.items)[0];
    const lines = {
      items: [...invoice.lines.items, { ...credit, amount: { ...credit.amount, amount: '-500' } }],
      next: null,
    };
    expect(textOfPdf(await pdfOf({ ...invoice, lines }))).toMatch(/^-5\.00$/m);
  });

  test.each(['株式会社', 'Ελλάδα', 'مطعم', 'Łódź', '🙂'])(
    'isn’t made rather than without the letters of %s',
    async (name) => {
      const invoice = issued(1);
      const sheet = sheetOf('en', { ...invoice, buyer: { name, address: [] } }, products);
      expect(await invoicePdf(sheet)).toBeNull();
    },
  );

  test('writes the accents, quotes and currency signs of western languages as they are', async () => {
    const invoice = issued(1);
    const name = 'Žofia’s Crêperie – 5 €';
    expect(textOfPdf(await pdfOf({ ...invoice, buyer: { name, address: [] } }))).toContain(
      // Their codes in Windows-1252.
      '\x8eofia\x92s Crêperie \x96 5 \x80',
    );
  });

  test('is on A4 outside of the countries that print on Letter', async () => {
    expect(await pdfOf(issued(1), 'en-GB')).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(await pdfOf(issued(1), 'en')).toContain('/MediaBox [0 0 612 792]');
  });
});
