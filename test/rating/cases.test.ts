import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CaseFile } from './cases/format.js';
import { runCase } from './cases/run.js';

const folder = new URL('./cases/data/', import.meta.url);

for (const name of readdirSync(folder)) {
  const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as CaseFile;
  describe(file.source, () => {
    for (const each of file.cases) {
      test(`${each.id}: ${each.title ?? each.op}`, () => {
        expect(runCase(each)).toEqual([]);
      });
    }
  });
}
