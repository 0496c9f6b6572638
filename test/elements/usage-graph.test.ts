import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import '../../src/define/usage-graph.js';
import type { UsageGraph } from '../../src/elements/usage-graph.js';
import type { UsageGraphData } from '../../src/elements/usage-graph.types.js';
import * as states from '../../stories/usage-graph.data.js';

let box: HTMLElement;

async function mount(data: UsageGraphData, { width = 640, dir = 'ltr' } = {}): Promise<UsageGraph> {
  box = document.createElement('div');
  box.style.inlineSize = `${width}px`;
  box.dir = dir;
  const graph = document.createElement('usage-graph');
  Object.assign(graph, { data, label: 'Operator minutes', locale: 'en' });
  box.append(graph);
  document.body.append(box);
  await drawn(graph);
  return graph;
}

/** The graph is drawn once it has been measured, which is before the frame after the next is painted. */
async function drawn(graph: UsageGraph): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await graph.updateComplete;
}

function within<T extends Element>(graph: UsageGraph, selector: string): T {
  const found = graph.renderRoot.querySelector<T>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}
const slider = (graph: UsageGraph): HTMLInputElement => within(graph, 'input');
const said = (graph: UsageGraph): string => slider(graph).getAttribute('aria-valuetext') ?? '';
const card = (graph: UsageGraph): Element | null => graph.renderRoot.querySelector('[part=card]');
const view = (graph: UsageGraph): HTMLButtonElement => within(graph, '[part=view]');
const texts = (graph: UsageGraph): SVGTextElement[] => [...graph.renderRoot.querySelectorAll('text')];
const words = (graph: UsageGraph): string[] => texts(graph).map((text) => text.textContent);

async function press(graph: UsageGraph, key: string): Promise<void> {
  await sendKeys({ press: key });
  await graph.updateComplete;
}

