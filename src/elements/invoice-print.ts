import type { InvoiceSheet, SheetBlock, SheetFact, SheetGroup } from './invoice-print.sheet.js';
import { printStyles } from './invoice-print.styles.js';

const COLUMNS = ['name', 'period', 'quantity', 'price', 'amount'] as const;
const RIGHT_TO_LEFT = /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm)$/;

/**
 * Prints an invoice and nothing of the page around it: from a document of its own, in a frame that goes when the dialog
 * has closed. Resolves then.
 */
export async function printInvoice(sheet: InvoiceSheet, within: ParentNode): Promise<void> {
  const frame = hiddenFrame();
  within.append(frame);
  const { contentWindow: view, contentDocument: page } = frame;
  if (!view || !page) return;
  printSheet(page, sheet);
  const closed = new Promise((resolve) => view.addEventListener('afterprint', resolve, { once: true }));
  view.print();
  await closed;
  frame.remove();
}

/** Fills an empty document with an invoice as it is printed. No markup and no inline style: a strict CSP allows it. */
export function printSheet(page: Document, sheet: InvoiceSheet): void {
  const root = page.documentElement;
  root.lang = sheet.language;
  root.dir = directionOf(sheet.language);
  page.title = `${sheet.seller} ${sheet.file}`;
  adopt(page);
  const put = builder(page);
  page.body.replaceChildren(
    put('h1', {}, sheet.title),
    put(
      'div',
      { class: 'head' },
      ...sheet.parties.map((party) => block(put, party)),
      put('dl', {}, ...sheet.facts.flatMap(({ name, value }) => [put('dt', {}, name), put('dd', {}, value)])),
    ),
    ...sheet.groups.flatMap((group) => [put('h2', {}, group.title), table(put, sheet, group)]),
    put('table', { class: 'totals' }, put('tbody', {}, ...sheet.totals.map((total) => totalRow(put, total)))),
    ...sheet.notes.map((note) => block(put, note, '')),
  );
}

/** A sheet belongs to the window that made it. */
function adopt(page: Document): void {
  const view = page.defaultView;
  if (!view) return;
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(printStyles);
  page.adoptedStyleSheets = [styles];
}

/** In the layout, since some browsers print nothing of what isn't, but never seen nor reached. */
function hiddenFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  const style = { position: 'fixed', inset: 'auto', 'inline-size': '0', 'block-size': '0', border: '0', opacity: '0' };
  for (const [name, value] of Object.entries(style)) frame.style.setProperty(name, value);
  return frame;
}

type Put = (name: string, attributes: Readonly<Record<string, string>>, ...content: readonly (Node | string)[]) => Node;

const builder =
  (page: Document): Put =>
  (name, attributes, ...content) => {
    const made = page.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

const block = (put: Put, { title, lines }: SheetBlock, label = 'label'): Node =>
  put('section', {}, put('h2', { class: label }, title), ...lines.map((line) => put('p', {}, line)));

function table(put: Put, { columns }: InvoiceSheet, { title, rows, total }: SheetGroup): Node {
  const heads = columns.map((name, index) => put('th', { scope: 'col', class: COLUMNS[index] ?? '' }, name));
  const lines = rows.map((row) =>
    put('tr', {}, ...row.map((cell, index) => put(index === 0 ? 'th' : 'td', cellOf(index), cell))),
  );
  return put(
    'table',
    { 'aria-label': title },
    put('thead', {}, put('tr', {}, ...heads)),
    put('tbody', {}, ...lines, ...(total ? [groupTotal(put, total)] : [])),
  );
}

const cellOf = (index: number): Record<string, string> => ({
  class: COLUMNS[index] ?? '',
  ...(index === 0 && { scope: 'row' }),
});

const groupTotal = (put: Put, { name, value }: SheetFact): Node =>
  put('tr', { class: 'total' }, put('th', { scope: 'row', colspan: '4' }, name), put('td', { class: 'amount' }, value));

const totalRow = (put: Put, { name, value }: SheetFact): Node =>
  put('tr', {}, put('th', { scope: 'row' }, name), put('td', { class: 'amount' }, value));

/** By the script that the language is written in. */
const directionOf = (tag: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.test(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
