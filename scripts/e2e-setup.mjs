import { ensureChromium } from './browsers.mjs';
import { startDemo } from './start.mjs';

export default async function setup() {
  process.env.CHROME_PATH = ensureChromium();
  // An edit during the run must not reload the page under a test.
  const { url, close } = await startDemo({ port: 5273, watch: false });
  process.env.DEMO_URL = url;
  return close;
}
