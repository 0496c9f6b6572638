import { nothing } from 'lit';
import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
} from 'lit/directive.js';

class PlaceDirective extends Directive {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new TypeError('a place is given to an element');
  }

  override update({ element }: ElementPart, [start, blockSize]: Parameters<this['render']>): typeof nothing {
    const { style } = element as HTMLElement;
    style.transform = start === 0 ? '' : `translateY(${start}px)`;
    style.blockSize = blockSize === 0 ? '' : `${blockSize}px`;
    return this.render(start, blockSize);
  }

  override render(...place: [start: number, blockSize: number]): typeof nothing {
    void place;
    return nothing;
  }
}

/**
 * Puts an element so many pixels down and makes it so high, where that isn't 0. By script, because a page's policy may
 * forbid `style` attributes.
 */
export const place: (start: number, blockSize: number) => DirectiveResult = directive(PlaceDirective);
