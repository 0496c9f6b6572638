import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vite';

/** The npm build: one file out for each file in, libraries left to the host. Types come from tsc afterwards. */
export default defineConfig({
  publicDir: false,
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
        ...['adapters', 'define', 'elements'].flatMap(filesOf),
      ].map((file) => `src/${file}`),
      formats: ['es'],
    },
    rolldownOptions: {
      external: /^(lit|lit-html|lit-element|@lit\/[\w-]+|valibot|@tanstack\/[\w-]+)($|\/)/,
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
