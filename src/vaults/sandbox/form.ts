import { holdsCardNumber } from '../../api/card-number.js';
import type { VaultLabels } from '../../api/index.js';
import { beginsTestCard, securityCodeLength, testCard, type TestCard } from './cards.js';
import { make } from './dom.js';
import { Field } from './field.js';
import { cardNumber, digitsOf, expiry, isFuture } from './formats.js';

/** What a form tells of itself. */
export interface FormEvents {
  readonly changed: (complete: boolean) => void;
  /** A number that may be a real card's was put in, and wiped. */
  readonly refused: () => void;
}

/** The fields of a test card. */
export class Form {
  readonly node: HTMLElement;
  readonly #number: Field;
  readonly #all: readonly Field[];
  readonly #labels: VaultLabels;
  readonly #events: FormEvents;

  constructor(labels: VaultLabels, events: FormEvents) {
    this.#labels = labels;
    this.#events = events;
    this.#number = this.#field(
      'card-number',
      cardNumber,
      (value) => this.#numberFault(value),
      () => this.#guard(),
    );
    this.#all = [
      this.#number,
      this.#field('expires', expiry, (value) => this.#expiryFault(value), undefined, labels['expires-hint']),
      this.#field(
        'security-code',
        (typed) => digitsOf(typed).slice(0, this.#codeLength),
        (value) => (value.length === this.#codeLength ? '' : labels.incomplete),
      ),
    ];
    const banner = make(
      'p',
      { className: 'banner' },
      make('span', { className: 'badge' }, labels.test),
      labels['test-hint'],
    );
    this.node = make('form', { className: 'fields', noValidate: true }, banner, ...this.#all.map(({ node }) => node));
  }

  focus(): void {
    (this.#all.find(({ isRight }) => !isRight) ?? this.#number).focus();
  }

  clear(): void {
    for (const field of this.#all) field.clear();
    this.#tell();
  }

  /** The card, where all fields are right; else what is wrong is said. */
  collect(): TestCard | null {
    const faulty = this.#all.filter((field) => !field.check());
    faulty[0]?.focus();
    return faulty.length === 0 ? (testCard(digitsOf(this.#number.value)) ?? null) : null;
  }

  get #codeLength(): number {
    return securityCodeLength(digitsOf(this.#number.value));
  }

  #field(
    id: 'card-number' | 'expires' | 'security-code',
    format: (typed: string) => string,
    fault: (value: string) => string,
    changed: () => void = () => this.#tell(),
    hint?: string,
  ): Field {
    return new Field({ id, label: this.#labels[id], format, fault, changed, ...(hint !== undefined && { hint }) });
  }

  #numberFault(value: string): string {
    if (value === '') return this.#labels.incomplete;
    return testCard(digitsOf(value)) ? '' : this.#labels['invalid-number'];
  }

  #expiryFault(value: string): string {
    if (!/\/ \d\d$/.test(value)) return this.#labels.incomplete;
    return isFuture(value, new Date()) ? '' : this.#labels['invalid-expiry'];
  }

  /** Anything that passes for a card and is no test card's may be somebody's: it goes at once. */
  #guard(): void {
    const digits = digitsOf(this.#number.value);
    if (holdsCardNumber(digits) && !beginsTestCard(digits)) {
      this.#number.clear();
      this.#number.say(this.#labels['real-card']);
      this.#events.refused();
    }
    this.#tell();
  }

  #tell(): void {
    this.#events.changed(this.#all.every(({ isRight }) => isRight));
  }
}
