import { ensureChromium } from './browsers.mjs';
import { startDemo } from './start.mjs';

export default async function setup() {
  process.env.CHROME_PATH = ensureChromium();
  const { url, close } = await startDemo({ port: 5273 });
  process.env.DEMO_URL = url;
  return close;
}
