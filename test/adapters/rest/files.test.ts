import { expect, test } from 'vitest';
import { adapterOf, failure, type Answer } from './script.js';

const file =
  (type: string, body: BodyInit = '%PDF-1.7'): Answer =>
  () =>
    new Response(body, { headers: { 'content-type': type } });

test('an invoice comes as a file', async () => {
  const { adapter, sent } = adapterOf(file('application/pdf; charset=binary'));
  const pdf = await adapter.getInvoicePdf('in-1');
  expect([pdf.type, await pdf.text()]).toEqual(['application/pdf', '%PDF-1.7']);
  expect(sent[0]?.url).toBe('/billing/v1/invoices/in-1/pdf');
});

test.each(['text/html', 'application/json', ''])('%j is no file', async (type) => {
  expect((await failure(adapterOf(file(type)).adapter.getInvoicePdf('in-1'))).kind).toBe('contract');
});

test('case 25: a file over 20 MB is refused before it is read to its end', async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull: (stream) => {
      pulled += 1;
      stream.enqueue(new Uint8Array(1_000_000));
    },
  });
  const error = await failure(adapterOf(file('application/pdf', endless)).adapter.getInvoicePdf('in-1'));
  expect(error.kind).toBe('contract');
  expect(pulled).toBeLessThan(30);
});
