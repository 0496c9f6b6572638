import type { BillingAddress } from '../api/index.js';
import { fieldText } from '../locale/errors.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { addressFaults, lineFault, tidied, type AddressFaults, type AddressRules } from './address-fields.js';

const NOTHING: BillingAddress = {
  name: '',
  country: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
};

/** What a user fills in beside the card. */
export class CardForm {
  /** `undefined` until they are loaded. */
  readonly rules: AddressRules | undefined;
  readonly address: BillingAddress = NOTHING;
  readonly faults: AddressFaults = {};
  readonly hasConsent: boolean = false;
  readonly consentFault: string | undefined;
  readonly cardFault: string | undefined;
  readonly isDefault: boolean = false;

  private constructor(known: Partial<CardForm> = {}) {
    Object.assign(this, known);
  }

  static empty(): CardForm {
    return new CardForm();
  }

  /** With the rules of addresses, and the country that is the likeliest. */
  ruled(rules: AddressRules, tag: LanguageTag): CardForm {
    const country = this.address.country === '' ? rules.likelyCountry(tag) : this.address.country;
    return this.#with({ rules, address: { ...this.address, country } });
  }

  /** Another value; what was wrong with it isn't known any more. */
  edited(field: keyof BillingAddress, value: string): CardForm {
    const faults = field === 'country' ? {} : { ...this.faults, [field]: undefined };
    return this.#with({ address: { ...this.address, [field]: value }, faults });
  }

  /** A line was left: the moment to say what is wrong with it. An empty one may still be filled in. */
  left(tag: LanguageTag, field: keyof BillingAddress): CardForm {
    if (!this.rules || field === 'country' || this.address[field].trim() === '') return this;
    return this.faulty({ [field]: lineFault(tag, this.rules, this.address, field) });
  }

  /** With more that is wrong. */
  faulty(faults: AddressFaults): CardForm {
    return this.#with({ faults: { ...this.faults, ...faults } });
  }

  ticked(hasConsent: boolean): CardForm {
    return this.#with({ hasConsent, consentFault: undefined });
  }

  asDefault(isDefault: boolean): CardForm {
    return this.#with({ isDefault });
  }

  /** The card was changed: it isn't known to be missing any more. */
  withCard(): CardForm {
    return this.cardFault === undefined ? this : this.#with({ cardFault: undefined });
  }

  /** With all that is wrong in words. */
  checked(tag: LanguageTag, hasCard: boolean): CardForm {
    return this.#with({
      faults: this.rules ? addressFaults(tag, this.rules, this.address) : {},
      consentFault: this.hasConsent ? undefined : text(tag, 'adding.consent-missing'),
      cardFault: hasCard ? undefined : text(tag, 'adding.card-missing'),
    });
  }

  /** With what the back end finds wrong: its own codes, by the path of the field. */
  refused(tag: LanguageTag, fields: Readonly<Record<string, string>>): CardForm {
    const own = Object.entries(fields).flatMap(([path, code]) =>
      path.startsWith('billing.') ? [[path.slice('billing.'.length), fieldText(tag, code)] as const] : [],
    );
    return this.faulty(Object.fromEntries(own));
  }

  get isRight(): boolean {
    const faults = [...Object.values(this.faults), this.consentFault, this.cardFault];
    return faults.every((fault) => fault === undefined);
  }

  /** What is sent. */
  billing(tag: LanguageTag): BillingAddress {
    return this.rules ? tidied(tag, this.rules, this.address) : this.address;
  }

  #with(change: Partial<CardForm>): CardForm {
    return new CardForm({ ...this, ...change });
  }
}
