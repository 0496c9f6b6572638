// Runs the tests of rating inside Stryker's worker. They are bundled into one module and loaded once, so that a mutant
// costs milliseconds; a test runner that starts anew for every mutant takes a second, which is hours for a module.
import { readdirSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

// The same odd time zone as in the other tests.
process.env.TZ = 'Asia/Kathmandu';

const FOLDER = 'test/rating';
const COLLECTOR = JSON.stringify(join(import.meta.dirname, 'mutation-tests.mjs'));
const ENTRY = 'virtual:tests';
const STAND_IN = 'virtual:instead-of-';
const [PASSED, FAILED] = [0, 1];
// These try thousands of inputs at random; they find what nobody thought of, but are too slow to run for every mutant.
const SLOW = /(?:bad-input|price-properties|\.property)\.test\.ts$/;

class BundledTestRunner {
  // Where the mutated code looks for its switch.
  #stryker = (globalThis.__stryker__ ??= {});
  #bundle = resolve(FOLDER, `.bundle-${process.env.STRYKER_MUTATOR_WORKER ?? 0}.mjs`);
  #loads = 0;
  #tests;

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    return bundleTests(this.#bundle);
  }

  async dryRun() {
    await this.#load();
    const tests = [];
    for (const test of this.#tests) tests.push(await this.#noted(test));
    return { status: 'complete', tests, mutantCoverage: this.#stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, reloadEnvironment }) {
    const whileLoading = mutantActivation === 'static';
    this.#stryker.hitLimit = hitLimit;
    try {
      if (whileLoading) this.#activate(activeMutant);
      if (reloadEnvironment || !this.#tests) await this.#load();
      this.#activate(activeMutant);
      const verdict = await this.#verdict(testFilter);
      if (whileLoading || !(await this.#leftTraces(verdict))) return verdict;
      await this.#load();
      this.#activate(activeMutant);
      return await this.#verdict(testFilter);
    } catch (error) {
      return { status: 'error', errorMessage: String(error) };
    } finally {
      this.#activate(undefined);
    }
  }

  dispose() {
    rmSync(this.#bundle, { force: true });
  }

  #activate(mutant) {
    this.#stryker.activeMutant = mutant?.id;
  }

  /** Loads everything anew: what is worked out while a module loads can be mutated, too. */
  async #load() {
    const { tests } = await import(`${pathToFileURL(this.#bundle)}?${this.#loads++}`);
    this.#tests = tests;
  }

  /** Quick tests, and those that found a mutant before, come first, until one fails. */
  async #verdict(testFilter) {
    this.#stryker.hitCount = 0;
    const chosen = testFilter && new Set(testFilter);
    const tests = this.#tests.filter(({ id }) => !chosen || chosen.has(id)).sort((a, b) => rankOf(a) - rankOf(b));
    for (const [index, test] of tests.entries()) {
      const failureMessage = await failureOf(test);
      if (this.#stryker.hitCount > this.#stryker.hitLimit) return { status: 'timeout', reason: 'hit limit' };
      if (failureMessage === undefined) continue;
      finds.set(test.id, findsOf(test) + 1);
      return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: 'survived', nrOfTests: tests.length };
  }

  /** Whether the test that found a mutant fails without it, because the mutant, or one before it, left something behind. */
  async #leftTraces({ killedBy }) {
    this.#activate(undefined);
    const test = this.#tests.find(({ id }) => id === killedBy?.[0]);
    return test !== undefined && (await failureOf(test)) !== undefined;
  }

  /** The result of a test; Stryker notes the mutants that it reaches. */
  async #noted(test) {
    this.#stryker.currentTestId = test.id;
    const failureMessage = await failureOf(test);
    this.#stryker.currentTestId = undefined;
    const status = failureMessage === undefined ? PASSED : FAILED;
    return {
      id: test.id,
      name: test.title,
      fileName: test.fileName,
      timeSpentMs: timeOf(test),
      status,
      failureMessage,
    };
  }
}

const times = new Map();
const timeOf = ({ id }) => times.get(id) ?? 0;
const finds = new Map();
const findsOf = ({ id }) => finds.get(id) ?? 0;
const rankOf = (test) => timeOf(test) / (1 + findsOf(test)) ** 2;

/** Why a test fails; nothing where it passes. */
async function failureOf({ id, run }) {
  const start = performance.now();
  try {
    await run();
    times.set(id, performance.now() - start);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** In the folder of the tests, because they read their cases from beside them. */
async function bundleTests(file) {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [testFiles],
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: FOLDER,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { input: ENTRY, treeshake: false, output: { entryFileNames: basename(file) } },
    },
  });
}

/** The module that loads every test, and what its tests get instead of vitest and fast-check. */
const testFiles = {
  name: 'test-files',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id === ENTRY) return ENTRY;
    if (id !== 'vitest' && id !== 'fast-check') return null;
    return importer.startsWith(STAND_IN) ? { id, external: true } : `${STAND_IN}${id}:${importer}`;
  },
  load(id) {
    if (id === ENTRY) return entry();
    if (id.startsWith(`${STAND_IN}fast-check`)) return FEW_INPUTS;
    return id.startsWith(`${STAND_IN}vitest`) ? collector(id.slice(`${STAND_IN}vitest:`.length)) : null;
  },
};

// Few inputs, and the same ones in each run: a mutant that one run finds must not survive the next.
const FEW_INPUTS = `import fc from 'fast-check';
  const assert = (property, options) => fc.assert(property, { ...options, numRuns: 10, seed: 42 });
  export default { ...fc, assert };`;

const collector = (file) => `import { suiteOf } from ${COLLECTOR};
  export { expect } from 'vitest';
  export const { describe, test } = suiteOf(${JSON.stringify(relative(process.cwd(), file))});`;

function entry() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.test.ts') && !SLOW.test(name));
  const imports = files.map((name) => `import ${JSON.stringify(resolve(FOLDER, name))};`);
  return [...imports, `export { tests } from ${COLLECTOR};`].join('\n');
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'bundled', injectableClass: BundledTestRunner }];
