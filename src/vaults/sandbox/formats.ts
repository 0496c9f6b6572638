/** How what is typed is shown: in groups, without what doesn't belong there. */
export type Format = (typed: string) => string;

const MOST_DIGITS = 19;

export const digitsOf: Format = (typed) => typed.replace(/\D/g, '');

/** In groups as on the card: 4-6-5 on American Express, else fours. */
export const cardNumber: Format = (typed) => {
  const digits = digitsOf(typed).slice(0, MOST_DIGITS);
  const groups = /^3[47]/.test(digits) ? /^(\d{1,4})(\d{1,6})?(\d+)?/.exec(digits)?.slice(1) : digits.match(/\d{1,4}/g);
  return (groups ?? []).filter(Boolean).join(' ');
};

/** `04 / 28`, from `428` or `04/2028` too. What ends in a stroke is shown without it, so that it can be deleted. */
export const expiry: Format = (typed) => {
  const [month = '', year = ''] = /[/-]/.test(typed) ? typed.split(/[/-]/).map(digitsOf) : split(digitsOf(typed));
  if (year !== '') return `${month.padStart(2, '0')} / ${year.length === 4 ? year.slice(2) : year.slice(0, 2)}`;
  return /[/-]/.test(typed) || /^[2-9]/.test(month) ? month.padStart(2, '0') : month;
};

/** A first digit above 1 is a month by itself. */
function split(digits: string): string[] {
  const month = /^[2-9]/.test(digits) ? 1 : 2;
  return [digits.slice(0, month), digits.slice(month, month + 4)];
}

/** Whether it is a month that isn't over. */
export function isFuture(shown: string, now: Date): boolean {
  const [, month = '', year = ''] = /^(0[1-9]|1[0-2]) \/ (\d\d)$/.exec(shown) ?? [];
  return month !== '' && `20${year}-${month}` >= now.toISOString().slice(0, 7);
}
