/** A BCP 47 language tag: `en`, `de-AT`. */
export type LanguageTag = string;

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** The tag as Intl takes it; English for what is no language tag, since a page's `lang` may say anything. */
export function languageTag(tag: string | undefined): LanguageTag {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Formats are slow to make and never change, so each is made once. */
export function numberFormat(tag: LanguageTag, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numberFormats, tag, options, () => new Intl.NumberFormat(languageTag(tag), options));
}

/** The same for dates. */
export function dateFormat(tag: LanguageTag, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(dateFormats, tag, options, () => new Intl.DateTimeFormat(languageTag(tag), options));
}

function once<T>(made: Map<string, T>, tag: LanguageTag, options: object, make: () => T): T {
  const key = `${tag} ${JSON.stringify(options)}`;
  const found = made.get(key) ?? make();
  made.set(key, found);
  return found;
}

/** The country that a language is mostly spoken in, for phone numbers without a country code: `US` for `en`. */
export const regionOf = (tag: LanguageTag): string | undefined => new Intl.Locale(languageTag(tag)).maximize().region;
