/** Base64 of the engine itself, where it has that (ES2026): five times as fast as by way of a string. */
interface NativeBase64 {
  readonly fromBase64?: (text: string) => Uint8Array;
  readonly prototype: { toBase64?(this: Uint8Array): string };
}

const native = Uint8Array as unknown as NativeBase64;

/** What `String.fromCharCode` is given at once: more arguments than this overflow the stack of some engines. */
const CHUNK = 8192;

/** Whole numbers as base64 of little-endian unsigned 32-bit integers. */
export function packNumbers(numbers: Uint32Array): string {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < numbers.length; row++) view.setUint32(row * 4, numbers[row] ?? 0, true);
  return encode(bytes);
}

/** The numbers again; `null` where the text isn't base64 of whole integers of 32 bits. */
export function unpackNumbers(text: string): Uint32Array | null {
  const bytes = decode(text);
  if (bytes === null || bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const numbers = new Uint32Array(bytes.length / 4);
  for (let row = 0; row < numbers.length; row++) numbers[row] = view.getUint32(row * 4, true);
  return numbers;
}

function encode(bytes: Uint8Array): string {
  if (native.prototype.toBase64) return native.prototype.toBase64.call(bytes);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[]);
  return btoa(binary);
}

function decode(text: string): Uint8Array | null {
  try {
    if (native.fromBase64) return native.fromBase64(text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
