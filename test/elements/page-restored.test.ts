import { expect } from 'chai';
import type { BillingAdapter } from '../../src/api/index.js';
import { part, settled, textIn, unmountAll, until } from '../helpers/elements.js';
import { picker, press, quoted } from '../helpers/plans.js';

/** What the browser tells a page that it shows again as it was left, or that it has loaded. */
const shown = (persisted: boolean): boolean =>
  globalThis.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

/** A picker, and how often its back end was called, by method. */
async function counted(changes: Partial<BillingAdapter> = {}) {
  const calls = new Map<string, number>();
  const { element, backend } = await picker('mid-month', (sound) => {
    // No news comes in: what was told while the page was away is lost.
    const methods = Object.entries({ ...sound, subscribe: () => () => undefined, ...changes }).filter(
      ([, method]) => typeof method === 'function',
    );
    return Object.fromEntries(
      methods.map(([name, method]) => [
        name,
        (...args: unknown[]) => {
          calls.set(name, (calls.get(name) ?? 0) + 1);
          return (method as (...args: unknown[]) => unknown)(...args);
        },
      ]),
    );
  });
  const count = (name: keyof BillingAdapter): number => calls.get(name) ?? 0;
  return { element, backend, count };
}

describe('a page that comes out of the back/forward cache', () => {
  afterEach(unmountAll);

  it('case 120: reads again what it shows, and what has changed meanwhile is there', async () => {
    const { element, backend, count } = await counted();
    const before = count('listSubscriptions');
    const change = { kind: 'plan', plan: 'minutes-500' } as const;
    const quote = await backend.previewChange('sub_answering', change);
    const version = (await backend.listSubscriptions()).items[0]?.version ?? '';
    const agreed = { change, quote: quote.id, total: quote.dueNow };
    await backend.changeSubscription('sub_answering', agreed, { idempotencyKey: 'elsewhere', ifVersion: version });
    shown(true);
    await until(() => textIn(part(element, 'plan-current')).startsWith('500 minutes'));
    expect(count('listSubscriptions')).to.equal(before + 1);
  });

  it('case 120: sends nothing again, and asks for no other quote than the one on show', async () => {
    const { element, count } = await counted({ changeSubscription: () => new Promise(() => {}) });
    await quoted(element, /Upgrade to 500 minutes$/);
    await press(element, /Upgrade to 500 minutes and pay/);
    await until(() => count('changeSubscription') === 1);
    const [reads, quotes] = [count('listSubscriptions'), count('previewChange')];
    shown(true);
    await until(() => count('listSubscriptions') > reads);
    await element.updateComplete;
    expect([count('changeSubscription'), count('previewChange')]).to.deep.equal([1, quotes]);
  });

  it('is told from one that is loaded', async () => {
    const { element, count } = await counted();
    const before = count('listSubscriptions');
    shown(false);
    await settled(element);
    expect(count('listSubscriptions')).to.equal(before);
  });
});
