/** What a PDF is made with. Measures are points, from the top left corner. */
export interface PdfDocument {
  readonly page: { readonly width: number; readonly height: number };
  font(name: string): this;
  registerFont(name: string, file: ArrayBuffer): this;
  fontSize(size: number): this;
  fillColor(color: string): this;
  text(text: string, x: number, y: number, options: PdfTextOptions): this;
  widthOfString(text: string): number;
  heightOfString(text: string, options: { readonly width: number }): number;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  lineWidth(width: number): this;
  strokeColor(color: string): this;
  stroke(): this;
  addPage(): this;
  switchToPage(index: number): unknown;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  struct(tag: string, options?: { readonly scope?: 'Row' | 'Column' }, content?: readonly (() => void)[]): PdfTag;
  addStructure(tag: PdfTag): this;
  markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): this;
  endMarkedContent(): this;
  end(): void;
}

/** An element of a PDF's structure: what assistive technology reads. */
export interface PdfTag {
  add(child: PdfTag): this;
  end(): void;
}

interface PdfTextOptions {
  readonly width?: number;
  readonly height?: number;
  readonly align?: 'left' | 'right';
  readonly ellipsis?: boolean;
  readonly lineBreak?: boolean;
}

/** How a document is begun. */
export interface PdfDocumentOptions {
  readonly tagged: boolean;
  readonly lang: string;
  readonly displayTitle: boolean;
  readonly pdfVersion: '1.7';
  readonly bufferPages: boolean;
  readonly size: string;
  readonly margin: number;
  readonly compress: boolean;
  readonly info: { readonly Title: string; readonly Author: string };
}

/** What of the library makes a file. */
export interface PdfLibrary {
  readonly PDFDocument: new (options: PdfDocumentOptions) => PdfDocument;
  readonly toBlob: (document: PdfDocument) => Promise<Blob>;
}

/** Fetches the library, 220 kB after gzip, for those who save a file. Its own types aren't as new as it is. */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  const [pdfkit, output, ...fonts] = (await Promise.all([
    import('pdfkit'),
    // @ts-expect-error It has no types.
    import('pdfkit/output'),
    // @ts-expect-error It has no types.
    import('pdfkit/standard-fonts/Helvetica'),
    // @ts-expect-error It has no types.
    import('pdfkit/standard-fonts/HelveticaBold'),
  ])) as unknown as [Main, Pick<PdfLibrary, 'toBlob'>, ...{ readonly default: unknown }[]];
  // The library's build for Node finds its fonts by itself.
  pdfkit.registerStdFonts?.(...fonts.map((font) => font.default));
  return { PDFDocument: pdfkit.default, toBlob: output.toBlob };
}

interface Main {
  readonly default: PdfLibrary['PDFDocument'];
  readonly registerStdFonts?: (...fonts: readonly unknown[]) => void;
}