describe('usage-graph', () => {
  afterEach(() => box.remove());

  it('names the limit, the cost-effective usage, what is so far and what is expected', async () => {
    const graph = await mount(states.midMonth);
    expect(words(graph)).to.include.members([
      'Plan limit: 220 minutes',
      'Cost-effective to 302.5 minutes',
      '137 minutes so far',
      'Today',
    ]);
    expect(words(graph).join(' ')).to.include('245 minutes if it goes on like this');
  });

  it('sums itself up in one sentence for those who do not see it', async () => {
    const graph = await mount(states.midMonth);
    expect(within(graph, '[role=img]').getAttribute('aria-label')).to.equal(
      '137 minutes so far. Plan limit: 220 minutes. Above 302.5 minutes, ⁨500 minutes⁩ costs less. ' +
        '245 minutes if it goes on like this',
    );
  });

  it('starts at today when it is given focus, and says the day, its use and the running total', async () => {
    const graph = await mount(states.midMonth);
    slider(graph).focus();
    await graph.updateComplete;
    expect(said(graph)).to.equal('Wed, Nov 18. Today so far: 5 minutes. Total so far: 137 minutes');
    expect(card(graph)?.textContent).to.match(/Wed, Nov 18\s+Today so far\s*5 minutes\s*Total so far\s*137 minutes/);
  });

  it('goes from day to day with the arrow keys, and to either end', async () => {
    const graph = await mount(states.midMonth);
    slider(graph).focus();
    await press(graph, 'ArrowLeft');
    expect(said(graph)).to.include('Tue, Nov 17. That day: 10 minutes');
    await press(graph, 'Home');
    expect(said(graph)).to.include('Sun, Nov 1.');
    await press(graph, 'End');
    expect(said(graph)).to.equal(
      'Mon, Nov 30. If it goes on like this. Expected total: 245 minutes. Likely range: 224 to 266 minutes',
    );
  });

  it('hides the crosshair on Escape, and keeps that Escape to itself', async () => {
    const graph = await mount(states.midMonth);
    slider(graph).focus();
    await graph.updateComplete;
    let heard = 0;
    box.addEventListener('keydown', () => heard++);
    await press(graph, 'Escape');
    expect(card(graph)).to.equal(null);
    expect(heard).to.equal(0);
    await press(graph, 'Escape');
    expect(heard).to.equal(1);
  });

  it('says what a day has cost so far where that is known', async () => {
    const cost = { amount: '1290', currency: 'USD', exponent: 2 };
    const days = states.over.days.map((day) => ({ ...day, cost }));
    const graph = await mount({ ...states.over, days });
    slider(graph).focus();
    await graph.updateComplete;
    expect(said(graph)).to.include('Cost so far: $12.90');
  });

  it('follows the pointer, and lets go when it leaves', async () => {
    const graph = await mount(states.midMonth);
    const { left, right, top } = within(graph, '[part=graph]').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(right) - 10, Math.round(top) + 40] });
    await graph.updateComplete;
    expect(card(graph)?.textContent).to.include('Mon, Nov 30');
    await sendMouse({ type: 'move', position: [Math.round(left), Math.round(top) + 600] });
    await graph.updateComplete;
    expect(card(graph)).to.equal(null);
  });

  it('runs from right to left in a right-to-left page', async () => {
    const graph = await mount(states.midMonth, { dir: 'rtl' });
    const at = (text: string): number =>
      texts(graph)
        .find((each) => each.textContent === text)
        ?.getBoundingClientRect().x ?? NaN;
    expect(at('Nov 30')).to.be.below(at('Today'));
    expect(at('Today')).to.be.below(at('Nov 1'));
    slider(graph).focus();
    await press(graph, 'ArrowLeft');
    expect(said(graph)).to.include('Thu, Nov 19');
  });

  it('shows the same figures as a table, the expected ones under a heading of their own', async () => {
    const graph = await mount(states.midMonth);
    view(graph).click();
    await graph.updateComplete;
    const rows = [...graph.renderRoot.querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent.trim()).join(' | '),
    );
    expect(rows).to.have.length(1 + 18 + 1 + 12);
    expect(rows[0]).to.equal('Day | Used (minutes) | Total so far');
    expect(rows[18]).to.equal('Wed, Nov 18 | 5 | 137');
    expect(rows[19]).to.equal('If it goes on like this | Likely range | Expected total');
    expect(rows[31]).to.equal('Mon, Nov 30 | 224 to 266 | 245');
  });

  it('keeps focus on the button when it goes from graph to table and back', async () => {
    const graph = await mount(states.midMonth);
    view(graph).focus();
    for (const words of ['Show as graph', 'Show as table']) {
      await press(graph, 'Enter');
      expect(view(graph).textContent.trim()).to.equal(words);
      expect(graph.shadowRoot?.activeElement).to.equal(view(graph));
    }
    await drawn(graph);
    expect(words(graph)).to.include('Today');
  });

  it('draws a period without usage as a line along the ground', async () => {
    const graph = await mount(states.nothingYet);
    expect(words(graph)).to.include.members(['0 minutes so far', 'Plan limit: 220 minutes', 'Nov 1', 'Nov 30']);
    expect(within(graph, 'path.expected').getAttribute('d')).to.equal('');
  });

  it('says "in all" of a period that is over', async () => {
    const graph = await mount(states.finished);
    expect(words(graph)).to.include('236 minutes in all');
    expect(words(graph)).not.to.include('Today');
  });

  it('shows nothing without data', async () => {
    const graph = await mount(states.midMonth);
    graph.data = undefined;
    await graph.updateComplete;
    expect(graph.renderRoot.querySelector('svg, input, button')).to.equal(null);
  });

  it('has no style attribute, which a strict content security policy refuses', async () => {
    const graph = await mount(states.midMonth);
    expect(graph.renderRoot.querySelector('[part=graph] [style]')).to.equal(null);
  });

  for (const [name, data] of Object.entries(states).filter(
    (entry): entry is [string, UsageGraphData] => typeof entry[1] === 'object',
  )) {
    for (const width of [280, 400, 1200]) {
      it(`keeps its texts apart and inside: ${name}, ${width} px`, async () => {
        await setViewport({ width: 1280, height: 720 });
        const graph = await mount(data, { width });
        const outer = within(graph, '.plot').getBoundingClientRect();
        const boxes = texts(graph).map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
        for (const [index, { text, box: own }] of boxes.entries()) {
          expect(own.left, text).to.be.at.least(outer.left - 1);
          expect(own.right, text).to.be.at.most(outer.right + 1);
          for (const other of boxes.slice(index + 1)) {
            const apart =
              own.right <= other.box.left ||
              other.box.right <= own.left ||
              own.bottom <= other.box.top + 3 ||
              other.box.bottom <= own.top + 3;
            expect(apart, `${text} and ${other.text}`).to.equal(true);
          }
        }
      });
    }
  }

  for (const asTable of [false, true]) {
    it(`is accessible as a ${asTable ? 'table' : 'graph'}`, async () => {
      const graph = await mount(states.midMonth);
      graph.asTable = asTable;
      await drawn(graph);
      const { violations } = await axe.run(box);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).to.deep.equal([]);
    });
  }
});
