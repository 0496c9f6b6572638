import { expect } from 'chai';
import type { BillingAdapter } from '../../src/api/index.js';
import '../../src/define/billing-contacts.js';
import '../../src/define/invoice-list.js';
import '../../src/define/plan-picker.js';
import '../../src/define/usage-report.js';
import { define } from '../../src/define/define.js';
import { adapterFor } from '../../stories/adapters.js';
import { mount, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

const TAGS = ['billing-contacts', 'invoice-list', 'plan-picker', 'usage-report'] as const;

const RESET = `
  html { font-size: 10px; }
  * { box-sizing: content-box; all: unset; }
  *, *::before, *::after { margin: 0; padding: 0; border: 0; }
`;

let styles: HTMLStyleElement | undefined;

/** A host page's own styles, until the test is over. */
function pageStyles(css: string): void {
  styles = Object.assign(document.createElement('style'), { textContent: css });
  document.head.append(styles);
}

/** An adapter, and how often each of its methods was called. */
function counting(): { adapter: BillingAdapter; calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const methods = Object.entries(adapterFor('mid-month')).map(([name, method]) => [
    name,
    (...args: unknown[]) => {
      calls.set(name, (calls.get(name) ?? 0) + 1);
      return (method as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return { adapter: Object.fromEntries(methods) as BillingAdapter, calls };
}

/** A column of a page. */
function column(width = 640): HTMLElement {
  const frame = document.createElement('div');
  frame.style.cssText = `display: block; inline-size: ${width}px; font-size: 16px; font-family: sans-serif`;
  document.body.append(frame);
  return frame;
}

/** All elements of a shadow root, and of those within it. */
const allIn = (element: Element): Element[] =>
  [...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((each) => [each, ...allIn(each)]);

/** Where everything that an element draws stands, from its own corner. */
function boxes(element: Element): string[] {
  const origin = element.shadowRoot?.querySelector('[part~=base]')?.getBoundingClientRect() ?? new DOMRect();
  const drawn = allIn(element).filter((each) => each.getClientRects().length > 0);
  return drawn.map((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return `${each.localName} ${[left - origin.left, top - origin.top, width, height].map(Math.round).join(' ')}`;
  });
}

describe('a host page', () => {
  afterEach(() => {
    unmountAll();
    styles?.remove();
    document.querySelectorAll('body > div').forEach((each) => each.remove());
  });

  for (const tag of TAGS)
    it(`case 124: that resets everything, with a root of 10 px, leaves the layout of ${tag} as it is`, async () => {
      const frame = column();
      const element = await mount(tag, { adapter: adapterFor('mid-month') }, frame);
      await settled(element);
      const before = boxes(element);
      pageStyles(RESET);
      await settled(element);
      expect(boxes(element)).to.deep.equal(before);
      expect(before.length).to.be.above(20);
    });

  it('case 124: with a small font keeps every text at 12 px or more', async () => {
    pageStyles('html { font-size: 10px; } body > div { font-size: 1rem !important; }');
    for (const tag of TAGS) {
      const element = await mount(tag, { adapter: adapterFor('mid-month') }, column());
      await settled(element);
      const small = [...(element.shadowRoot?.querySelectorAll('[part~=base] *') ?? [])].filter(
        (each) => textIn(each) !== '' && parseInt(getComputedStyle(each).fontSize, 10) < 12,
      );
      expect(small.map((each) => each.outerHTML.slice(0, 80))).to.deep.equal([]);
    }
  });

  it('case 125: that shows an element only later finds it as large as one that was always shown, read once', async () => {
    const [one, other] = [counting(), counting()];
    const shown = await mount('usage-report', { adapter: one.adapter }, column());
    await settled(shown);
    await until(() => boxes(shown).some((each) => each.startsWith('path')));
    const frame = column();
    frame.style.display = 'none';
    const hidden = await mount('usage-report', { adapter: other.adapter }, frame);
    await settled(hidden);
    expect(boxes(hidden)).to.deep.equal([]);
    frame.style.display = 'block';
    await until(() => boxes(hidden).length === boxes(shown).length);
    await settled(hidden);
    expect(boxes(hidden)).to.deep.equal(boxes(shown));
    expect(other.calls).to.deep.equal(one.calls);
  });

  it('case 128: with two copies of the kit keeps the first one, is warned once, and works', async () => {
    const { warn } = console;
    const said: unknown[] = [];
    console.warn = (text: unknown) => said.push(text);
    try {
      const known = TAGS.map((tag) => customElements.get(tag));
      for (const tag of TAGS) define(tag, class extends HTMLElement {});
      expect(TAGS.map((tag) => customElements.get(tag))).to.deep.equal(known);
      expect(said).to.deep.equal([
        'billing-kit: <billing-contacts> is already defined, perhaps by another version of the kit. The first one stays.',
      ]);
    } finally {
      console.warn = warn;
    }
    const element = await mount('billing-contacts', { adapter: adapterFor('mid-month') });
    await settled(element);
    expect(parts(element, 'contact')).to.have.length(2);
  });
});
