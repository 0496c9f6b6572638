import { expect } from 'chai';
import { createBackend } from '../../mock-api/index.js';
import '../../src/define/billing-contacts.js';
import type { BillingContacts } from '../../src/index.js';
import { byRole, mount, settled, textIn, unmountAll, until } from '../helpers/elements.js';

const within = (element: BillingContacts): ShadowRoot => element.shadowRoot as ShadowRoot;
const plain = (text: string | null): string => (text ?? '').replace(/[\u2068\u2069]/g, '').trim();

function press(element: BillingContacts, name: string): void {
  const found = [...within(element).querySelectorAll('button')].find(
    (each) => plain(each.ariaLabel ?? each.textContent) === name,
  );
  if (!found) throw new Error(`there is no button "${name}"`);
  found.click();
}

/** The one region in which an element speaks, and each change in it, as a screen reader would see it. */
function listening(element: BillingContacts): { region: Element; heard: string[]; lost: string[] } {
  const [region] = byRole(element, 'log');
  if (!region) throw new Error('there is no live region');
  const [heard, lost]: [string[], string[]] = [[], []];
  const changes = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'characterData') lost.push(target.textContent ?? '');
      heard.push(...[...addedNodes].filter((node) => node instanceof Element).map(textIn));
      lost.push(...[...removedNodes].filter((node) => node instanceof Element).map(textIn));
    }
  });
  changes.observe(region, { childList: true, characterData: true, subtree: true });
  return { region, heard, lost };
}

describe('what an element says', () => {
  afterEach(unmountAll);

  it('case 129: is spoken in order, and an error does not take the place of what is still being spoken', async () => {
    const element = await mount('billing-contacts', { adapter: createBackend('mid-month') });
    await settled(element);
    const { region, heard, lost } = listening(element);
    expect([region.getAttribute('aria-live'), region.getAttribute('aria-atomic')]).to.deep.equal(['polite', 'false']);
    press(element, 'Remove Priya Raman');
    await until(() => heard.length === 1);
    press(element, 'Undo');
    await until(() => heard.length === 2);
    press(element, 'Add contact');
    await element.updateComplete;
    within(element).querySelector('form')?.requestSubmit();
    await until(() => within(element).activeElement?.getAttribute('aria-invalid') === 'true');
    expect(heard[0]).to.match(/^Priya Raman/);
    expect(heard[1]).to.match(/^Priya Raman/);
    expect(heard[0]).not.to.equal(heard[1]);
    expect([...region.children].map(textIn)).to.deep.equal(heard);
    expect(lost).to.deep.equal([]);
    // The error is read with the field that has got the focus.
    const field = within(element).activeElement as HTMLInputElement;
    const words = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => within(element).getElementById(id));
    expect(words.map((each) => each && textIn(each)).join(' ')).not.to.equal('');
  });
});
