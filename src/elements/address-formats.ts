import { formatAddress } from 'localized-address-format';
import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';
import { languageTag, type LanguageTag } from '../locale/intl.js';

// Loaded with the form: who only looks at payment methods needs none of this.

/** A line of an address, by its name in `BillingAddress`. */
export type AddressField = 'name' | 'line1' | 'line2' | 'city' | 'region' | 'postalCode';

/** How an address is written in a country. */
export interface AddressFormat {
  /** The lines in their order, with what stands side by side. */
  readonly rows: readonly (readonly AddressField[])[];
  readonly required: ReadonlySet<AddressField>;
}

/** Where mail needs a region, by Google's address data. Other countries name it at will. */
const REGION_REQUIRED = new Set(
  'AE AS AU BR CA CN CO ES FM HK HN ID IN IQ IT JP KR KY MH MP MX PW SO TW UM US VI'.split(' '),
);

/** Regions that Intl names and that are no countries of ISO 3166-1. */
const NO_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

/** Letters of the private use area in the place of each line show where the library puts it. */
const MARKS: Readonly<Record<AddressField, string>> = {
  name: '\ue000',
  line1: '\ue001',
  line2: '\ue002',
  city: '\ue003',
  region: '\ue004',
  postalCode: '\ue005',
};

const FIELDS = Object.entries(MARKS) as readonly (readonly [AddressField, string])[];

/** The lines of an address in a country; in the local order where the reader's language is at home there. */
export function addressFormat(country: string, language: LanguageTag): AddressFormat {
  const lines = formatAddress(
    {
      postalCountry: country,
      name: MARKS.name,
      addressLines: [MARKS.line1, MARKS.line2],
      locality: MARKS.city,
      administrativeArea: MARKS.region,
      postalCode: MARKS.postalCode,
    },
    isAtHome(country, language) ? 'local' : 'latin',
  );
  const rows = lines.map(fieldsIn).filter((row) => row.length > 0);
  return { rows, required: requiredOf(country, new Set(rows.flat())) };
}

/** A postal code as the country writes it, with its hyphen or blank where it has one; `undefined` when it is none. */
export function postalCodeOf(country: string, typed: string): string | undefined {
  const text = typed.trim().toUpperCase();
  if (!postcodeValidatorExistsForCountry(country)) return text;
  const bare = text.replace(/[\s-]/g, '');
  const spread = [...bare].flatMap((_, index) =>
    ['-', ' '].map((sign) => bare.slice(0, index) + sign + bare.slice(index)),
  );
  return [text, bare, ...spread].find((each) => postcodeValidator(each, country));
}

/** A country to choose. */
export interface Country {
  readonly value: string;
  readonly label: string;
}

const lists = new Map<LanguageTag, readonly Country[]>();

/** All countries by their names in a language, in its order. */
export function countriesIn(language: LanguageTag): readonly Country[] {
  const tag = languageTag(language);
  const list = lists.get(tag) ?? namedIn(tag);
  lists.set(tag, list);
  return list;
}

/** The country that a language is most likely spoken in. */
export const likelyCountry = (language: LanguageTag): string =>
  new Intl.Locale(languageTag(language)).maximize().region ?? 'US';

function namedIn(tag: LanguageTag): readonly Country[] {
  const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
  const order = new Intl.Collator(tag);
  return pairsOfLetters()
    .flatMap((value) => {
      const label = isCountry(value) ? names.of(value) : undefined;
      return label === undefined ? [] : [{ value, label }];
    })
    .sort((a, b) => order.compare(a.label, b.label));
}

const fieldsIn = (line: string): AddressField[] =>
  [...line].flatMap((sign) => FIELDS.flatMap(([field, mark]) => (mark === sign ? [field] : [])));

function requiredOf(country: string, shown: ReadonlySet<AddressField>): ReadonlySet<AddressField> {
  const hasPostalCode = postcodeValidatorExistsForCountry(country) && !postcodeValidator('', country);
  const required: AddressField[] = ['name', 'line1', 'city'];
  if (hasPostalCode) required.push('postalCode');
  if (REGION_REQUIRED.has(country)) required.push('region');
  return new Set(required.filter((field) => shown.has(field)));
}

const isAtHome = (country: string, language: LanguageTag): boolean =>
  new Intl.Locale(`und-${country}`).maximize().language === new Intl.Locale(languageTag(language)).language;

/** A code that has gone out of use stands for another one. */
const isCountry = (code: string): boolean => !NO_COUNTRIES.has(code) && new Intl.Locale(`und-${code}`).region === code;

function pairsOfLetters(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
