import { isComplex, isWestern, plain } from './invoice-pdf.fonts.js';
import { loadPdfLibrary, type PdfDocument } from './invoice-pdf.library.js';
import { writeTable, writeTotal } from './invoice-pdf.table.js';
import { MARGIN, PdfWriter, type PdfFonts } from './invoice-pdf.writer.js';
import type { InvoiceSheet, SheetBlock } from './invoice-print.sheet.js';

/** How a PDF is made. */
export interface PdfOptions {
  /** A font file with the letters of the names on the invoice: TrueType, OpenType, WOFF or WOFF2. */
  readonly font?: ArrayBuffer | undefined;
  /** Leaves the text in the file as it is, for tests. */
  readonly isOpen?: boolean;
}

const DUE = { size: 12, isBold: true } as const;

/** Countries whose printers hold Letter. */
const LETTER: ReadonlySet<string> = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PA', 'DO', 'PR']);

/**
 * An invoice as a tagged PDF whose text can be selected; `null` where the font lacks a letter of it or can't join its
 * letters: nothing is ever left out or replaced. Rejects where the library can't be loaded.
 */
export async function invoicePdf(sheet: InvoiceSheet, { font, isOpen = false }: PdfOptions = {}): Promise<Blob | null> {
  const written = inPlainText(sheet);
  const letters = lettersOf(written);
  if (isComplex(letters) || (!font && !isWestern(letters))) return null;
  const { PDFDocument, toBlob } = await loadPdfLibrary();
  const document = new PDFDocument({
    ...{ tagged: true, lang: sheet.language, displayTitle: true, pdfVersion: '1.7', bufferPages: true },
    ...{ size: paperOf(sheet.language), margin: MARGIN, compress: !isOpen },
    info: { Title: `${sheet.seller} ${sheet.file}`, Author: sheet.seller },
  });
  const fonts = fontsOf(document, font);
  if (font && !hasLetters(document, letters)) return null;
  const made = toBlob(document);
  write(new PdfWriter(document, fonts), written);
  return made;
}

function write(writer: PdfWriter, sheet: InvoiceSheet): void {
  writer.paragraph('H1', sheet.title, { size: 18, isBold: true }, 14);
  writeHead(writer, sheet);
  for (const group of sheet.groups) {
    writer.y += 14;
    writeTable(writer, sheet.columns, group);
  }
  writer.y += 12;
  sheet.totals.forEach((total, index) => writeTotal(writer, total, index === sheet.totals.length - 1 ? DUE : {}));
  for (const note of sheet.notes) writeNote(writer, note);
  writer.finish((page, pages) => plain(sheet.page(page, pages)));
}

/** Seller, buyer and facts side by side. */
function writeHead(writer: PdfWriter, { parties, facts }: InvoiceSheet): void {
  const [top, width] = [writer.y, writer.width / 3 - 12];
  const blocks = [
    ...parties.map(({ title, lines }) => [title, ...lines]),
    facts.flatMap(({ name, value }) => [name, value]),
  ];
  const ends = blocks.map((lines, column) => {
    writer.y = top;
    const box = { x: MARGIN + column * (width + 18), width };
    lines.forEach((line, index) => {
      const isLabel = column === parties.length ? index % 2 === 0 : index === 0;
      const style = { isGrey: isLabel, size: isLabel ? 8.5 : 9.5, isBold: column < parties.length && index === 1 };
      writer.put('P', line, box, style);
      writer.y += writer.heightOf(line, box, style) + (isLabel ? 1 : 4);
    });
    return writer.y;
  });
  writer.y = Math.max(...ends);
}

function writeNote(writer: PdfWriter, { title, lines }: SheetBlock): void {
  writer.y += 14;
  writer.need(40);
  writer.paragraph('H2', title, { size: 11, isBold: true }, 4);
  for (const line of lines) writer.paragraph('P', line);
}

function fontsOf(document: PdfDocument, font: ArrayBuffer | undefined): PdfFonts {
  if (!font) return { regular: 'Helvetica', bold: 'Helvetica-Bold' };
  document.registerFont('own', font).font('own');
  return { regular: 'own', bold: 'own' };
}

/** The library draws an empty box for a letter that a font lacks, and doesn't tell. */
function hasLetters(document: PdfDocument, letters: string): boolean {
  const { font } = (document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  return [...new Set(letters)].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

const paperOf = (language: string): string =>
  LETTER.has(new Intl.Locale(language).maximize().region ?? '') ? 'LETTER' : 'A4';

/** A sheet with every text as it is written. */
function inPlainText(sheet: InvoiceSheet): InvoiceSheet {
  const { page, ...words } = sheet;
  const text = JSON.stringify(words, (_, value: unknown) => (typeof value === 'string' ? plain(value) : value));
  return { ...(JSON.parse(text) as Omit<InvoiceSheet, 'page'>), page };
}

/** All that is written, the numbers of the pages too. */
function lettersOf(sheet: InvoiceSheet): string {
  const texts = [sheet.page(1, 234567890)];
  JSON.stringify(sheet, (_, value: unknown) => (typeof value === 'string' ? texts.push(value) : value));
  return plain(texts.join(''));
}
