/** The text of an uncompressed PDF in the order in which it is drawn, a line for each piece; its fonts are Latin ones. */
export function textOfPdf(file: string): string {
  const pieces = [...file.matchAll(/\[(.*?)\] TJ/g)].map(([, operands = '']) =>
    [...operands.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
  );
  return pieces.join('\n');
}

/** The same for each page. */
export const pagesOfPdf = (file: string): string[] =>
  [...file.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, content = '']) => textOfPdf(content)).filter(Boolean);
