// The mock's service worker has to stand at the root of the origin. It is served from the package that it belongs to, so
// that the two are always of one version.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const path = '/mockServiceWorker.js';
const read = () => readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');

/** For Vite: served in development, written into a build. */
export const mswWorker = () => ({
  name: 'msw-worker',
  configureServer(server) {
    server.middlewares.use(path, (_request, response) =>
      response.setHeader('content-type', 'text/javascript').end(read()),
    );
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: path.slice(1), source: read() });
  },
});

/** For Web Test Runner. */
export const mswWorkerForTests = {
  name: 'msw-worker',
  serve: (context) => (context.path === path ? { body: read(), type: 'js' } : undefined),
};
