// The tests of elements as a few bundles: as they are, each file would have the browser load some hundred modules, which
// takes longer than its tests.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './setup.mjs';

const folder = 'test/elements';

/** For Web Test Runner: serves the bundle of a test file under the file's own path. */
export function bundledTests() {
  let bundled;
  return {
    name: 'bundled-tests',
    async serve({ path }) {
      bundled ??= bundle();
      const body = (await bundled).get(path.slice(1));
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}

/** The bundles and what they share, by path. */
async function bundle() {
  const files = readdirSync(join(root, folder), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts'));
  const { output } = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    // Lit warns of what is misused.
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"test"' },
    build: {
      write: false,
      minify: false,
      sourcemap: false,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        // The runner's own.
        external: /^\/__web-dev-server__/,
        input: Object.fromEntries(files.map((path) => [`${folder}/${path}`, join(root, folder, path)])),
        output: { entryFileNames: '[name]' },
      },
    },
  });
  return new Map(output.map((each) => [each.fileName, each.type === 'chunk' ? each.code : each.source]));
}
