import type { StoryObj } from '@storybook/web-components-vite';
import { expect } from 'chai';
import { render, type TemplateResult } from 'lit';
import { tokens } from '../../src/styles/tokens.js';
import * as usage from '../../stories/usage-report.stories.js';
import * as users from '../../stories/account-users.stories.js';
import * as addOns from '../../stories/add-ons.stories.js';
import * as alerts from '../../stories/billing-alerts.stories.js';
import * as contacts from '../../stories/billing-contacts.stories.js';
import * as portal from '../../stories/billing-portal.stories.js';
import * as summary from '../../stories/billing-summary.stories.js';
import * as issued from '../../stories/invoice-detail.stories.js';
import * as invoices from '../../stories/invoice-list.stories.js';
import * as invoice from '../../stories/next-invoice.stories.js';
import * as methods from '../../stories/payment-methods.stories.js';
import * as plans from '../../stories/plan-picker.stories.js';
import * as subscriptions from '../../stories/subscription-list.stories.js';
import { settled } from '../helpers/elements.js';

interface Named {
  readonly name: string;
}
interface Declaration extends Named {
  readonly tagName?: string;
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

async function declarationOf(tag: string): Promise<Declaration | undefined> {
  const manifest = (await (await fetch('/custom-elements.json')).json()) as {
    modules: readonly { declarations: readonly Declaration[] }[];
  };
  return manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
}

const namesIn = (list: readonly Named[] = []): string[] => list.map(({ name }) => name).sort();

/** The parts in the shadow roots of one kind of element. */
function partsOf(frame: Element, tag: string): string[] {
  const roots = [...frame.querySelectorAll(tag)].map((each) => each.shadowRoot);
  return roots.flatMap((root) => [...(root?.querySelectorAll('[part]') ?? [])]).flatMap((each) => [...each.part]);
}

async function shown(name: string, story: StoryObj): Promise<Element> {
  const frame = document.createElement('div');
  document.body.append(frame);
  render((story.render as () => TemplateResult)(), frame);
  if (!/Loading|Waiting/.test(name)) await settled(frame);
  return frame;
}

for (const { default: meta, ...stories } of [
  alerts,
  portal,
  contacts,
  users,
  usage,
  summary,
  invoice,
  plans,
  methods,
  issued,
  invoices,
  addOns,
  subscriptions,
]) {
  describe(`manifest: ${meta.title}`, () => {
    const tag = String(meta.component);

    it('names exactly the parts that the stories show', async function () {
      this.timeout(20_000);
      const frames = await Promise.all(Object.entries(stories).map(([name, story]) => shown(name, story)));
      const parts = new Set(frames.flatMap((frame) => partsOf(frame, tag)));
      frames.forEach((frame) => frame.remove());
      expect([...parts].sort()).to.deep.equal(namesIn((await declarationOf(tag))?.cssParts));
    });

    if (tag === 'billing-portal') return;
    it('names exactly the tokens that the styles read', async () => {
      const read = [...tokens.cssText.matchAll(/var\((--billing-[\w-]+)/g)].map(([, name]) => name);
      expect(read.sort()).to.deep.equal(namesIn((await declarationOf(tag))?.cssProperties));
    });
  });
}
