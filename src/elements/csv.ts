/** What a column holds. A number is a plain decimal such as `-12.50`: no currency, no grouping, a point. */
export type CellKind = 'text' | 'number';

// OWASP, "CSV injection": what a spreadsheet takes for a formula, or for a blank in front of one.
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Rows as a CSV file (RFC 4180) that a spreadsheet opens as they are: UTF-8 with its mark, lines that end in CRLF, all
 * text quoted, and no cell of text that it would take for a formula. A number stays a number; what isn't one is text.
 */
export async function csvOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  kinds: readonly CellKind[],
): Promise<string> {
  // The library is for those few who save a file.
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const isNumber = (cell: string, column: number): boolean => kinds[column] === 'number' && NUMBER.test(cell);
  const cast = (cell: string, { index, records }: { index: number; records: number }) =>
    records > 0 && isNumber(cell, index) ? { value: cell, quoted: false } : { value: harmless(cell), quoted: true };
  return stringify([header, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    quoted_empty: true,
    cast: { string: cast },
  });
}

/** Text that no spreadsheet computes with. The apostrophe says "this is text". */
function harmless(cell: string): string {
  const text = cell.replaceAll('\0', '');
  return FORMULA.test(text) ? `'${text}` : text;
}
