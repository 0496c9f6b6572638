import { BillingError } from '../../api/index.js';

/** A page of 20,000 records as columns fits; what is larger would only freeze the page. */
const JSON_BYTES = 10_000_000;
const PDF_BYTES = 20_000_000;

/** Reads the body of a good answer. */
export type Receive<T> = (response: Response) => Promise<T>;

/** The JSON of an answer; `undefined` for 204. */
export const json: Receive<unknown> = async (response) =>
  response.status === 204 ? undefined : parseJson(await readText(response));

/** The file of an answer. Throws `contract` for anything but `application/pdf`. */
export const pdf: Receive<Blob> = async (response) => {
  const type = 'application/pdf';
  if (!isOf(response, type)) throw new BillingError('contract', `the answer is not ${type}`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunksOf(response, PDF_BYTES)) parts.push(chunk);
  return new Blob(parts, { type });
};

/** Whether an answer says that it is of a media type. */
export const isOf = (response: Response, type: string): boolean =>
  response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === type;

/** The body as text. */
export async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunksOf(response, JSON_BYTES)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The JSON of a text. Throws `contract` for a truncated answer or the page of a captive portal, quoting neither. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BillingError('contract', 'the answer is not JSON');
  }
}

/** Throws `contract` as soon as there is more than the limit, which also stops the download. */
async function* chunksOf(response: Response, limit: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return;
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      throw new BillingError('contract', `the answer is longer than ${limit} bytes`);
    }
    yield value;
  }
}
