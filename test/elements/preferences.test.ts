import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/define/invoice-list.js';
import '../../src/define/payment-methods.js';
import { adapterFor, silentAdapter } from '../../stories/adapters.js';
import { mount, part, settled, unmountAll, until } from '../helpers/elements.js';

/** What moves in an element. */
const moving = (element: Element): string[] =>
  (element.shadowRoot?.getAnimations() ?? []).map((each) => (each instanceof CSSAnimation ? each.animationName : ''));

/** How light a colour is over another one, from 0 to 1. */
function lightness(colour: string, ground: string): number {
  const paint = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  for (const layer of [ground, colour]) {
    paint.fillStyle = layer;
    paint.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / (3 * 255);
}

describe('what the user prefers', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.style.colorScheme = '';
    await emulateMedia({ reducedMotion: 'no-preference', colorScheme: 'light' });
  });

  it('case 123: nothing moves where motion is to be reduced', async () => {
    const element = await mount('invoice-list', { adapter: silentAdapter() });
    expect(moving(element)).to.include('breathe');
    await emulateMedia({ reducedMotion: 'reduce' });
    await until(() => moving(element).length === 0);
  });

  it('case 123: in the dark text is light and what it stands on is not', async () => {
    document.documentElement.style.colorScheme = 'light dark';
    const element = await mount('invoice-list', { adapter: adapterFor('mid-month') });
    await settled(element);
    const text = (): number => lightness(getComputedStyle(part(element, 'base')).color, 'transparent');
    const badge = (page: string): number => lightness(getComputedStyle(part(element, 'badge')).backgroundColor, page);
    expect([text() < 0.3, badge('white') > 0.7]).to.deep.equal([true, true]);
    await emulateMedia({ colorScheme: 'dark' });
    await until(() => text() > 0.7);
    expect(badge('black')).to.be.below(0.4);
  });
});
