import axe from 'axe-core';
import { expect } from 'chai';
import { render, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { settled } from '../helpers/elements.js';

/** The stories of a file. */
export interface Stories {
  readonly default: Meta;
  readonly [name: string]: StoryObj | Meta;
}

const waitsForever = /Loading|Waiting/;

/** A test for each story: axe finds nothing in it, with all that can be opened open. */
export function accessible(...files: readonly Stories[]): void {
  for (const { default: meta, ...stories } of files) {
    describe(`accessibility: ${meta.title}`, () => {
      for (const [name, story] of Object.entries(stories)) it(name, () => check(name, story));
    });
  }
}

async function check(name: string, story: StoryObj): Promise<void> {
  const frame = document.createElement('div');
  document.body.append(frame);
  render((story.render as () => TemplateResult)(), frame);
  if (!waitsForever.test(name)) await settled(frame);
  frame.querySelectorAll('*').forEach((each) => each.shadowRoot?.querySelectorAll('details').forEach(open));
  frame.querySelectorAll('*').forEach((each) => each.shadowRoot?.getAnimations().filter(ends).forEach(finish));
  const { violations } = await axe.run(frame, { rules: { region: { enabled: false } } });
  frame.remove();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(faults.join('\n')).to.equal('');
}

function open(details: HTMLDetailsElement): void {
  details.open = true;
}

const finish = (animation: Animation): void => animation.finish();

const ends = ({ effect }: Animation): boolean => effect?.getComputedTiming().endTime !== Infinity;
