import { html, type TemplateResult } from 'lit';
import { holdsCardNumber, type BillingAddress } from '../api/index.js';
import { fieldText } from '../locale/errors.js';
import type { MessageKey } from '../locale/catalogue.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type * as formats from './address-formats.js';
import type { AddressField } from './address-formats.js';
import { selectField, textField } from './fields.js';

/** The rules of addresses, once they are loaded. */
export type AddressRules = typeof formats;

/** What is wrong with an address, in words, by its line. */
export type AddressFaults = Readonly<Partial<Record<AddressField | 'country', string>>>;

/** An address that is being filled in. */
export interface AddressForm {
  readonly rules: AddressRules;
  readonly address: BillingAddress;
  readonly faults: AddressFaults;
  readonly disabled: boolean;
  readonly input: (field: keyof BillingAddress, value: string) => void;
  /** When a line was left. */
  readonly leave: (field: keyof BillingAddress) => void;
}

const LINES = ['name', 'line1', 'line2', 'city', 'region', 'postalCode'] as const;

const AUTOCOMPLETE = {
  name: 'cc-name',
  line1: 'billing address-line1',
  line2: 'billing address-line2',
  city: 'billing address-level2',
  region: 'billing address-level1',
  postalCode: 'billing postal-code',
} as const satisfies Record<AddressField, AutoFill>;

const REGIONS: Readonly<Record<string, MessageKey & `address.region.${string}`>> = {
  AE: 'address.region.emirate',
  AU: 'address.region.state',
  BR: 'address.region.state',
  CA: 'address.region.province',
  CN: 'address.region.province',
  ES: 'address.region.province',
  ID: 'address.region.province',
  IN: 'address.region.state',
  IT: 'address.region.province',
  JP: 'address.region.prefecture',
  KR: 'address.region.province',
  MX: 'address.region.state',
  US: 'address.region.state',
};

const POSTAL_CODES: Readonly<Record<string, MessageKey & `address.postalCode.${string}`>> = {
  IE: 'address.postalCode.eircode',
  IN: 'address.postalCode.pin',
  US: 'address.postalCode.zip',
};

/** The lines of an address, in the order of its country. The ids are those of the back end's faults. */
export function addressFields(tag: LanguageTag, form: AddressForm): TemplateResult {
  const { rules, address, faults, disabled, input } = form;
  const { rows } = rules.addressFormat(address.country, tag);
  const country = selectField({
    id: 'billing.country',
    label: text(tag, 'address.country'),
    value: address.country,
    options: rules.countriesIn(tag),
    autocomplete: 'billing country',
    required: true,
    disabled,
    error: faults.country,
    change: (value) => input('country', value),
  });
  return html`<div class="fields">
    ${country}
    ${rows.map((row) => html`<div class="fields row-${row.length}">${row.map((line) => lineField(tag, form, line))}</div>`)}
  </div>`;
}

/** What is wrong with an address as a whole. */
export function addressFaults(tag: LanguageTag, rules: AddressRules, address: BillingAddress): AddressFaults {
  const { rows } = rules.addressFormat(address.country, tag);
  const found = rows.flat().flatMap((field) => {
    const fault = lineFault(tag, rules, address, field);
    return fault === undefined ? [] : [[field, fault] as const];
  });
  return Object.fromEntries(found);
}

/** What is wrong with one line. */
export function lineFault(
  tag: LanguageTag,
  rules: AddressRules,
  address: BillingAddress,
  field: AddressField,
): string | undefined {
  const value = address[field].trim();
  const isRequired = rules.addressFormat(address.country, tag).required.has(field);
  if (value === '') return isRequired ? fieldText(tag, 'required') : undefined;
  if (holdsCardNumber(value)) return fieldText(tag, 'card-number');
  if (field !== 'postalCode' || rules.postalCodeOf(address.country, value) !== undefined) return undefined;
  const country = rules.countriesIn(tag).find((each) => each.value === address.country)?.label ?? address.country;
  return text(tag, 'address.wrong-postal-code', { country });
}

/** An address as it is sent: without blanks around, the postal code as its country writes it, no lines that it hasn't. */
export function tidied(tag: LanguageTag, rules: AddressRules, address: BillingAddress): BillingAddress {
  const shown = new Set<string>(rules.addressFormat(address.country, tag).rows.flat());
  const lines = LINES.map((field) => [field, shown.has(field) ? address[field].trim().replace(/\s+/g, ' ') : '']);
  const tidy = { ...address, ...(Object.fromEntries(lines) as Omit<BillingAddress, 'country'>) };
  return { ...tidy, postalCode: rules.postalCodeOf(tidy.country, tidy.postalCode) ?? tidy.postalCode };
}

function lineField(
  tag: LanguageTag,
  { rules, address, faults, disabled, input, leave }: AddressForm,
  field: AddressField,
): TemplateResult {
  const required = rules.addressFormat(address.country, tag).required.has(field);
  const label = labelOf(tag, address.country, field);
  return textField({
    id: `billing.${field}`,
    label: required ? label : text(tag, 'address.optional', { label }),
    value: address[field],
    autocomplete: AUTOCOMPLETE[field],
    required,
    disabled,
    error: faults[field],
    input: (value) => input(field, value),
    change: () => leave(field),
  });
}

function labelOf(tag: LanguageTag, country: string, field: AddressField): string {
  if (field === 'region') return text(tag, REGIONS[country] ?? 'address.region');
  if (field === 'postalCode') return text(tag, POSTAL_CODES[country] ?? 'address.postalCode');
  return text(tag, `address.${field}`);
}
