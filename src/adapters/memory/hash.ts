const PRIME = 0x01000193;
/** Where two runs of 32 bits begin: as good as one of 64, which needs slow numbers. */
const BEGINNINGS = [0x811c9dc5, 0x9747b28c];

/** FNV-1a, twice, over a value's JSON: the same for the same entries in any order. */
export function hashOf(value: unknown): string {
  const text = JSON.stringify(value, sortedEntries);
  return BEGINNINGS.map((beginning) => runOf(text, beginning).toString(36)).join('');
}

function runOf(text: string, beginning: number): number {
  let hash = beginning;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash >>> 0;
}

function sortedEntries(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
