// The script of the sandbox vault's frame. It runs in a document without an origin, where modules can't be fetched: all
// of it is one classic script, served from the origin of the page.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './setup.mjs';

const path = '/sandbox-frame.js';

let made;
const script = () => (made ??= makeScript());

async function makeScript() {
  const { output } = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src/vaults/sandbox/frame.ts'), output: { format: 'iife' } },
    },
  });
  return output[0].code;
}

/** For Vite: served in development, written into a build as `fileName`. */
export const sandboxFrame = (fileName = path.slice(1)) => ({
  name: 'sandbox-frame',
  configureServer(server) {
    server.middlewares.use(path, (_request, response, next) => {
      script().then((code) => response.setHeader('content-type', 'text/javascript').end(code), next);
    });
  },
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName, source: await script() });
  },
});

/** For Web Test Runner. */
export const sandboxFrameForTests = {
  name: 'sandbox-frame',
  serve: async (context) => (context.path === path ? { body: await script(), type: 'js' } : undefined),
};
