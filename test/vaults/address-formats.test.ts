import { describe, expect, test } from 'vitest';
import { addressFormat, countriesIn, likelyCountry, postalCodeOf } from '../../src/elements/address-formats.js';

const rows = (country: string, language = 'en'): string[] =>
  addressFormat(country, language).rows.map((row) => row.join(' '));
const required = (country: string): string[] => [...addressFormat(country, 'en').required].sort();

describe('the lines of an address', () => {
  test('stand in the order of its country', () => {
    expect(rows('US')).toEqual(['name', 'line1', 'line2', 'city region postalCode']);
    expect(rows('DE')).toEqual(['name', 'line1', 'line2', 'postalCode city']);
    expect(rows('GB')).toEqual(['name', 'line1', 'line2', 'city', 'postalCode']);
  });

  test('stand in the local order for those who read the language', () => {
    expect(rows('JP', 'ja')).toEqual(['postalCode', 'region', 'line1', 'line2', 'name']);
    expect(rows('JP', 'en')[0]).toBe('name');
  });

  test('are only those that the country has', () => {
    expect(rows('HK').join(' ')).not.toContain('postalCode');
    expect(rows('DE').join(' ')).not.toContain('region');
  });

  test('are required as in its mail', () => {
    expect(required('US')).toEqual(['city', 'line1', 'name', 'postalCode', 'region']);
    expect(required('GB')).toEqual(['city', 'line1', 'name', 'postalCode']);
    expect(required('AE')).toEqual(['line1', 'name', 'region']);
  });
});

describe('a postal code', () => {
  test('follows the rule of its country', () => {
    expect(postalCodeOf('US', '02110')).toBe('02110');
    expect(postalCodeOf('US', '0211')).toBeUndefined();
    expect(postalCodeOf('DE', 'SW1A 1AA')).toBeUndefined();
  });

  test('is written as its country does, however it was typed', () => {
    expect(postalCodeOf('JP', '1000001')).toBe('100-0001');
    expect(postalCodeOf('PL', ' 00950 ')).toBe('00-950');
    expect(postalCodeOf('GB', 'sw1a 1aa')).toBe('SW1A 1AA');
    expect(postalCodeOf('US', '021101234')).toBe('02110-1234');
  });

  test('may be anything where no rule is known', () => {
    expect(postalCodeOf('HK', '')).toBe('');
  });
});

describe('countries', () => {
  test('are all of today’s, by their names and in the order of a language', () => {
    const countries = countriesIn('de');
    expect(countries).toHaveLength(250);
    expect(countries.find(({ value }) => value === 'AT')?.label).toBe('Österreich');
    expect(countries[0]?.value).toBe('AF');
    expect(countries.some(({ value }) => ['EU', 'SU', 'ZZ', 'UK'].includes(value))).toBe(false);
  });

  test('the likeliest comes from the language', () => {
    expect(likelyCountry('de-AT')).toBe('AT');
    expect(likelyCountry('ja')).toBe('JP');
  });
});
