// The demo: stories/demo over the mock API, on this machine only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, createServer, preview } from 'vite';
import { mswWorker } from './msw-worker.mjs';
import { sandboxFrame } from './sandbox-frame.mjs';
import { root, SetupError } from './setup.mjs';

const host = '127.0.0.1';
const common = () => ({
  configFile: false,
  root: join(root, 'stories/demo'),
  logLevel: 'warn',
  plugins: [mswWorker(), sandboxFrame()],
});

/**
 * What a careful host sends: nothing inline, nothing from elsewhere, and only Lit makes markup. `default` is the page's own
 * policy, which lets the mock's service worker be registered; `allow-duplicates` is for a second copy of Lit.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html billing-kit-sandbox default 'allow-duplicates'",
].join('; ');

/** Builds the demo and serves it on `port`, or on the next free one. */
export async function serveDemo({ port = 5173 } = {}) {
  const outDir = mkdtempSync(join(tmpdir(), 'billing-kit-demo-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    ...common(),
    // The mock API is large, and no part of what a host loads: its size is nobody's concern.
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: false, chunkSizeWarningLimit: 2000 },
  });
  const server = await preview({
    ...common(),
    build: { outDir },
    preview: { host, port, headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  });
  return { url: server.resolvedUrls.local[0] };
}

/** Serves the sources as they are: an edit shows at once. */
export async function developDemo({ port = 5173 } = {}) {
  const server = await createServer({
    ...common(),
    cacheDir: join(root, 'node_modules/.vite/demo'),
    server: { host, port, fs: { allow: [root] } },
    optimizeDeps: {
      // Found one by one, they would each reload the first visit.
      include: ['lit', 'lit/decorators.js', '@lit/context', '@tanstack/query-core', 'valibot', 'msw', 'msw/browser'],
    },
  });
  await server.listen();
  return { url: server.resolvedUrls.local[0] };
}

/** Serves the demo by one of the two ways, says where, and goes on until the user stops it. */
export async function runDemo(serve, args) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit());
  const { url } = await serve(portOf(args));
  console.log(`billing-kit demo: ${url} (Ctrl+C to stop)`);
}

function portOf(args) {
  try {
    const { port } = parseArgs({ args, options: { port: { type: 'string' } } }).values;
    if (port === undefined) return {};
    if (/^\d+$/.test(port) && Number(port) <= 65535) return { port: Number(port) };
  } catch {
    // falls through to the usage line
  }
  throw new SetupError('usage: npm start -- [--port N], N from 0 to 65535');
}
