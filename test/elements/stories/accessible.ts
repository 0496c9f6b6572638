import axe from 'axe-core';
import { expect } from 'chai';
import { render, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { settled } from '../../helpers/elements.js';
import { declarationOf, namesIn } from '../../helpers/manifest.js';

/** The stories of a file. */
export interface Stories {
  readonly default: Meta;
  readonly [name: string]: StoryObj | Meta;
}

const waitsForever = /Loading|Waiting/;

/**
 * A test for each story: axe finds nothing in it, with all that can be opened open, nor anything in its colours on a dark
 * page. Then one of all of them: their parts are those of the manifest.
 */
export function accessible(...files: readonly Stories[]): void {
  for (const { default: meta, ...stories } of files) {
    const tag = String(meta.component);
    const shown = new Set<string>();
    describe(`stories: ${meta.title}`, () => {
      for (const [name, story] of Object.entries(stories))
        it(`${name} is accessible`, async () => {
          const frame = await show(name, story);
          for (const part of partsOf(frame, tag)) shown.add(part);
          await check(frame).finally(() => frame.remove());
        });

      it('show exactly the parts that the manifest names', async () => {
        expect([...shown].sort()).to.deep.equal(namesIn((await declarationOf(tag))?.cssParts));
      });
    });
  }
}

async function show(name: string, story: StoryObj): Promise<HTMLElement> {
  const frame = document.createElement('div');
  document.body.append(frame);
  render((story.render as () => TemplateResult)(), frame);
  if (!waitsForever.test(name)) await settled(frame);
  return frame;
}

/** The parts in the shadow roots of one kind of element. */
function partsOf(frame: Element, tag: string): string[] {
  const roots = [...frame.querySelectorAll(tag)].map((each) => each.shadowRoot);
  return roots.flatMap((root) => [...(root?.querySelectorAll('[part]') ?? [])]).flatMap((each) => [...each.part]);
}

async function check(frame: HTMLElement): Promise<void> {
  for (const root of rootsIn(frame)) root.querySelectorAll('details').forEach(open);
  const faults = await faultsIn(frame, { rules: { region: { enabled: false } } });
  // Of a dark page only the colours are new.
  Object.assign(frame.style, { colorScheme: 'dark', background: 'Canvas' });
  const inDark = await faultsIn(frame, { runOnly: ['color-contrast'] });
  expect([...faults, ...inDark.map((each) => `dark: ${each}`)].join('\n')).to.equal('');
}

async function faultsIn(frame: HTMLElement, options: axe.RunOptions): Promise<string[]> {
  for (const root of rootsIn(frame)) root.getAnimations().filter(ends).forEach(finish);
  const { violations } = await axe.run(frame, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The shadow roots of elements, and of the elements in those. */
function rootsIn(within: ParentNode): ShadowRoot[] {
  const roots = [...within.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return roots.flatMap((root) => [root, ...rootsIn(root)]);
}

function open(details: HTMLDetailsElement): void {
  details.open = true;
}

const finish = (animation: Animation): void => animation.finish();

const ends = ({ effect }: Animation): boolean => effect?.getComputedTiming().endTime !== Infinity;
