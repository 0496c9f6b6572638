// Runs every worked case of a folder through the rating module: which figures agree, by operation and by model.
// `npm run rating-cases -- FOLDER`, by default the cases of this repository. Fails when a case differs.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, 'test/rating/cases/data'));

const { runCase } = (
  await runnerImport(join(root, 'test/rating/cases/run.ts'), { root, configFile: false, logLevel: 'error' })
).module;

const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).cases ?? []);
const results = cases.map((each) => ({ ...each, differences: differencesOf(each) }));

printCounts('op');
printCounts('model');
for (const { id, op, model, differences } of results) {
  for (const { figure, expected, got } of differences) {
    console.log(`\n${id} (${op}, ${model}): ${figure}`);
    console.log(`  expected ${JSON.stringify(expected)}`);
    console.log(`  got      ${JSON.stringify(got)}`);
  }
}
if (cases.length === 0) console.error(`No cases in ${folder}`);
process.exitCode = cases.length > 0 && results.every(({ differences }) => differences.length === 0) ? 0 : 1;

function differencesOf(each) {
  try {
    return runCase(each);
  } catch (error) {
    return [{ figure: 'result', expected: each.expected, got: String(error) }];
  }
}

function printCounts(by) {
  console.log(`\nby ${by}`);
  for (const name of [...new Set(results.map((each) => each[by]))].sort()) {
    const group = results.filter((each) => each[by] === name);
    const agreeing = group.filter(({ differences }) => differences.length === 0);
    console.log(`  ${name.padEnd(24)} ${agreeing.length} of ${group.length} agree`);
  }
}
