import { mockFetch, type MockBackend } from '../../mock-api/index.js';

/** Asks the REST shape of a mock back end. */
export const ask = (backend: MockBackend, path: string): Promise<Response> => mockFetch(backend)(`/billing/v1${path}`);

/** The body of a good answer. */
export async function read<T>(backend: MockBackend, path: string): Promise<T> {
  const response = await ask(backend, path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** Every page of a list, from the first to the one that names no other. */
export async function pages<T extends { next: string | null }>(backend: MockBackend, path: string): Promise<T[]> {
  const all: T[] = [];
  for (let next: string | null = ''; next !== null; next = all.at(-1)?.next ?? null) {
    const cursor = next && `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`;
    all.push(await read<T>(backend, `${path}${cursor}`));
  }
  return all;
}
