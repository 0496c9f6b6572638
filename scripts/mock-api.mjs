// npm run mock-api -- [--port N] [--scenario NAME]: the mock API over HTTP, on this machine only.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { root, SetupError } from './setup.mjs';

const usage = 'usage: npm run mock-api -- [--port N] [--scenario NAME], N from 0 to 65535';

export async function main(args) {
  const { port, scenario } = optionsOf(args);
  const { scenarios, startMockServer } = await load('mock-api/http/index.ts');
  if (!Object.hasOwn(scenarios, scenario))
    throw new SetupError(`There is no scenario "${scenario}", only: ${Object.keys(scenarios).join(', ')}.`);
  const server = await startMockServer({ port, scenario }).catch((error) => {
    throw error.code === 'EADDRINUSE' ? new SetupError(`Port ${port} is taken: choose another with --port.`) : error;
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
  console.log(`billing-kit mock API: ${server.url} (Ctrl+C to stop)`);
  console.log(`bearer tokens: ${Object.keys(server.backends).join(', ')}`);
}

const load = async (file) =>
  (await runnerImport(join(root, file), { root, configFile: false, logLevel: 'error' })).module;

function optionsOf(args) {
  try {
    const options = { port: { type: 'string' }, scenario: { type: 'string' } };
    const { port = '4010', scenario = 'mid-month' } = parseArgs({ args, options }).values;
    if (/^\d+$/.test(port) && Number(port) <= 65535) return { port: Number(port), scenario };
  } catch {
    // falls through to the usage line
  }
  throw new SetupError(usage);
}
