import type { PdfTag } from './invoice-pdf.library.js';
import type { Box, PdfWriter, TagName, TextStyle } from './invoice-pdf.writer.js';
import { MARGIN } from './invoice-pdf.writer.js';
import type { SheetFact, SheetGroup, SheetRow } from './invoice-print.sheet.js';

/** The widths of period, quantity, price and amount; the name has the rest. */
const WIDTHS = [112, 92, 62, 82] as const;
const GAP = 8;
const PADDING = 4;

/** A product's lines as a table. Its header stands again on each page, for the eye only: it is read once. */
export function writeTable(writer: PdfWriter, columns: SheetRow, { title, rows, total }: SheetGroup): void {
  // A heading stays with the header and the first lines.
  writer.need(96);
  writer.paragraph('H2', title, { size: 11, isBold: true }, 6);
  const table = writer.open('Table');
  const head = writer.open('THead', table);
  writeRow(writer, columns, headCell, writer.open('TR', head));
  head.end();
  const body = writer.open('TBody', table);
  for (const row of rows) {
    if (writer.need(heightOf(writer, row, bodyCell))) writeRow(writer, columns, headCell);
    writeRow(writer, row, bodyCell, writer.open('TR', body));
  }
  body.end();
  table.end();
  if (total) writeTotal(writer, total, { isBold: true });
}

/** A name at the start, an amount at the end. */
export function writeTotal(writer: PdfWriter, { name, value }: SheetFact, style: TextStyle = {}): void {
  const [label, amount] = [
    { x: MARGIN, width: writer.width - 110 },
    { x: MARGIN + writer.width - 110, width: 110 },
  ];
  const height = writer.heightOf(name, label, style);
  writer.need(height + PADDING);
  writer.y += PADDING;
  const line = writer.open('P');
  writer.put('Span', name, label, { ...style, isAtEnd: true }, line);
  writer.put('Span', value, amount, { ...style, isAtEnd: true }, line);
  line.end();
  writer.y += height;
}

interface Cell {
  readonly tag: TagName;
  readonly style: TextStyle;
}

const headCell = (index: number): Cell => ({
  tag: 'TH-column',
  style: { size: 8.5, isGrey: true, isAtEnd: index > 2 },
});
const bodyCell = (index: number): Cell => ({ tag: index === 0 ? 'TH-row' : 'TD', style: { isAtEnd: index > 2 } });

/** A row under its tag, or, without one, again. */
function writeRow(writer: PdfWriter, row: SheetRow, cellOf: (index: number) => Cell, parent?: PdfTag): void {
  const bottom = writer.y + heightOf(writer, row, cellOf);
  writer.y += PADDING;
  row.forEach((text, index) => {
    const { tag, style } = cellOf(index);
    const box = boxOf(writer, index);
    if (parent) writer.put(tag, text, box, style, parent);
    else writer.repeat(text, box, style);
  });
  parent?.end();
  writer.y = bottom;
  writer.rule(cellOf(0).style.isGrey ? '#000000' : undefined);
}

const heightOf = (writer: PdfWriter, row: SheetRow, cellOf: (index: number) => Cell): number =>
  Math.max(...row.map((text, index) => writer.heightOf(text, boxOf(writer, index), cellOf(index).style))) + 2 * PADDING;

function boxOf(writer: PdfWriter, column: number): Box {
  const rest = WIDTHS.reduce((sum, width) => sum + width, 0);
  const widths = [writer.width - rest, ...WIDTHS];
  const x = widths.slice(0, column).reduce((sum, width) => sum + width, MARGIN);
  return { x, width: (widths[column] ?? 0) - (column === 4 ? 0 : GAP) };
}
