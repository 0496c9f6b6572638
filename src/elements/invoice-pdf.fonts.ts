/** Characters of the fonts that every reader of PDFs has, beside Latin-1 (Windows-1252, ISO 32000-1, annex D). */
const BESIDE_LATIN_1 = 'ƒ–—‘’‚“”„†‡•…€‰‹›ˆ™ŒœŠšŸŽž';
const SPACES = /[\u2000-\u200a\u202f\u205f]/g;

/** Text as it is written into a PDF: without marks of direction, with the blanks and the minus that all fonts have. */
export const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(SPACES, '\u00a0')
    .replaceAll('\u2212', '-');

/** Whether those fonts have all its characters. */
export const isWestern = (text: string): boolean =>
  [...text].every((each) => /[\x20-\x7e\xa0-\xff]/.test(each) || BESIDE_LATIN_1.includes(each));

/** Whether a text runs from right to left, or joins its letters, which the library can't set. */
export const isComplex = (text: string): boolean =>
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u.test(text);

/** A font file of the host's; from its own origin or by https only. Rejects where it can't be had. */
export async function fontFile(address: string): Promise<ArrayBuffer> {
  const url = new URL(address, document.baseURI);
  if (url.protocol !== 'https:' && url.origin !== location.origin) throw new TypeError('pdfFont: expected https');
  const answer = await fetch(url, { credentials: 'omit' });
  if (!answer.ok) throw new TypeError(`pdfFont: ${answer.status}`);
  return answer.arrayBuffer();
}
