import axe from 'axe-core';
import { expect } from 'chai';
import { render, type TemplateResult } from 'lit';
import * as portal from '../../stories/billing-portal.stories.js';
import * as summary from '../../stories/billing-summary.stories.js';
import * as invoice from '../../stories/next-invoice.stories.js';
import { settled } from '../helpers/elements.js';

const waitsForever = /Loading|Waiting/;

for (const { default: meta, ...stories } of [portal, summary, invoice]) {
  describe(`accessibility: ${meta.title}`, () => {
    for (const [name, story] of Object.entries(stories)) {
      it(name, async () => {
        const frame = document.createElement('div');
        document.body.append(frame);
        render((story.render as () => TemplateResult)(), frame);
        if (!waitsForever.test(name)) await settled(frame);
        frame.querySelectorAll('*').forEach((each) => each.shadowRoot?.querySelectorAll('details').forEach(open));
        const { violations } = await axe.run(frame, { rules: { region: { enabled: false } } });
        frame.remove();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`).join('\n'),
        ).to.equal('');
      });
    }
  });
}

function open(details: HTMLDetailsElement): void {
  details.open = true;
}
