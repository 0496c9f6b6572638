import { expect } from 'chai';
import { printInvoice, printSheet } from '../../src/elements/invoice-print.js';
import { sheetOf } from '../../src/elements/invoice-print.sheet.js';
import { addTexts } from '../../src/locale/messages.js';
import { invoiceTexts } from '../../src/locale/texts/invoices.js';
import { issued, subscriptionOf } from '../../stories/invoice-list.data.js';
import { until } from '../helpers/elements.js';

function sheet(lines: number, language = 'en'): ReturnType<typeof sheetOf> {
  addTexts(invoiceTexts);
  return sheetOf(language, issued(lines), [subscriptionOf(lines)]);
}

function framed(): { page: Document; frame: HTMLIFrameElement } {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page) throw new Error('a frame has a document');
  return { page, frame };
}

describe('the printed invoice', () => {
  it('case 121: has all of 500 lines, a header that is repeated, and no controls', () => {
    const { page, frame } = framed();
    printSheet(page, sheet(499));
    expect(page.querySelectorAll('tbody tr:not(.total) th.name')).to.have.length(500);
    const head = page.querySelector('thead');
    expect(head && page.defaultView?.getComputedStyle(head).display).to.equal('table-header-group');
    expect(page.querySelectorAll('button, a, input, details, svg')).to.have.length(0);
    frame.remove();
  });

  it('says who sells, who buys, what, when, how much, and how it was paid', () => {
    const { page, frame } = framed();
    printSheet(page, sheet(2));
    const words = page.body.innerText.replace(/[\u2068\u2069]/g, '');
    for (const part of [
      'Invoice HPH-2611',
      'Quayside Answering, Inc.',
      'Tax ID 01-2345678',
      'Harborside Plumbing & Heating',
      'November 1, 2026',
      'On receipt',
      'Base fee, Metered',
      'October 2026',
      '$142.87',
      'Mastercard ending in 4444. Paid.',
    ])
      expect(words).to.include(part);
    expect(page.title).to.equal('Quayside Answering, Inc. HPH-2611');
    frame.remove();
  });

  it('has its styles without an inline one, so that a strict policy allows them', () => {
    const { page, frame } = framed();
    printSheet(page, sheet(1));
    expect(page.querySelectorAll('style, [style], link')).to.have.length(0);
    expect(page.adoptedStyleSheets).to.have.length(1);
    frame.remove();
  });

  it('runs from right to left in a language that does', () => {
    const { page, frame } = framed();
    printSheet(page, sheet(1, 'he'));
    expect(page.documentElement.dir).to.equal('rtl');
    frame.remove();
  });

  it('is printed from a frame of its own, which is gone when the dialog has closed', async () => {
    const { page, frame: host } = framed();
    const printed = printInvoice(sheet(1), document.body);
    const frame = [...document.querySelectorAll('iframe')].find((each) => each !== host);
    expect(frame?.contentDocument?.body.textContent).to.include('HPH-2611');
    expect(frame?.getBoundingClientRect().height).to.equal(0);
    frame?.contentWindow?.dispatchEvent(new Event('afterprint'));
    await printed;
    await until(() => frame?.isConnected === false);
    expect(page).to.equal(host.contentDocument);
    host.remove();
  });
});
