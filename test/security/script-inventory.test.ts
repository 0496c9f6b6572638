import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inventoryFault, inventoryOf, scriptInventory } from '../../scripts/script-inventory.mjs';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'billing-kit-scripts-'));
  write('rating/index.js', 'abc');
  write('define/next-invoice.js', '');
  write('index.js.map', '{}');
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), content);
}

const build = (): void => {
  const { writeBundle } = scriptInventory() as unknown as { writeBundle: (options: { dir: string }) => void };
  writeBundle({ dir });
};

test('lists each script and nothing else, with what it is for, its size and its hashes', () => {
  const [element, rating, ...others] = inventoryOf(dir);
  expect(others).toEqual([]);
  expect(element).toMatchObject({ path: 'define/next-invoice.js', bytes: 0 });
  expect(element?.purpose).toMatch(/^Registers next-invoice\. What the next invoice comes to/);
  expect(rating).toEqual({
    path: 'rating/index.js',
    purpose: 'Works out and explains amounts. Reads nothing but its arguments, and sends nothing.',
    bytes: 3,
    // Of "abc", as FIPS 180 gives them.
    sha256: 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    sha384: 'sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn',
  });
});

test('fails where nobody has said what a script is for', () => {
  write('surprise.js', '');
  expect(() => inventoryOf(dir)).toThrow('surprise.js');
});

test('is at fault as soon as a script is changed, added or gone', () => {
  build();
  expect(inventoryFault(dir)).toBeUndefined();
  write('rating/index.js', 'abd');
  expect(inventoryFault(dir)).toContain('SCRIPTS.json');
  build();
  write('index.js', '');
  expect(inventoryFault(dir)).toContain('SCRIPTS.json');
  build();
  rmSync(join(dir, 'index.js'));
  expect(inventoryFault(dir)).toContain('SCRIPTS.json');
});
