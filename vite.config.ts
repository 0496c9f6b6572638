import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vite';
import { sandboxFrame } from './scripts/sandbox-frame.mjs';
import { scriptInventory } from './scripts/script-inventory.mjs';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
/** What a host installs with the kit, and what Lit itself brings. */
const libraries = [...Object.keys(dependencies), 'lit-html', 'lit-element', '@lit/reactive-element'];

/** The npm build: one file out for each file in, libraries left to the host. Types come from tsc afterwards. */
export default defineConfig({
  publicDir: false,
  plugins: [sandboxFrame('vaults/sandbox-frame.js'), scriptInventory()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    lib: {
      entry: [
        'index.ts',
        'rating/index.ts',
        'api/index.ts',
        'conformance/index.ts',
        ...['adapters', 'define', 'elements', 'vaults'].flatMap(filesOf),
      ].map((file) => `src/${file}`),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => libraries.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // The decorator helper comes from a virtual module, whose name holds a version and an @.
        entryFileNames: ({ name }) => (name.includes('oxc-project') ? `internal/${basename(name)}.js` : '[name].js'),
      },
    },
  },
});

function filesOf(folder: string): string[] {
  return readdirSync(`src/${folder}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
}
