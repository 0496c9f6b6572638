import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** A button by its name, or a field by its id with what is put into it. */
export type Step = RegExp | readonly [id: string, value: string];

/** An element, with its buttons pressed and its fields filled in one after another, as soon as each can be; busy until then. */
export function pressing(content: TemplateResult, ...steps: readonly Step[]): TemplateResult {
  return html`<div aria-busy="true" ${ref((frame) => frame && void press(frame, steps))}>${content}</div>`;
}

async function press(frame: Element, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    let take: (() => void) | undefined;
    while (!take) {
      await new Promise(requestAnimationFrame);
      if (!frame.isConnected) return;
      take = step instanceof RegExp ? pressIn(frame, step) : fillIn(frame, step);
    }
    take();
    // Its update, then what it shows.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
  frame.setAttribute('aria-busy', 'false');
}

function pressIn(frame: Element, name: RegExp): (() => void) | undefined {
  const button = within(frame, 'button').find((each) => name.test(nameOf(each)) && each.ariaDisabled !== 'true');
  return button && (() => button.click());
}

function fillIn(frame: Element, [id, value]: readonly [string, string]): (() => void) | undefined {
  const field = within(frame, 'input').find((each) => each.id === id);
  return field && (() => (field.type === 'checkbox' ? field.click() : enter(field, value)));
}

function enter(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function within<K extends keyof HTMLElementTagNameMap>(frame: Element, tag: K): HTMLElementTagNameMap[K][] {
  const roots = [...frame.querySelectorAll('*')].flatMap((each) => each.shadowRoot ?? []);
  return roots.flatMap((root) => [...root.querySelectorAll(tag)]);
}

/** As it is spoken, without the marks that keep directions apart. */
const nameOf = (button: HTMLElement): string =>
  (button.ariaLabel ?? button.textContent).replace(/[\u2068\u2069]/g, '').trim();
