import { make } from './dom.js';
import { digitsOf, type Format } from './formats.js';

/** One field of the frame. */
export interface FieldParts {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly format: Format;
  /** What is wrong with a value; empty when nothing is. */
  readonly fault: (value: string) => string;
  readonly changed: () => void;
}

/** A field with its label above it, and what is wrong with it below. */
export class Field {
  readonly node: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #error: HTMLElement;
  readonly #parts: FieldParts;

  constructor(parts: FieldParts) {
    const { id, label, hint = '' } = parts;
    this.#parts = parts;
    // No autofill: a browser would put a real card in.
    this.#input = make('input', { id, inputMode: 'numeric', autocomplete: 'off', placeholder: hint });
    this.#input.setAttribute('aria-describedby', `${id}-error`);
    this.#error = make('p', { id: `${id}-error`, className: 'error', hidden: true });
    this.node = make(
      'div',
      { className: `field ${id}` },
      make('label', { htmlFor: id }, label),
      this.#input,
      this.#error,
    );
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('change', () => this.value !== '' && this.check());
  }

  get value(): string {
    return this.#input.value;
  }

  get isRight(): boolean {
    return this.#parts.fault(this.value) === '';
  }

  focus(): void {
    this.#input.focus();
  }

  clear(): void {
    this.#input.value = '';
    this.say('');
  }

  /** Says what is wrong, if anything is. */
  check(): boolean {
    this.say(this.#parts.fault(this.value));
    return this.isRight;
  }

  say(fault: string): void {
    this.#error.textContent = fault;
    this.#error.hidden = fault === '';
    this.#input.setAttribute('aria-invalid', fault === '' ? 'false' : 'true');
  }

  /** Formats what was typed, and leaves the caret behind the same digit. */
  #typed(): void {
    const { value, selectionStart } = this.#input;
    const before = digitsOf(value.slice(0, selectionStart ?? value.length)).length;
    const isAtEnd = selectionStart === null || selectionStart >= value.length;
    const shown = this.#parts.format(value);
    if (shown !== value) {
      this.#input.value = shown;
      const caret = isAtEnd ? shown.length : behindDigit(shown, before);
      this.#input.setSelectionRange(caret, caret);
    }
    this.say('');
    this.#parts.changed();
  }
}

/** Where the caret goes: behind so many digits. */
function behindDigit(text: string, count: number): number {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (seen === count) return index;
    if (/\d/.test(text[index] ?? '')) seen += 1;
  }
  return text.length;
}
