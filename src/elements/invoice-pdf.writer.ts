import type { PdfDocument, PdfTag } from './invoice-pdf.library.js';

/** A heading of a table says what it is the heading of. */
export type TagName = 'H1' | 'H2' | 'P' | 'Span' | 'TD' | 'TH-row' | 'TH-column';

/** Where a text stands, in points from the top left corner. */
export interface Box {
  readonly x: number;
  readonly width: number;
}

/** How a text looks. */
export interface TextStyle {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isGrey?: boolean;
  readonly isAtEnd?: boolean;
}

/** Fonts by their names in the document. */
export interface PdfFonts {
  readonly regular: string;
  readonly bold: string;
}

export const MARGIN = 48;
const FOOT = 72;
const SIZE = 9.5;
/** A name as long as a book is cut off, with an ellipsis. */
const TALLEST = 240;

/**
 * Writes text onto pages, from top to bottom: all of it tagged, so that it can be read aloud, or marked as an artifact,
 * so that it isn't.
 */
export class PdfWriter {
  /** How far down the page is written. */
  y = MARGIN;

  readonly #document: PdfDocument;
  readonly #fonts: PdfFonts;
  readonly #root: PdfTag;

  constructor(document: PdfDocument, fonts: PdfFonts) {
    this.#document = document;
    this.#fonts = fonts;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  /** The width between the margins. */
  get width(): number {
    return this.#document.page.width - 2 * MARGIN;
  }

  /** A part of the structure, empty for now; it must be ended. */
  open(tag: string, parent: PdfTag = this.#root): PdfTag {
    const made = this.#document.struct(tag);
    parent.add(made);
    return made;
  }

  /** How high a text is. */
  heightOf(text: string, { width }: Box, style: TextStyle = {}): number {
    return Math.min(TALLEST, this.#styled(style).heightOfString(text, { width }));
  }

  /** Puts a text where it belongs, under a tag of its own. */
  put(name: TagName, text: string, box: Box, style: TextStyle = {}, parent: PdfTag = this.#root): void {
    const [tag = '', of] = name.split('-');
    const scope = of === undefined ? {} : ({ scope: of === 'row' ? 'Row' : 'Column' } as const);
    parent.add(this.#document.struct(tag, scope, [() => this.#draw(text, box, style)]));
  }

  /** Puts a text that is only for the eye, since it was read before. */
  repeat(text: string, box: Box, style: TextStyle = {}): void {
    this.#artifact('Layout', () => this.#draw(text, box, style));
  }

  /** A text on lines of its own. */
  paragraph(tag: TagName, text: string, style: TextStyle = {}, space = 2): void {
    const box = { x: MARGIN, width: this.width };
    const height = this.heightOf(text, box, style);
    this.need(height);
    this.put(tag, text, box, style);
    this.y += height + space;
  }

  /** A hairline below what is written. */
  rule(color = '#bbbbbb'): void {
    const right = MARGIN + this.width;
    this.#artifact('Layout', () =>
      this.#document.moveTo(MARGIN, this.y).lineTo(right, this.y).lineWidth(0.5).strokeColor(color).stroke(),
    );
  }

  /** Goes on to a new page where there is no room for so much; tells whether it did. */
  need(height: number): boolean {
    if (this.y + height <= this.#document.page.height - FOOT) return false;
    this.#document.addPage();
    this.y = MARGIN;
    return true;
  }

  /** Numbers the pages, which must be the last thing. */
  finish(numberOf: (page: number, pages: number) => string): void {
    this.#root.end();
    const { start, count } = this.#document.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#document.switchToPage(start + index);
      this.y = this.#document.page.height - MARGIN;
      const text = numberOf(index + 1, count);
      this.#artifact('Pagination', () => this.#foot(text));
    }
    this.#document.end();
  }

  #foot(text: string): void {
    const document = this.#styled({ size: 8, isGrey: true });
    document.text(text, MARGIN + this.width - document.widthOfString(text), this.y, { lineBreak: false });
  }

  #draw(text: string, { x, width }: Box, style: TextStyle): void {
    const align = style.isAtEnd ? 'right' : 'left';
    this.#styled(style).text(text, x, this.y, { width, height: TALLEST, ellipsis: true, align });
  }

  #styled({ size = SIZE, isBold = false, isGrey = false }: TextStyle): PdfDocument {
    const font = isBold ? this.#fonts.bold : this.#fonts.regular;
    return this.#document
      .font(font)
      .fontSize(size)
      .fillColor(isGrey ? '#444444' : '#000000');
  }

  #artifact(type: 'Layout' | 'Pagination', draw: () => unknown): void {
    this.#document.markContent('Artifact', { type });
    draw();
    this.#document.endMarkedContent();
  }
}
