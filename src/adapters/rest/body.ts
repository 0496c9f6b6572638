import { BillingError } from '../../api/index.js';

/** More than a thousand invoices have; what is larger would only freeze the page. */
const LIMIT_BYTES = 10_000_000;

/** The body as text. Throws `contract` as soon as it is longer than 10 MB, which also stops the download. */
export async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > LIMIT_BYTES) {
      reader.cancel().catch(() => undefined);
      throw new BillingError('contract', `the answer is longer than ${LIMIT_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The JSON of a text. Throws `contract` for a truncated answer or the page of a captive portal, quoting neither. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BillingError('contract', 'the answer is not JSON');
  }
}
