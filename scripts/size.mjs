// npm run size: what a page has to load, as its bundler would make it.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { finish } from './counts.mjs';
import { root } from './setup.mjs';

/** Limits in kB (1000 bytes) after gzip. */
const budgets = [
  {
    name: 'first load: the portal with its summary, REST adapter, libraries',
    code: `import '/src/define/billing-portal.ts'; export { restAdapter } from '/src/adapters/rest.ts';`,
    limit: 80,
  },
  {
    name: 'billing-kit/rating, what a page uses',
    code: `export { graduatedModel, nextInvoiceDates, perUnitModel, previewCharges } from '/src/rating/index.ts';`,
    limit: 10,
  },
  { name: 'billing-kit/rating, everything', code: `export * from '/src/rating/index.ts';`, limit: 35 },
];

export async function main() {
  const counts = { passed: 0, failed: 0 };
  console.log('      raw      gzip    brotli     limit   (kB)');
  for (const { name, code, limit } of budgets) {
    const first = Buffer.from(await firstLoad(code));
    const sizes = [first, gzipSync(first, { level: 9 }), brotliCompressSync(first)].map((data) => data.length / 1000);
    const fits = sizes[1] <= limit;
    counts[fits ? 'passed' : 'failed'] += 1;
    console.log(
      `${[...sizes, limit].map((size) => size.toFixed(1).padStart(9)).join(' ')}   ${fits ? '✓' : '✗'} ${name}`,
    );
  }
  finish(counts);
}

/** The code that is there before the first import(): the entry and all that it imports. */
async function firstLoad(code) {
  const entry = 'size-entry.js';
  const { output } = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'size-entry',
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const wanted = new Set([output.find(({ isEntry }) => isEntry).fileName]);
  for (const file of wanted) for (const imported of chunks.get(file).imports) wanted.add(imported);
  return [...wanted].map((file) => chunks.get(file).code).join('\n');
}
