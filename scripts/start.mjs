// The demo: stories/demo over the mock API, on this machine only.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { mswWorker } from './msw-worker.mjs';
import { root, SetupError } from './setup.mjs';

export async function main(args) {
  const { url } = await startDemo({ port: portOf(args) });
  console.log(`billing-kit demo: ${url} (Ctrl+C to stop)`);
}

/** Serves the demo on `port`, or on the next free one; also used by the end-to-end tests. */
export async function startDemo({ port = 5173, watch = true } = {}) {
  const server = await createServer({
    configFile: false,
    root: join(root, 'stories/demo'),
    cacheDir: join(root, 'node_modules/.vite/demo'),
    logLevel: 'warn',
    plugins: [mswWorker()],
    server: { host: '127.0.0.1', port, fs: { allow: [root] }, ...(!watch && { watch: null, hmr: false }) },
    optimizeDeps: {
      // Found one by one, they would each reload the first visit.
      include: ['lit', 'lit/decorators.js', '@lit/context', '@tanstack/query-core', 'valibot', 'msw', 'msw/browser'],
    },
  });
  await server.listen();
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}

function portOf(args) {
  try {
    const { port } = parseArgs({ args, options: { port: { type: 'string' } } }).values;
    if (port === undefined) return undefined;
    if (/^\d+$/.test(port) && Number(port) <= 65535) return Number(port);
  } catch {
    // falls through to the usage line
  }
  throw new SetupError('usage: npm start -- [--port N], N from 0 to 65535');
}
