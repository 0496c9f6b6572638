// npm start, npm test and the checks: sets up what is missing, then does the work. A script of its own and no pre-script
// of npm, because those do not run for a user whose npm is told to ignore scripts.
import { setup, SetupError } from './setup.mjs';

const commands = ['start', 'dev', 'test', 'check', 'size', 'mock-api', 'faults', 'soak'];
const [command, ...args] = process.argv.slice(2);

try {
  if (!commands.includes(command)) throw new SetupError(`usage: node scripts/run.mjs ${commands.join('|')} [options]`);
  setup();
  const { main } = await import(`./${command}.mjs`);
  await main(args);
} catch (error) {
  console.error(error instanceof SetupError ? `\n${error.message}` : error);
  process.exitCode = 1;
}
