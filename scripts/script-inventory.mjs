// dist/SCRIPTS.json: every script of the package, what it is for and its hashes, for a merchant's own inventory.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const fileName = 'SCRIPTS.json';

/** What a script is for, by the beginning of its path; the first that fits. Pages load what their entries import. */
const PURPOSES = [
  ['index.js', 'Classes and events of all elements. Registers nothing.'],
  ['define/all.js', 'Registers all elements.'],
  ['define/', 'Helps the scripts that register elements.'],
  ['rating/', 'Works out and explains amounts. Reads nothing but its arguments, and sends nothing.'],
  ['api/', 'The contract with a back end: types, errors, and checks of answers. Sends nothing.'],
  ['conformance/', 'Tests of an adapter. Not for a live page.'],
  ['adapters/memory', 'A back end in memory, for demos and tests. Not for a live page.'],
  ['adapters/rest', 'Sends requests to the billing API that the host names.'],
  ['store/', 'Reads and writes through the adapter, and keeps answers in memory and keys of writes in sessionStorage.'],
  ['locale/', 'Texts, and the format of money, numbers and dates.'],
  ['styles/', 'Styles that elements share.'],
  ['files/', 'Makes CSV and PDF files in the page. Sends nothing.'],
  ['vaults/sandbox', 'Card fields of a sandbox, for demos and tests. Not for a live page.'],
  ['vaults/stripe', 'Card fields of Stripe: loads the script of js.stripe.com.'],
  ['vaults/', 'What card vaults share: addresses and the formats of their fields.'],
  ['elements/', 'A part of elements.'],
  ['internal/', 'Helpers that the build adds.'],
];

/** For Vite: writes the inventory beside the scripts of a build. */
export const scriptInventory = () => ({
  name: 'script-inventory',
  writeBundle({ dir }) {
    writeFileSync(join(dir, fileName), `${JSON.stringify({ scripts: inventoryOf(dir) }, undefined, 2)}\n`);
  },
});

/** Each script of a folder. Throws for one of which nobody has said what it is for. */
export function inventoryOf(dir) {
  const tags = describedTags();
  return scriptsIn(dir).map((path) => {
    const content = readFileSync(join(dir, path));
    return {
      path,
      purpose: purposeOf(path, tags),
      bytes: content.length,
      sha256: integrity('sha256', content),
      sha384: integrity('sha384', content),
    };
  });
}

/** What is wrong with the inventory of a folder; undefined when it names each script, and as it is. */
export function inventoryFault(dir) {
  const { scripts } = JSON.parse(readFileSync(join(dir, fileName), 'utf8'));
  const same = JSON.stringify(scripts) === JSON.stringify(inventoryOf(dir));
  return same ? undefined : `${fileName} is not that of the scripts beside it: npm run build`;
}

const scriptsIn = (dir) =>
  readdirSync(dir, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.js'))
    .sort();

/** As the `integrity` attribute takes it. */
const integrity = (algorithm, content) => `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

function purposeOf(path, tags) {
  const [, folder, tag] = /^(define|elements)\/([\w-]+)\.js$/.exec(path) ?? [];
  const described = tags.get(tag);
  if (described) return folder === 'define' ? `Registers ${tag}. ${described}` : described;
  const found = PURPOSES.find(([start]) => path.startsWith(start));
  if (!found) throw new Error(`scripts/script-inventory.mjs says not what ${path} is for`);
  return found[1];
}

/** What each element is, in the words of the manifest. */
function describedTags() {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return new Map(elements.map(({ tagName, description }) => [tagName, description.replaceAll(/\s+/g, ' ')]));
}
