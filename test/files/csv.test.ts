import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/elements/csv.js';
import { fileName } from '../../src/elements/download.js';

const BOM = '\ufeff';
const cell = async (text: string): Promise<string> =>
  (await csvOf(['name'], [[text]], ['text'])).slice(`${BOM}"name"\r\n`.length, -2);

describe('csvOf', () => {
  test('begins with the mark of UTF-8 and ends each line with CRLF', async () => {
    expect(await csvOf(['day', 'amount'], [['2026-11-01', '9260']], ['text', 'number'])).toBe(
      `${BOM}"day","amount"\r\n"2026-11-01",9260\r\n`,
    );
  });

  test.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+1', `"'+1"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['\0=1', `"'=1"`],
    ['＝1', `"'＝1"`],
    ['a;=1', '"a;=1"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['a\0b', '"ab"'],
    ['Zoë, 北京', '"Zoë, 北京"'],
  ])('case 79: %j is text, and nothing else', async (text, written) => {
    expect(await cell(text)).toBe(written);
  });

  test('case 79: a name in the header is no formula either', async () => {
    expect(await csvOf(['=1'], [], ['number'])).toBe(`${BOM}"'=1"\r\n`);
  });

  test('case 80: a negative amount stays a number', async () => {
    expect(await csvOf(['a'], [['-12.50'], ['0']], ['number'])).toBe(`${BOM}"a"\r\n-12.50\r\n0\r\n`);
  });

  test('what claims to be a number and isn’t is text', async () => {
    expect(await csvOf(['a'], [['-1+2'], ['1/3'], ['']], ['number'])).toBe(`${BOM}"a"\r\n"'-1+2"\r\n"1/3"\r\n""\r\n`);
  });
});

describe('fileName', () => {
  test.each([
    ['HPH-0012.pdf', 'HPH-0012.pdf'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['2026/11: "all".csv', '2026-11-all-.csv'],
    ['', 'file'],
    ['.csv', 'file.csv'],
    ['x'.repeat(300) + '.csv', 'x'.repeat(120) + '.csv'],
  ])('%j is saved as %j', (name, saved) => {
    expect(fileName(name)).toBe(saved);
  });
});
